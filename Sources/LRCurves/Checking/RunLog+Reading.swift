import LRConfiguration
import LRText

extension RunLog {
  /// Reads a log, told apart by its content: DeepSpeed's lines, a trainer_state.json, what Hugging
  /// Face's trainer prints, or a curve (CSV, JSON, NDJSON, npy) with columns of rates.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - name: The path as it was typed, or `standard input`.
  ///   - options: How it is read.
  /// - Throws: `CurveError`, with the place.
  public init(
    _ bytes: [UInt8], name: String, options: LogOptions = LogOptions()
  ) throws(CurveError) {
    var detection = ReadingOptions()
    detection.stepColumn = options.stepColumn
    guard let format = try CurveFormat.checked(bytes, name: name, options: detection) else {
      throw .noRates(names: [], file: name)
    }
    try options.refuse(for: format, file: name)
    switch format {
    case .deepSpeedLog:
      var reader = DeepSpeedLogReader(bytes, name: name)
      self = try reader.log()
    case .consoleLog:
      self = try ConsoleLogReader(bytes, name: name, options: options).log()
    case .trainerState:
      var reader = TrainerStateReader(bytes, name: name)
      self = try reader.log()
    case .csv, .json, .jsonRows, .ndjson, .npy:
      self = try Self.curve(bytes, name: name, format: format, options: options)
    }
  }

  private static func curve(
    _ bytes: [UInt8], name: String, format: CurveFormat, options: LogOptions
  ) throws(CurveError) -> RunLog {
    let whole = WholeLines(of: bytes, format: format)
    var notes = [whole.note].compactMap(\.self)
    let curve = try recordedCurve(
      whole.bytes, name: name, format: format, options: options.reading(format), notes: &notes)
    let source = try source(of: curve, options: options)
    var found: [LoggedChannel: RecordedColumn] = [:]
    for (index, column) in curve.columns.enumerated() {
      let channel = options.channel(of: column.name, index: index, format: curve.format)
      if let other = found[channel] {
        throw .severalRates([other.name, column.name], file: name)
      }
      found[channel] = column
    }
    guard found.keys.contains(where: { $0.channel == .lr }) else {
      throw .noRates(names: curve.columns.map(\.name), file: name)
    }
    let columns = try found.sorted { $0.key < $1.key }.map { (channel, column) throws(CurveError) in
      LoggedColumn(
        channel, column, name: format == .npy ? channel.name(ofGroups: found.count) : nil,
        rows: try rows(of: column, source: source), notes: &notes)
    }
    return RunLog(
      name: name, source: source, columns: columns, notes: notes,
      declaredLength: curve.declaredLength)
  }

  /// The columns with rates; of several columns of steps the trainer's own.
  private static func recordedCurve(
    _ bytes: [UInt8], name: String, format: CurveFormat, options: ReadingOptions,
    notes: inout [String]
  ) throws(CurveError) -> RecordedCurve {
    do throws(CurveError) {
      return try RecordedCurve(bytes, name: name, format: format, options: options)
    } catch .severalStepColumns(let names, let place) {
      let best = ["train/global_step", "trainer/global_step", "global_step"].lazy.compactMap {
        wanted in names.first { $0.lowercased() == wanted }
      }.first
      guard options.stepColumn == nil, let best else {
        throw .severalStepColumns(names, place: place)
      }
      notes.append("the steps are those of column \(best)")
      var again = options
      again.stepColumn = best
      return try recordedCurve(bytes, name: name, format: format, options: again, notes: &notes)
    } catch .noValues(let names, _) {
      throw .noRates(names: names, file: name)
    }
  }

  private static func source(
    of curve: RecordedCurve, options: LogOptions
  ) throws(CurveError) -> LogSource {
    if options.countsSamples || options.trainBatchSize != nil {
      guard let size = options.trainBatchSize else { throw .noBatchSize(file: curve.name) }
      return .deepSpeedMonitor(trainBatchSize: size)
    }
    let names = curve.columns.map(\.name)
    if names.contains(where: { $0.hasPrefix("lr-") }) { return .lightning }
    if names.contains(where: { $0.hasSuffix("train/learning_rate") }) { return .tracker }
    return .plain(curve.format)
  }

  /// The scheduler steps of a column's steps.
  private static func rows(
    of column: RecordedColumn, source: LogSource
  ) throws(CurveError) -> [Int] {
    guard case .deepSpeedMonitor(let size) = source else { return column.steps }
    if let index = column.steps.firstIndex(where: { !$0.isMultiple(of: size) }) {
      throw .notAMultiple(
        samples: column.steps[index], trainBatchSize: size, place: column.place(of: index))
    }
    return column.steps.map { $0 / size }
  }
}

extension LogOptions {
  /// What a column of a curve is.
  fileprivate func channel(of name: String, index: Int, format: CurveFormat) -> LoggedChannel {
    if let group = columns.firstIndex(of: name) { return LoggedChannel(.lr, group: group) }
    if format == .npy { return LoggedChannel(.lr, group: index) }
    return LoggedChannel(columnName: name) ?? LoggedChannel(.lr, group: index)
  }

  /// How a curve is read: an npy whole, of others the columns that are asked for, else those that
  /// are called like rates.
  fileprivate func reading(_ format: CurveFormat) -> ReadingOptions {
    var reading = ReadingOptions()
    reading.stepColumn = stepColumn
    reading.requiredColumns = columns
    reading.allowsRepeatedSteps = true
    reading.firstStep = firstStep ?? 0
    reading.every = every ?? 1
    let asked = columns
    if !asked.isEmpty {
      reading.isWanted = { asked.contains($0) }
    } else if format != .npy {
      reading.isWanted = { name in
        LoggedChannel(columnName: name) != nil && !name.hasSuffix("__MIN")
          && !name.hasSuffix("__MAX")
      }
    }
    return reading
  }

  /// Refuses options that a log of a form has no use for.
  fileprivate func refuse(for format: CurveFormat, file: String) throws(CurveError) {
    if format.isLog || format == .npy, stepColumn != nil {
      throw .uselessOption("--step-column", because: "\(format.rawValue) has no column of steps")
    }
    if format.isLog {
      if !columns.isEmpty {
        throw .uselessOption("--column", because: "\(format.rawValue) has no columns")
      }
      if trainBatchSize != nil, !countsSamples {
        throw .uselessOption(
          "--train-batch-size", because: "\(format.rawValue) counts steps, not samples")
      }
    }
    if format != .npy, format != .consoleLog, every != nil || firstStep != nil {
      throw .uselessOption(
        every != nil ? "--every" : "--first-step", because: "\(file) says its steps itself")
    }
  }
}
