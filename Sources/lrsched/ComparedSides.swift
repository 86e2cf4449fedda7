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
  /// The paths of what was read, `-` for standard input.
  let inputs: [String]

  /// Reads both.
  ///
  /// - Parameters:
  ///   - schedules: What was typed.
  ///   - command: The command.
  ///   - adjust: Says how curves are read.
  /// - Throws: What stops it.
  init(
    _ schedules: ScheduleArguments<NamedSides>, for command: any ParsableCommand.Type,
    adjust: (inout ReadingOptions) throws -> Void
  ) throws {
    var options = ReadingOptions()
    try adjust(&options)
    let typed = try schedules.typed(for: command)
    guard typed.words.count == 2 else { throw UsageError.notTwo(typed.words.count) }
    guard typed.words.count(where: { $0 == "-" }) < 2 else {
      throw ConfigurationError.standardInputTwice
    }
    let standardInput = try typed.words.contains("-") ? Self.bytes(of: "-") : nil
    let curves = try typed.words.map {
      try Self.curve($0, standardInput: standardInput, options: options)
    }
    let names = zip(typed.words, curves).filter { $0.1 == nil }.map(\.0)
    if names.isEmpty, typed.options.saysAnything { throw UsageError.nothingToSet }
    resolution =
      names.isEmpty ? nil : try typed.resolve(names, standardInput: standardInput)
    var schedules = (resolution?.schedules ?? [])[...]
    let sides = curves.compactMap { curve in
      curve.map { .curve($0) } ?? schedules.popFirst().map { ComparedSide.schedule($0) }
    }
    (a, b) = (sides[0], sides[1])
    hasCurve = curves.contains { $0 != nil }
    inputs = typed.words.filter { $0 == "-" || ReadFile.exists($0) }
  }

  /// The steps to compare: those of the rows of two schedules, else all that were not excluded.
  func steps(of range: RangeArguments) throws -> Range<Int> {
    if let resolution, !hasCurve {
      let rows = try resolution.rows(from: range.from, to: range.to, every: nil)
      return rows.from..<rows.to
    }
    let from = try range.from.map { try typedCount($0, at: .typed("--from"), atLeast: 0) } ?? 0
    let to = try range.to.map { try typedCount($0, at: .typed("--to"), atLeast: 0) }
    guard from < to ?? Schedule.stepLimit else {
      throw ConfigurationError.emptyRange(
        from: from, to: to ?? Schedule.stepLimit, end: .typed("--to"), first: .typed("--from"))
    }
    return from..<(to ?? Schedule.stepLimit)
  }

  /// The curve that a word names; nil for a schedule.
  private static func curve(
    _ word: String, standardInput: [UInt8]?, options: ReadingOptions
  ) throws -> RecordedCurve? {
    if word == "-", let standardInput {
      return try RecordedCurve.looksLikeCurve(standardInput, options: options)
        ? RecordedCurve(standardInput, name: "standard input", options: options) : nil
    }
    guard ReadFile.exists(word), word.contains("/") || SchedulerNames.find(word) == nil else {
      return nil
    }
    let bytes = try bytes(of: word)
    return try RecordedCurve.looksLikeCurve(bytes, options: options)
      ? RecordedCurve(bytes, name: word, options: options) : nil
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    try ReadFile.bytes(of: path, limit: RecordedCurve.maximumByteCount)
  }
}
