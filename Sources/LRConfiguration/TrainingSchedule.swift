import LRSchedule
import LRText

/// The schedule that a trainer makes of its arguments.
struct TrainingSchedule {
  let type: SchedulerType
  /// Where the scheduler's type is written, else where the file is named.
  let typePlace: Place
  let arguments: [PlacedArgument]
  let messages: [Message]

  /// Makes the arguments of Hugging Face's `get_scheduler`.
  ///
  /// - Parameters:
  ///   - training: The training arguments.
  ///   - options: What was typed beside them.
  /// - Throws: `ConfigurationError` for a scheduler that is none of ours, or where the number of steps
  ///   is needed and not known.
  init(_ training: TrainingArguments, options: ScheduleOptions) throws(ConfigurationError) {
    let written = training.schedulerType
    typePlace = written?.place ?? .typed(training.name)
    type = try Self.type(written?.name ?? "linear", at: typePlace)
    var messages: [Message] = []
    if written == nil {
      messages.append(.note("\(training.name): has no lr_scheduler_type: the trainer takes linear"))
    }
    let steps = training.steps(options)
    let total = type.parameters.first { $0.role == .totalSteps }
    let warmup = type.parameters.first { $0.role == .warmupSteps }
    let typed = Set(options.parameters.map(\.name))
    func missing(_ what: String, at place: Place) -> ConfigurationError {
      .training(
        .stepsMissing(
          of: what, place: place, epochs: training.epochs,
          command: options.command(adding: ["--steps 10000"])))
    }

    var arguments: [PlacedArgument] = []
    if let warmup, !typed.contains(warmup.name) {
      guard let length = training.warmup.length(of: steps?.value) else {
        throw missing("its warm-up", at: typePlace)
      }
      arguments.append(PlacedArgument(warmup.name, .int(length.steps), at: length.place))
      if let note = length.note { messages.append(.note(note)) }
    } else if warmup == nil, let ignored = training.warmup.written {
      messages.append(
        .note("\(ignored.place): \(ignored.key) is ignored: \(type.name) has no warm-up"))
    }
    if let total, !typed.contains(total.name) {
      guard let steps else { throw missing(type.name, at: typePlace) }
      arguments.append(PlacedArgument(total.name, .int(steps.value), at: steps.place))
    }
    for argument in training.schedulerArguments {
      if let other = arguments.first(where: { $0.name == argument.name }) {
        throw .contradiction(other, argument)
      }
      arguments.append(argument)
    }
    if !training.says("learning_rate"), options.baseLRs == nil {
      messages.append(
        .note(
          "\(training.name): has no learning_rate: the trainer takes"
            + " \(TrainingArguments.usualLearningRate)"))
    }
    self.arguments = arguments
    self.messages = messages
  }

  /// The scheduler of a name, which has to be exact: `cosine`, or `SchedulerType.COSINE` as it is saved.
  private static func type(
    _ written: String, at place: Place
  ) throws(ConfigurationError) -> SchedulerType {
    let prefix = "SchedulerType."
    let name =
      written.hasPrefix(prefix) ? String(written.dropFirst(prefix.count)).lowercased() : written
    if let type = Catalog.type(named: name, of: .huggingFace) { return type }
    if let reason = notClosed[name] {
      throw .training(.notClosed(name, reason: reason, place: place))
    }
    throw .training(.unknownScheduler(written, place: place))
  }

  /// Schedulers that people write and no file decides, and why.
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
