import LRSchedule
import LRText

/// The options of a command line that decide what its schedules are, read and checked.
public struct ScheduleOptions: Sendable {
  /// `--steps`, or what epochs make of the batch.
  public private(set) var steps: Int?
  /// What said the steps.
  private(set) var stepsPlace = Place.typed("--steps")
  /// The steps of a curve beside the schedules, for those that do not know their own.
  private(set) var recordedSteps: (value: Int, place: Place)?
  /// `--lr`, one value a parameter group.
  public private(set) var baseLRs: [Double]?
  /// `--optimizer`.
  public private(set) var optimizerType: String?
  /// `--deepspeed`.
  public private(set) var release: String?
  /// `--training-arguments`.
  public let trainingArguments: TrainingArguments?
  /// `--train-epochs`, `--samples` and `--num-processes`.
  private(set) var epochs: EpochOptions
  /// The parameters that were typed as flags, `--resume-from` among them.
  private(set) var parameters: [PlacedArgument]
  /// The long names of the command's own options.
  let optionNames: @Sendable () -> [String]
  /// All that was typed, for an error that has to name a whole command.
  private let commandLine: [String]

  /// Reads the options as they were typed.
  ///
  /// - Parameters:
  ///   - steps: `--steps`, a count of at least 1.
  ///   - lr: `--lr`, finite numbers with commas between them.
  ///   - optimizer: `--optimizer`, a type of DeepSpeed or a class of `torch.optim`.
  ///   - deepspeed: `--deepspeed`, a release.
  ///   - resumeFrom: `--resume-from`, a count.
  ///   - trainingArguments: What `--training-arguments` names.
  ///   - trainEpochs: `--train-epochs`, a number above 0.
  ///   - samples: `--samples`, a count of at least 1.
  ///   - numProcesses: `--num-processes`, a count of at least 1.
  ///   - parameters: The parameters that were typed.
  ///   - optionNames: The long names of the command's own options.
  ///   - commandLine: The words that were typed.
  /// - Throws: `ConfigurationError`.
  public init(
    steps: String? = nil, lr: String? = nil, optimizer: String? = nil, deepspeed: String? = nil,
    resumeFrom: String? = nil, trainingArguments: TrainingArguments? = nil,
    trainEpochs: String? = nil, samples: String? = nil, numProcesses: String? = nil,
    parameters: [PlacedArgument] = [],
    optionNames: @escaping @Sendable () -> [String] = { [] },
    commandLine: [String] = []
  ) throws(ConfigurationError) {
    self.steps = try steps.map { (text) throws(ConfigurationError) in
      try typedCount(text, at: .typed("--steps"), atLeast: 1)
    }
    baseLRs = try lr.map { (text) throws(ConfigurationError) in try typedRates(text) }
    optimizerType = optimizer
    release = deepspeed
    self.trainingArguments = trainingArguments
    epochs = try EpochOptions(epochs: trainEpochs, samples: samples, processes: numProcesses)
    if epochs.processes != nil, !epochs.countsSteps, trainingArguments == nil {
      throw .epochs(.processesAlone)
    }
    var parameters = parameters
    if let resumeFrom {
      let last = try typedCount(resumeFrom, at: .typed("--resume-from"), atLeast: 0)
      parameters.append(
        PlacedArgument("last_batch_iteration", .int(last), at: .resumeFrom))
    }
    self.parameters = try Self.withoutRepetition(parameters)
    self.optionNames = optionNames
    self.commandLine = commandLine
  }

  /// Whether any of them was typed.
  public var saysAnything: Bool {
    steps != nil || baseLRs != nil || optimizerType != nil || release != nil || !parameters.isEmpty
      || trainingArguments != nil || epochs.countsSteps
  }

  /// `--resume-from` for a scheduler that has no parameter for it.
  func resumedAfter(of type: SchedulerType) -> Int? {
    guard let typed = parameters.first(where: { $0.place == .resumeFrom }),
      type.parameter(named: typed.name) == nil, case .int(let step) = typed.value
    else { return nil }
    return step
  }

