import ArgumentParser
import LRConfiguration
import LRCurves
import LRSchedule
import LRText

/// The two things that a command line compares.
struct ComparedSides {
  let a, b: ComparedSide
  /// The schedules among them; nil for none.
  let resolution: Resolution?
  /// Whether one of them is a curve.
  let hasCurve: Bool
  /// The paths of what was read, `-` for standard input; those of schedules first.
  let inputs: [String]
  /// `--steps`; nil where it was not typed.
  private let typedSteps: Int?

  /// Reads both.
  ///
  /// - Parameters:
  ///   - schedules: What was typed.
  ///   - reading: How curves are read.
  ///   - command: The command.
  /// - Throws: What stops it.
  init(
    _ schedules: ScheduleArguments<NamedSides>, reading: ReadingArguments,
    for command: any ParsableCommand.Type
  ) throws {
    let typed = try schedules.typed(for: command)
    guard typed.words.count == 2 else { throw UsageError.notTwo(typed.words.count) }
    guard typed.words.count(where: { $0 == "-" }) < 2 else {
      throw ConfigurationError.standardInputTwice
    }
    // What is read once may be a pipe.
    var contents: [String: [UInt8]] = [:]
    for word in typed.words where contents[word] == nil && Self.isRead(word) {
      contents[word] = try ReadFile.bytes(of: word, limit: RecordedCurve.maximumByteCount)
    }
    let options = try Self.options(reading)
    let curves = try typed.words.map { word in
      try contents[word].flatMap { try Self.curve($0, of: word, options: options) }
    }
    try Self.refuseUseless(reading, of: curves.compactMap(\.self))
    let names = zip(typed.words, curves).filter { $0.1 == nil }.map(\.0)
    if names.isEmpty, typed.options.saysAnything { throw UsageError.nothingToSet }
    let curve = curves.compactMap(\.self).first
    resolution =
      names.isEmpty
      ? nil
      : try typed.beside(recordedSteps: curve?.runLength, of: curve?.name ?? "")
        .resolve(names, contents: contents)
    var schedules = (resolution?.schedules ?? [])[...]
    let sides = curves.compactMap { curve in
      curve.map { .curve($0) } ?? schedules.popFirst().map { ComparedSide.schedule($0) }
    }
    (a, b) = (sides[0], sides[1])
    hasCurve = curves.contains { $0 != nil }
    inputs =
      (resolution?.inputs ?? []) + zip(typed.words, curves).filter { $0.1 != nil }.map(\.0)
    typedSteps = typed.options.steps
  }

  /// The steps to compare: those of the rows of two schedules, else all that were not excluded; and
  /// beside a curve the rows of the schedule, as far as it has them and anything says how many.
  func steps(of range: RangeArguments) throws -> (wanted: Range<Int>, rows: Range<Int>?) {
    if let resolution, !hasCurve {
      let rows = try resolution.rows(from: range.from, to: range.to, every: nil)
      return (rows.from..<rows.to, nil)
    }
    let from = try count(range.from, of: "--from", atLeast: 0) ?? 0
    let to = try count(range.to, of: "--to", atLeast: 0)
    let end = to ?? typedSteps ?? Schedule.stepLimit
    guard from < end else {
      throw ConfigurationError.emptyRange(
        from: from, to: end, end: .typed(to == nil ? "--steps" : "--to"), first: .typed("--from"))
    }
    guard let resolution, to != nil || resolution.saysSteps else { return (from..<end, nil) }
    // Where nobody asks for rows, a schedule that has not the usual ones is no trouble.
    let usual = try? resolution.rows(from: nil, to: range.to, every: nil)
    return (from..<end, usual.map { max(from, $0.from)..<max(from, $0.to) })
  }

  private static func options(_ reading: ReadingArguments) throws -> ReadingOptions {
    var options = ReadingOptions()
    options.stepColumn = reading.stepColumn
    if let every = try reading.distance() { options.every = every }
    if let first = try reading.first() { options.firstStep = first }
    return options
  }

  /// Refuses what says nothing about the curves that there are.
  private static func refuseUseless(
    _ reading: ReadingArguments, of curves: [RecordedCurve]
  ) throws {
    if curves.isEmpty, let option = reading.typedOption { throw UsageError.optionOfCurves(option) }
    if let option = reading.countingOption, let curve = curves.first,
      !curves.contains(where: { $0.format == .npy })
    {
      throw CurveError.uselessOption(option, because: "\(curve.name) says its steps itself")
    }
    if reading.stepColumn != nil, let curve = curves.first,
      curves.allSatisfy({ $0.format == .npy })
    {
      throw CurveError.uselessOption("--step-column", because: "\(curve.name) has no steps written")
    }
  }

  /// Whether a word is a file, or standard input, as it is.
  private static func isRead(_ word: String) -> Bool {
    word == "-"
      || ReadFile.exists(word) && (word.contains("/") || SchedulerNames.find(word) == nil)
  }

  /// The curve in a file; nil where it is a configuration.
  private static func curve(
    _ bytes: [UInt8], of word: String, options: ReadingOptions
  ) throws -> RecordedCurve? {
    // A configuration is an object.
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    guard
      first == nil || first == UInt8(ascii: "[")
        || CurveFormat.detected(in: bytes, name: word, options: options) != nil
    else {
      return nil
    }
    return try RecordedCurve(
      bytes, name: word == "-" ? "standard input" : word, options: options)
  }
}
