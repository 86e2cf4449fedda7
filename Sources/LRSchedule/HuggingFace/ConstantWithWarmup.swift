/// Hugging Face's `constant_with_warmup`: warms up along a line, then stays.
public struct ConstantWithWarmup: LinearWarmupScheduler {
  /// `num_warmup_steps`: steps of the warm-up.
  public var numWarmupSteps = 0

  /// Makes the schedule with every default.
  public init() {}
}

extension ConstantWithWarmup {
  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    ConstantWithWarmup.self, framework: .huggingFace, name: "constant_with_warmup",
    commandName: "constant-with-warmup", summary: "warms up along a line, then stays",
    source: "transformers/optimization.py, get_constant_schedule_with_warmup",
    formula: """
      W = num_warmup_steps
      t < W:   lr = base_lr * (t / max(1, W))
      t >= W:  lr = base_lr
      """,
    quirks: ["With a warm-up the first batch trains with rate 0."])

  static let parameters: [Parameter<ConstantWithWarmup>] = [.numWarmupSteps]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    context.channels(of: [linearWarmup, FactorPart(warmupEnd, "constant", Constant(1))])
  }
}
