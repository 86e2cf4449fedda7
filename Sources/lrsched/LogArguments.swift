import ArgumentParser
import LRConfiguration
import LRCurves
import LRText

/// How a log is read.
struct LogArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The log's columns with rates, one a parameter group, where their names do not say so.",
      valueName: "names"))
  var column: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The log's column with the steps.", valueName: "name"))
  var stepColumn: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Steps from one point to the next, of a log that does not say its steps.", valueName: "k"))
  var every: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The step of the first point of such a log; K, of an npy 0.", valueName: "step"))
  var firstStep: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Samples a step, of a log that counts samples; the configuration's.", valueName: "n"))
  var trainBatchSize: String?

  /// Reads a log.
  ///
  /// - Parameters:
  ///   - path: The log; `-` is standard input.
  ///   - resolution: Its plan, whose configuration may say how many samples a step takes.
  /// - Returns: The log.
  /// - Throws: `ConfigurationError`, `InputError` or `CurveError`.
  func log(at path: String, against resolution: Resolution) throws -> RunLog {
    var options = LogOptions()
    options.columns =
      column.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      ?? []
    options.stepColumn = stepColumn
    options.every = try count(every, of: "--every", atLeast: 1)
    options.firstStep = try count(firstStep, of: "--first-step", atLeast: 0)
    options.trainBatchSize = try count(trainBatchSize, of: "--train-batch-size", atLeast: 1)
    // DeepSpeed's monitor writes Train_Samples_lr.csv.
    let name = path.split(separator: "/").last ?? ""
    if options.trainBatchSize == nil, name.contains("Train_Samples") {
      options.countsSamples = true
      options.trainBatchSize = try resolution.inputs.first { $0 != "-" && $0 != path }.flatMap {
        try TrainBatchSize.declared(in: ReadFile.bytes(of: $0))
      }
    }
    return try RunLog(
      ReadFile.bytes(of: path, limit: RecordedCurve.maximumByteCount),
      name: path == "-" ? "standard input" : path, options: options)
  }

  private func count(
    _ text: String?, of option: String, atLeast least: Int
  ) throws(ConfigurationError) -> Int? {
    try text.map { (text) throws(ConfigurationError) in
      try typedCount(text, at: .typed(option), atLeast: least)
    }
  }
}
