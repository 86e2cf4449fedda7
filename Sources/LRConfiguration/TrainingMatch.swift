import LRSchedule
import LRText

/// What Hugging Face's integration compares: a value of the configuration that is not "auto" has to be
/// the trainer's own.
struct TrainingMatch {
  let training: TrainingArguments
  let options: ScheduleOptions

  /// Refuses a configuration whose values are not the trainer's; what was typed as a flag is not
  /// compared.
  ///
  /// - Throws: `ConfigurationError` with all that differ.
  func check(_ file: DeepSpeedFile) throws(ConfigurationError) {
    var pairs: [TrainingMismatch] = []
    func compare(_ configured: PlacedArgument?, _ name: String, _ value: Value, at place: Place) {
      guard let configured, configured.value != .auto, configured.value != .null,
        !options.parameters.contains(where: { $0.name == configured.name }),
        configured.value != value,
        configured.value.number != value.number
          || configured.value.number == nil
      else { return }
      pairs.append(
        TrainingMismatch(
          configured: configured, argument: PlacedArgument(name, value, at: place)))
    }
    if options.baseLRs == nil {
      let (rate, place) = training.learningRate
      compare(
        file.optimizerLR.map { PlacedArgument("the optimizer's lr", $0.value, at: $0.place) },
        "learning_rate", .float(rate), at: place)
      for argument in file.arguments where role(argument, of: file) == .warmupEndRate {
        compare(argument, "learning_rate", .float(rate), at: place)
      }
    }
    let steps = training.steps(options)
    for argument in file.arguments {
      switch role(argument, of: file) {
      case .totalSteps:
        if let steps {
          compare(argument, "the number of training steps", .int(steps.value), at: steps.place)
        }
      case .warmupSteps:
        if !training.hasOwnWarmup, let length = training.warmup.length(of: steps?.value) {
          compare(argument, "the warm-up", .int(max(1, length.steps)), at: length.place)
        }
      default: break
      }
    }
    compareBatches(of: file, compare)
    guard pairs.isEmpty else { throw .training(.mismatch(pairs)) }
  }

  private func compareBatches(
    of file: DeepSpeedFile,
    _ compare: (PlacedArgument?, String, Value, Place) -> Void
  ) {
    func configured(_ key: String) -> PlacedArgument? {
      file.configuration.member(key).map {
        PlacedArgument(key, Value($0.node), at: .file(file.name, $0.node.position))
      }
    }
    let (perDevice, place) = training.perDeviceBatchSize
    let (accumulated, accumulatedPlace) = training.accumulationSteps
    compare(
      configured("train_micro_batch_size_per_gpu"), "per_device_train_batch_size",
      .int(perDevice), place)
    compare(
      configured("gradient_accumulation_steps"), "gradient_accumulation_steps",
      .int(accumulated), accumulatedPlace)
    if let processes = options.epochs.processes {
      let (perStep, overflow) = BatchSize.product([perDevice, accumulated, processes])
      guard !overflow else { return }
      compare(
        configured("train_batch_size"), "the trainer's batch", .int(perStep), place)
    }
  }

  /// What a parameter of DeepSpeed's schedulers means; the integration does not look at those of PyTorch's.
  private func role(
    _ argument: PlacedArgument, of file: DeepSpeedFile
  ) -> ParameterDeclaration.Role? {
    guard file.type.framework == .deepspeed else { return nil }
    return file.type.parameter(named: argument.name)?.role
  }

  /// What is said of the trainer's own scheduler, which the configuration's replaces; nil where none is
  /// written.
  func messageOfScheduler(_ file: DeepSpeedFile) -> Message? {
    training.schedulerType.map {
      .note(
        "\($0.place): lr_scheduler_type \($0.name) is ignored: the scheduler of \(file.name),"
          + " \(file.type.name), wins")
    }
  }
}