  /// The parameters that were typed and that none of some schedulers has.
  func parameters(unknownTo types: [SchedulerType]) -> [PlacedArgument] {
    // Any run can be resumed, whether its scheduler has a parameter for it or not.
    parameters.filter { argument in
      argument.place != .resumeFrom
        && !types.contains { $0.parameter(named: argument.name) != nil }
    }
  }

  /// The number of training steps, and what said it.
  var trainingSteps: (value: Int, place: Place)? {
    trainingArguments?.steps(self) ?? steps.map { ($0, stepsPlace) } ?? recordedSteps
  }

  /// The options with another number of steps.
  func with(steps: Int, from place: Place) -> ScheduleOptions {
    var options = self
    (options.steps, options.stepsPlace) = (steps, place)
    return options
  }

  /// The options with other values in the place of those that were typed.
  ///
  /// - Parameters:
  ///   - parameters: All parameters.
  ///   - baseLRs: The base lr of each group; nil where none is to be typed.
  /// - Returns: The options.
  func with(parameters: [PlacedArgument], baseLRs: [Double]?) -> ScheduleOptions {
    var options = self
    (options.parameters, options.baseLRs) = (parameters, baseLRs)
    return options
  }

  /// Options that say by themselves what others take from files: the optimizer, its rates, and the steps.
  ///
  /// - Parameters:
  ///   - optimizer: The optimizer.
  ///   - steps: The steps; nil where nothing says them.
  ///   - usesRates: Whether the rates, or how many they are, decide anything.
  /// - Returns: The options, without parameters, release and epochs.
  func standingAlone(optimizer: Optimizer, steps: Int?, usesRates: Bool) -> ScheduleOptions {
    var options = self
    options.parameters = parameters.filter { $0.place == .resumeFrom }
    (options.release, options.epochs, options.steps) = (nil, EpochOptions(), steps)
    options.optimizerType = optimizer.type == Optimizer.defaultType ? nil : optimizer.type
    let isUsual = !usesRates || optimizer.baseLRs == [Resolution.usualRate]
    options.baseLRs = isUsual ? nil : optimizer.baseLRs
    return options
  }

  /// The options beside a curve or a log, whose steps are those of a training that nothing else tells.
  ///
  /// - Parameters:
  ///   - steps: How many steps its run has, at least 1; nil where it does not say.
  ///   - name: What errors call it.
  /// - Returns: The options.
  public func beside(recordedSteps steps: Int?, of name: String) -> ScheduleOptions {
    var options = self
    options.recordedSteps = steps.map { ($0, .assumed("the steps of \(name)")) }
    return options
  }

  /// What was typed with more flags, as a shell takes it.
  func command(adding flags: [String]) -> String {
    let end = commandLine.firstIndex(of: "--") ?? commandLine.count
    let words = commandLine.map(\.quotedForShell)
    return (["lrsched"] + words[..<end] + flags + words[end...]).joined(separator: " ")
  }

  private static func withoutRepetition(
    _ arguments: [PlacedArgument]
  ) throws(ConfigurationError) -> [PlacedArgument] {
    var result: [PlacedArgument] = []
    for argument in arguments {
      guard let earlier = result.first(where: { $0.name == argument.name }) else {
        result.append(argument)
        continue
      }
      guard earlier.value == argument.value else { throw .contradiction(earlier, argument) }
    }
    return result
  }
}

/// Reads base learning rates that were typed: finite numbers with commas between them, in brackets or not.
///
/// - Parameters:
///   - text: What was typed.
///   - place: The option, for the error.
/// - Returns: The rates, one a parameter group.
/// - Throws: `ConfigurationError` where one is no number.
public func typedRates(
  _ text: String, at place: Place = .typed("--lr")
) throws(ConfigurationError) -> [Double] {
  var rates: [Double] = []
  let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
  for part in splitAtCommas(isBracketed ? text.dropFirst().dropLast() : text[...]) {
    rates.append(try typedNumber(part.trimmingSpaces, at: place))
  }
  return rates
}

extension String {
  /// The word as a shell takes it back.
  public var quotedForShell: String {
    let plain = allSatisfy { $0.isLetter || $0.isNumber || "-_./:=,@%+".contains($0) }
    if plain, !isEmpty { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
