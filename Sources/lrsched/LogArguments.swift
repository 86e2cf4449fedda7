import ArgumentParser
import LRConfiguration
import LRCurves
import LRText

/// How a log is read.
struct LogArguments: ParsableArguments {
  @OptionGroup var reading: ReadingArguments

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Samples a step, of a log that counts samples; the configuration's.", valueName: "n"))
  var trainBatchSize: String?

  /// Reads a log.
  ///
  /// - Parameters:
  ///   - path: The log; `-` is standard input.
  ///   - inputs: What its plan is read from: a configuration may say how many samples a step takes.
  /// - Returns: The log.
  /// - Throws: `ConfigurationError`, `InputError` or `CurveError`.
  func log(at path: String, againstScheduleIn inputs: [String]) throws -> RunLog {
    var options = LogOptions()
    options.columns = try reading.columns()
    options.stepColumn = reading.stepColumn
    options.every = try reading.distance()
    options.firstStep = try reading.first()
    options.trainBatchSize = try count(trainBatchSize, of: "--train-batch-size", atLeast: 1)
    // DeepSpeed's monitor writes Train_Samples_lr.csv.
    let name = path.split(separator: "/").last ?? ""
    if options.trainBatchSize == nil, name.contains("Train_Samples") {
      options.countsSamples = true
      options.trainBatchSize = try inputs.first { $0 != "-" && $0 != path }.flatMap {
        try TrainBatchSize.declared(in: ReadFile.bytes(of: $0))
      }
    }
    return try RunLog(
      ReadFile.bytes(of: path, limit: RecordedCurve.maximumByteCount),
      name: path == "-" ? "standard input" : path, options: options)
  }
}
