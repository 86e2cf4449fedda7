// What the schedulers of Hugging Face share: each group's own rate times a factor of the step, which
// rises along a line through the warm-up.

/// A scheduler of `transformers/optimization.py`.
protocol HuggingFaceScheduler: DefinedScheduler {}

extension SchedulerContext {
  /// The channels of a factor that each group's rate is multiplied by.
  ///
  /// - Parameter parts: The factor, in parts.
  /// - Returns: The channels.
  mutating func channels(of parts: [FactorPart]) -> Channels {
    Channels(lr: baseLRs().map { base in ClosedForm(parts.map { $0.part(scaledBy: base) }) })
  }
}

/// A part of a factor: a shape from a step on.
struct FactorPart: Sendable {
  private let first: Int
  private let title: String
  private let scaled: @Sendable (Double) -> CompiledFormula

  @inline(__always) init(_ first: Int, _ title: String, _ shape: some Formula) {
    self.first = first
    self.title = title
    scaled = { CompiledFormula(Scaled($0, shape)) }
  }

  func part(scaledBy base: Double) -> Part { Part(first, title, scaled(base)) }
}

/// A scheduler that warms up along a line.
protocol LinearWarmupScheduler: HuggingFaceScheduler {
  /// `num_warmup_steps`.
  var numWarmupSteps: Int { get set }
}

extension LinearWarmupScheduler {
  /// W as a double.
  var warmup: Double { Double(numWarmupSteps) }

  /// `t / max(1, W)` for t < W.
  var linearWarmup: FactorPart { FactorPart(0, "warm-up", Intervals(of: max(1, warmup))) }

  /// The first step after the warm-up.
  var warmupEnd: Int { max(0, numWarmupSteps) }
}

/// A scheduler with a warm-up and a length.
protocol TrainingScheduler: LinearWarmupScheduler {
  /// `num_training_steps`.
  var numTrainingSteps: Int { get set }
}

extension TrainingScheduler {
  /// N as a double.
  var total: Double { Double(numTrainingSteps) }

  /// `(t - W) / max(1, N - W)`.
  var progress: Progress { Progress(from: warmup, length: max(1, total - warmup)) }
}

extension Parameter where S: LinearWarmupScheduler {
  static var numWarmupSteps: Parameter {
    Parameter(
      "num_warmup_steps", \.numWarmupSteps, "steps of the warm-up", role: .warmupSteps)
  }
}

extension Parameter where S: TrainingScheduler {
  static var numTrainingSteps: Parameter {
    Parameter(
      "num_training_steps", \.numTrainingSteps, "steps of the whole training",
      .required(example: nil), role: .totalSteps)
  }
}
