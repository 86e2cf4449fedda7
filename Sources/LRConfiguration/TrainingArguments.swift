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
    let usual = Place.assumed("the trainer's default")
    learningRate =
      try reader.number("learning_rate", allowed: "a number, 0 or more") { $0 >= 0 }
      ?? (Self.usualLearningRate, usual)
    schedulerType = try reader.text("lr_scheduler_type", or: "lr_scheduler")
    schedulerArguments = try reader.arguments("lr_scheduler_kwargs")
    let steps = try reader.count("max_steps", atLeast: -1)
    maxSteps = steps.flatMap { $0.value > 0 ? $0 : nil }
    epochs =
      try reader.number("num_train_epochs", or: "num_epochs", allowed: "a number above 0") {
        $0 > 0
      }?.value ?? 3
    warmup = try TrainingWarmup(
      steps: reader.number("warmup_steps", allowed: "a number from 0 to 2^53") {
        0...Double(TypedNumber.largestWhole) ~= $0
      },
      ratio: reader.number("warmup_ratio", allowed: "a number from 0 to 1") { 0...1 ~= $0 })
    perDeviceBatchSize =
      try reader.count("per_device_train_batch_size", or: "micro_batch_size", atLeast: 1)
      ?? (8, usual)
    accumulationSteps =
      try reader.count("gradient_accumulation_steps", atLeast: 1) ?? (1, usual)
  }

  /// Whether a value may be training arguments: a map that says the rate or its scheduler.
  static func isOne(_ root: HjsonNode) -> Bool {
    ["learning_rate", "lr_scheduler_type", "lr_scheduler"].contains {
      guard let node = root.member($0)?.node else { return false }
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

  /// Whether the key stands in the file.
  func says(_ key: String) -> Bool { root.member(key) != nil }
}
