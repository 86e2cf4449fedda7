import LRText

/// The keys of training arguments that are read; there are hundreds of others.
enum TrainingKey: String, CaseIterable {
  case learningRate = "learning_rate"
  case schedulerType = "lr_scheduler_type"
  case schedulerArguments = "lr_scheduler_kwargs"
  case warmupSteps = "warmup_steps"
  case warmupRatio = "warmup_ratio"
  case maxSteps = "max_steps"
  case trainEpochs = "num_train_epochs"
  case perDeviceBatchSize = "per_device_train_batch_size"
  case accumulationSteps = "gradient_accumulation_steps"

  // Axolotl's spellings, and what only it has.

  case scheduler = "lr_scheduler"
  case epochs = "num_epochs"
  case microBatchSize = "micro_batch_size"
  case cosineMinLRRatio = "cosine_min_lr_ratio"
  case quadraticWarmup = "lr_quadratic_warmup"

  /// The keys of which a file of training arguments has one.
  static let required: [TrainingKey] = [.learningRate, .schedulerType, .scheduler]

  /// The key that a misspelt one means: at most one letter is wrong, missing, too many or swapped.
  ///
  /// - Parameter written: A key of a file.
  /// - Returns: The key; nil where it is one itself, or none is as near.
  static func meant(by written: String) -> TrainingKey? {
    guard TrainingKey(rawValue: written) == nil else { return nil }
    return suggestion(for: written, among: allCases.map(\.rawValue), within: 1)
      .flatMap(TrainingKey.init)
  }
}

/// A key of training arguments that is misspelt, and is read by nobody.
public struct MisspeltTrainingKey: Sendable {
  let written: String
  let meant: String
  /// Where it is written.
  public let place: Place
}

extension MisspeltTrainingKey: CustomStringConvertible {
  /// The mistake in the form `WHERE: WHAT; MEND`.
  public var description: String { "\(place): \(sentence)" }

  /// What is wrong, then the mend.
  public var sentence: String {
    "\(written.quotedWord) is no key that is read; did you mean \"\(meant)\"?"
  }
}
