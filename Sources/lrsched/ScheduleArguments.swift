import ArgumentParser
import LRConfiguration
import LRCurves
import LRSchedule
import LRText

/// The words of a command line and what is said about schedules: what every command with schedules
/// takes.
struct ScheduleArguments<Words: NamedWords>: ParsableArguments {
  @ArgumentParser.Argument(parsing: .allUnrecognized, help: Words.help)
  var rest: [String] = []

  @Option(
    parsing: .unconditional,
    help: "Number of steps: rows 0..<N (10000, 10_000, 1e6, 10k, 5M).")
  var steps: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Base lr, one value a parameter group; the configuration's, else 0.001.", valueName: "x,y"))
  var lr: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Decides whether momentum moves; the configuration's, else Adam.", valueName: "type"))
  var optimizer: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Whose numbers: 0.14.2, or 0.14 for the newest 0.14.x;"
        + " \(Framework.deepspeed.newestRelease) if not given.",
      valueName: "release"))
  var deepspeed: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A resumed run: rows start at K + 1.", valueName: "k"))
  var resumeFrom: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Hugging Face's arguments (YAML or JSON), which fill the \"auto\" of a configuration.",
      valueName: "file"))
  var trainingArguments: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Epochs: --steps is this times the samples by the batch; the training arguments'.",
      valueName: "e"))
  var trainEpochs: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Samples of an epoch; the batch is the configuration's, or the training arguments'.",
      valueName: "n"))
  var samples: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Processes (GPUs) that train, where the batch is said for one; 1 if not given.",
      valueName: "p"))
  var numProcesses: String?

  @Option(
    name: .customShort("p"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A parameter, by the framework's name; repeatable.", valueName: "name=value"))
  var parameters: [String] = []

  /// The schedules that were typed.
  ///
  /// - Parameters:
  ///   - command: The command, whose own options a misspelt word may mean.
  ///   - readsStandardInput: Whether the command itself reads it, so that no schedule can.
  /// - Returns: The schedules.
  /// - Throws: `ConfigurationError` or `InputError`.
  func resolve(
    for command: any ParsableCommand.Type, readsStandardInput: Bool = false
  ) throws -> Resolution {
    let typed = try typed(for: command)
    return try typed.resolve(typed.words, readsStandardInput: readsStandardInput)
  }

  /// The configurations that were typed, as they were read.
  ///
  /// - Parameter command: The command, whose own options a misspelt word may mean.
  /// - Returns: One inspection a configuration.
  /// - Throws: `ConfigurationError` or `InputError`.
  func inspect(for command: any ParsableCommand.Type) throws -> [ConfigurationInspection] {
    let typed = try typed(for: command)
    let inspections = try ConfigurationInspection.inspect(typed.words, options: typed.options)
    Diagnostics.say(inspections.flatMap(\.messages))
    return inspections
  }

  /// What was typed: words, and what is said about them.
  func typed(for command: any ParsableCommand.Type) throws -> TypedSchedules {
    let names: @Sendable () -> [String] = { command.optionNames }
    let typed = try TypedParameters(rest: rest, assignments: parameters, options: names)
    let options = try ScheduleOptions(
      steps: steps, lr: lr, optimizer: optimizer, deepspeed: deepspeed, resumeFrom: resumeFrom,
      trainingArguments: trainingArguments.map { try TrainingArguments(at: $0) },
      trainEpochs: trainEpochs, samples: samples, numProcesses: numProcesses,
      parameters: typed.arguments, optionNames: names,
      commandLine: Array(CommandLine.arguments.dropFirst()))
    return TypedSchedules(words: typed.words, options: options)
  }
}

/// The words that a command line leaves for schedules, and what is said about them.
struct TypedSchedules {
  let words: [String]
  let options: ScheduleOptions

  /// The words beside a curve or a log, whose steps are those of a training that nothing else tells.
  func beside(recordedSteps steps: Int?, of name: String) -> TypedSchedules {
    TypedSchedules(words: words, options: options.beside(recordedSteps: steps, of: name))
  }

  /// Makes the schedules of some words, and says what has to be said of them.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - readsStandardInput: Whether the command itself reads it, so that no schedule can.
  ///   - contents: What the command has read for schedules, by path; `-` is standard input.
  /// - Returns: The schedules, at least one.
  /// - Throws: `ConfigurationError` or `InputError`; `UsageError` where a word is a curve or a log.
  func resolve(
    _ words: [String], readsStandardInput: Bool = false, contents: [String: [UInt8]] = [:]
  ) throws -> Resolution {
    do {
      let resolution = try Resolution(
        words, options: options, readsStandardInput: readsStandardInput, contents: contents)
      Diagnostics.say(resolution.messages)
      return resolution
    } catch let error as ConfigurationError {
      guard let file = error.fileWithoutSchedule, let format = Self.formatOfCurve(in: file) else {
        throw error
      }
      throw UsageError.noSchedule(file, format)
    }
  }

  /// The form of the curve or the log in a file; nil where it is none, or cannot be read again.
  private static func formatOfCurve(in path: String) -> CurveFormat? {
    guard ReadFile.isRegular(path),
      let bytes = try? ReadFile.bytes(of: path, limit: RecordedCurve.maximumByteCount)
    else { return nil }
    return CurveFormat.detected(in: bytes, name: path)
  }
}
