import LRSchedule
import LRText

/// The schedule that a trainer makes of its arguments.
struct TrainingSchedule {
  let type: SchedulerType
  /// Where the scheduler's type is written, else where the file is named.
  let typePlace: Place
  let arguments: [PlacedArgument]
  /// The parameters that have a value in place of one that is not known.
  let standIns: Set<String>
  let messages: [Message]

  /// Makes the arguments of Hugging Face's `get_scheduler`.
  ///
  /// - Parameters:
  ///   - training: The training arguments.
  ///   - options: What was typed beside them.
  ///   - standsIn: Whether what needs the number of steps gets a value that stands in for it where that is
  ///     not known; else it is an error.
  /// - Throws: `ConfigurationError` for a scheduler that is none of ours, or where the number of steps
  ///   is needed and not known.
  init(
    _ training: TrainingArguments, options: ScheduleOptions, standsIn: Bool = false
  ) throws(ConfigurationError) {
    let written = training.schedulerType
    typePlace = written?.place ?? .typed(training.name)
    let usual = training.isAxolotls ? CosineWithWarmup.type.name : LinearWithWarmup.type.name
    type = try Self.type(written?.name ?? usual, at: typePlace)
    try training.checkOwnCosine(type)
    var messages: [Message] = []
    if written == nil {
      messages.append(
        .note(
          training.isAxolotls
            ? "\(training.name): has no lr_scheduler: Axolotl takes \(usual)"
            : "\(training.name): has no lr_scheduler_type: the trainer takes \(usual)"))
    }
    let known = training.steps(options)
    let steps = known ?? options.recordedSteps
    let total = type.parameter(.totalSteps)
    let warmup = type.parameter(.warmupSteps)
    let typed = Set(options.parameters.map(\.name))
    messages += Self.messagesOfFlags(training, total: total, warmup: warmup, options: options)
    var standIns: Set<String> = []
    let place = typePlace
    /// What stands in for a parameter that needs the number of steps.
    func standIn(
      for parameter: ParameterDeclaration, _ value: Int, needing what: String
    ) throws(ConfigurationError) -> PlacedArgument {
      guard standsIn else {
        throw .training(
          .stepsMissing(
            of: what, place: place, epochs: training.epochs,
            command: options.command(adding: ["--steps 10000"])))
      }
      standIns.insert(parameter.name)
      return PlacedArgument(parameter.name, .int(value), at: place)
    }

    let needsSteps =
      total.map { !typed.contains($0.name) } ?? false
      || warmup.map { !typed.contains($0.name) && training.warmup.isShare } ?? false
    if known == nil, needsSteps, let steps {
      messages.append(
        .note(
          "\(training.name): max_steps is not set, and taken to be \(steps.value), \(steps.place);"
            + " --steps says another number"))
    }

    var arguments: [PlacedArgument] = []
    if let warmup, !typed.contains(warmup.name) {
      if let length = training.warmup.length(of: steps?.value) {
        arguments.append(PlacedArgument(warmup.name, .int(length.steps), at: length.place))
        if let note = length.note { messages.append(.note(note)) }
      } else {
        arguments.append(
          try standIn(for: warmup, AutoValues.warmupStandIn, needing: "its warm-up"))
      }
      messages +=
        [training.warningOfOwnWarmup(of: steps?.value, flag: warmup.name.asFlag)]
        .compactMap(\.self)
    } else if warmup == nil, let ignored = training.warmup.written {
      messages.append(
        .note("\(ignored.place): \(ignored.key) is ignored: \(type.name) has no warm-up"))
    }
    if let total, !typed.contains(total.name) {
      if let steps {
        arguments.append(PlacedArgument(total.name, .int(steps.value), at: steps.place))
      } else {
        arguments.append(
          try standIn(for: total, AutoValues.totalStandIn, needing: type.name))
      }
    }
    for argument in training.schedulerArguments {
      if let other = arguments.first(where: { $0.name == argument.name }) {
        throw .contradiction(other, argument)
      }
      arguments.append(argument)
    }
    if !training.says(.learningRate), options.baseLRs == nil {
      messages.append(
        .note(
          "\(training.name): has no learning_rate: the trainer takes"
            + " \(TrainingArguments.usualLearningRate)"))
    }
    self.arguments = arguments
    self.standIns = standIns
    self.messages = messages
  }

  /// What is said where a flag stands beside a length that is written.
  private static func messagesOfFlags(
    _ training: TrainingArguments, total: ParameterDeclaration?, warmup: ParameterDeclaration?,
    options: ScheduleOptions
  ) -> [Message] {
    func flag(_ parameter: ParameterDeclaration?) -> PlacedArgument? {
      options.parameters.first { $0.name == parameter?.name }
    }
    var messages: [Message] = []
    if let (steps, place) = training.maxSteps {
      if let flag = flag(total) {
        if flag.value != .int(steps) {
          messages.append(
            .note("\(place): max_steps is \(steps), but \(flag.place) \(flag.value) wins"))
        }
      } else if let rows = options.steps, rows > steps {
        messages.append(
          .note(
            "\(place): max_steps is \(steps), and the training is as long; \(options.stepsPlace) says how"
              + " many rows there are"))
      }
    }
    if let written = training.warmup.written, let flag = flag(warmup) {
      messages.append(
        .note("\(written.place): \(written.key) is ignored: \(flag.place) \(flag.value) wins"))
    }
    return messages
  }

  /// The scheduler of a name, which has to be exact: `cosine`, or `SchedulerType.COSINE` as it is saved.
  private static func type(
    _ written: String, at place: Place
  ) throws(ConfigurationError) -> SchedulerType {
    let prefix = "SchedulerType."
    let name =
      written.hasPrefix(prefix) ? String(written.dropFirst(prefix.count)).lowercased() : written
    if let type = Catalog.type(named: name, of: .huggingFace) { return type }
    if let reason = notClosed[name.lowercased()] {
      throw .training(.notClosed(name, reason: reason, place: place))
    }
    throw .training(.unknownScheduler(written, place: place))
  }

  /// Schedulers that people write and that are not computed here, and why.
  private static let notClosed: [String: String] = {
    let loss =
      "follows the loss of the run, so that no file says its rates; check the run's log against a plan of"
      + " your own"
    let own =
      "is a scheduler of Axolotl's own, which is not built in; name a schedule of lrsched list"
    return [
      "reduce_lr_on_plateau": loss, "reduce_on_plateau": loss, "greedy": loss,
      "one_cycle": own, "rex": own, "log_sweep": own,
    ]
  }()
}

extension TrainingWarmup {
  /// The key of a warm-up that is written, and its place.
  var written: (key: String, place: Place)? {
    if let steps, steps.value > 0 { return ("warmup_steps", steps.place) }
    return ratio.flatMap { $0.value > 0 ? ("warmup_ratio", $0.place) : nil }
  }
}
