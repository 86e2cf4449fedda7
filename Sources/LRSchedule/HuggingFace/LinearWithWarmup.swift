/// Hugging Face's `linear`, the trainer's default: warms up along a line, then falls along one to 0.
public struct LinearWithWarmup: TrainingScheduler {
  /// `num_warmup_steps`: steps of the warm-up.
  public var numWarmupSteps = 0
  /// `num_training_steps`: the step at which the rate is 0.
  public var numTrainingSteps: Int

  /// Makes the schedule with every default but the one that the framework requires.
  public init(numTrainingSteps: Int) { self.numTrainingSteps = numTrainingSteps }
}

extension LinearWithWarmup {
  /// An example's length.
  init() { self.init(numTrainingSteps: 10_000) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    LinearWithWarmup.self, framework: .huggingFace, name: "linear", commandName: "linear",
    summary: "warms up along a line, then falls along one to 0",
    source: "transformers/optimization.py, get_linear_schedule_with_warmup",
    formula: """
      W = num_warmup_steps;  N = num_training_steps
      t < W:   lr = base_lr * (t / max(1, W))
      t >= W:  lr = base_lr * max(0, (N - t) / max(1, N - W))
      """,
    quirks: ["With a warm-up the first batch trains with rate 0."])

  static let parameters: [Parameter<LinearWithWarmup>] = [.numWarmupSteps, .numTrainingSteps]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let decay = Remaining(to: total, length: max(1, total - warmup))
    let bottom = firstStep(in: warmupEnd..<Schedule.stepLimit) { decay.value(at: Double($0)) <= 0 }
    return context.channels(of: [
      linearWarmup,
      FactorPart(warmupEnd, "decay", CutAtZero(decay)),
      FactorPart(bottom, "minimum", Constant(0)),
    ])
  }
}
