import LRSchedule
import LRText

/// What Hugging Face's training arguments say of the learning rate and of the length of the training,
/// as Axolotl and LLaMA-Factory spell them too.
///
/// A file is YAML by its name (`.yaml`, `.yml`), else JSON. The rest of it is not looked at.
public struct TrainingArguments: Sendable {
  /// How errors call the file: its path as it was typed, or `standard input`.
  let name: String
  /// The path of the file, `-` for standard input.
  let input: String
  /// `learning_rate`, else the trainer's own.
  let learningRate: (value: Double, place: Place)
  /// `lr_scheduler_type` as it is written; nil where it is not.
  let schedulerType: (name: String, place: Place)?
  /// `lr_scheduler_kwargs`.
  let schedulerArguments: [PlacedArgument]
  /// `max_steps` above 0.
  let maxSteps: (value: Int, place: Place)?
  /// The epochs, in fractions too.
  let epochs: Double
  /// The warm-up as it is written.
  let warmup: TrainingWarmup
  /// The batch of one process.
  let perDeviceBatchSize: (value: Int, place: Place)
  /// How many batches one optimizer step takes.
  let accumulationSteps: (value: Int, place: Place)
  /// Whether they are spelt as Axolotl spells them.
  let isAxolotls: Bool
  /// The argument that makes Axolotl's own cosine of one; nil for none.
  let ownCosine: PlacedArgument?
  /// The keys that look like one that is read.
  let misspeltKeys: [MisspeltTrainingKey]
  private let root: HjsonNode

  /// The trainer's learning rate where the file says none.
  static let usualLearningRate = 5e-5

  /// Reads a file of training arguments.
  ///
  /// - Parameter path: The file; `-` is standard input.
  /// - Throws: `ConfigurationError`, or `InputError` for a file that cannot be read.
  public init(at path: String) throws {
    let name = path == "-" ? "standard input" : path
    try self.init(
      ScheduleFile.root(ReadFile.bytes(of: path), name: name), name: name, input: path)
  }

  /// Reads arguments from the value of their file.
  init(_ root: HjsonNode, name: String, input: String) throws(ConfigurationError) {
    self.name = name
    self.input = input
    self.root = root
    let reader = TrainingArgumentsReader(root: root, file: name)
    guard Self.isOne(root) else { throw .training(reader.noArguments()) }
    isAxolotls = Self.areAxolotls(root)
    misspeltKeys = reader.misspeltKeys
    let usual = Place.assumed("the trainer's default")
    learningRate =
      try reader.number(.learningRate, allowed: "a finite number, 0 or more") { $0 >= 0 }
      ?? (Self.usualLearningRate, usual)
    schedulerType = try reader.text(.schedulerType, or: .scheduler)
    schedulerArguments = try reader.arguments(.schedulerArguments)
    let steps = try reader.count(.maxSteps, atLeast: -1)
    maxSteps = steps.flatMap { $0.value > 0 ? $0 : nil }
    epochs =
      try reader.number(.trainEpochs, or: .epochs, allowed: "a finite number above 0") { $0 > 0 }?
      .value ?? (isAxolotls ? 1 : 3)
    warmup = try TrainingWarmup(
      steps: reader.number(.warmupSteps, allowed: "a number from 0 to 2^53") {
        0...Double(TypedNumber.largestWhole) ~= $0
      },
      ratio: reader.number(.warmupRatio, allowed: "a number from 0 to 1") { 0...1 ~= $0 },
      isAxolotls: isAxolotls)
    perDeviceBatchSize =
      try reader.count(.perDeviceBatchSize, or: .microBatchSize, atLeast: 1)
      ?? (isAxolotls ? 1 : 8, usual)
    accumulationSteps =
      try reader.count(.accumulationSteps, atLeast: 1) ?? (1, usual)
    ownCosine = try reader.ownCosine()
  }

  /// Whether a value may be training arguments: a map that says the rate or its scheduler.
  static func isOne(_ root: HjsonNode) -> Bool {
    TrainingKey.required.contains {
      guard let node = root.member($0.rawValue)?.node else { return false }
      if case .map = node.value { return false }
      return true
    }
  }
}

// The length.

extension TrainingArguments {
  /// The number of training steps, and what said it; nil where neither the arguments nor the options do.
  func steps(_ options: ScheduleOptions) -> (value: Int, place: Place)? {
    let names = ["num_training_steps", "total_num_steps"]
    if let typed = options.parameters.first(where: { names.contains($0.name) }),
      case .int(let steps) = typed.value
    {
      return (steps, typed.place)
    }
    return maxSteps ?? options.steps.map { ($0, options.stepsPlace) }
  }

  /// What is said of its keys.
  var messages: [Message] { misspeltKeys.map { .warning("\($0)") } }

  /// Whether the key stands in the file.
  func says(_ key: TrainingKey) -> Bool { root.member(key.rawValue) != nil }
}
