/// Hugging Face's `cosine`: warms up along a line, then falls along half a cosine to 0.
public struct CosineWithWarmup: TrainingScheduler {
  /// `num_warmup_steps`: steps of the warm-up.
  public var numWarmupSteps = 0
  /// `num_training_steps`: the length of `num_cycles` waves, the warm-up included.
  public var numTrainingSteps: Int
  /// `num_cycles`: waves after the warm-up; half a one falls to 0.
  public var numCycles = 0.5

  /// Makes the schedule with every default but the one that the framework requires.
  public init(numTrainingSteps: Int) { self.numTrainingSteps = numTrainingSteps }
}

extension CosineWithWarmup {
  /// An example's length.
  init() { self.init(numTrainingSteps: 10_000) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    CosineWithWarmup.self, framework: .huggingFace, name: "cosine", commandName: "cosine",
    summary: "warms up along a line, then falls along half a cosine to 0",
    source: "transformers/optimization.py, get_cosine_schedule_with_warmup",
    formula: """
      W = num_warmup_steps;  N = num_training_steps;  p = (t - W) / max(1, N - W)
      t < W:   lr = base_lr * (t / max(1, W))
      t >= W:  lr = base_lr * max(0, 0.5 * (1 + cos(pi * num_cycles * 2 * p)))
      """,
    quirks: [
      "With a warm-up the first batch trains with rate 0.",
      "Past num_training_steps the cosine goes on: the rate rises again.",
    ])

  static let parameters: [Parameter<CosineWithWarmup>] = [
    .numWarmupSteps, .numTrainingSteps,
    Parameter("num_cycles", \.numCycles, "waves after the warm-up; 0.5 falls once, to 0"),
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let cosine = CosineFactor(cycles: numCycles, along: progress)
    return context.channels(of: [
      linearWarmup, FactorPart(warmupEnd, "cosine", CutAtZero(cosine)),
    ])
  }
}
