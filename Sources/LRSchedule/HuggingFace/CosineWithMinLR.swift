/// Hugging Face's `cosine_with_min_lr`: warms up along a line, then falls along half a cosine to a share
/// of the rate.
public struct CosineWithMinLR: MinLRScheduler {
  /// `num_warmup_steps`: steps of the warm-up.
  public var numWarmupSteps = 0
  /// `num_training_steps`: the length of `num_cycles` waves, the warm-up included.
  public var numTrainingSteps: Int
  /// `num_cycles`: waves after the warm-up; half a one falls to the minimum.
  public var numCycles = 0.5
  /// `min_lr`: the lowest rate; this or `minLRRate`.
  public var minLR: Double?
  /// `min_lr_rate`: the lowest rate as a share of the optimizer's own.
  public var minLRRate: Double?

  /// Makes the schedule with a minimum as a share of the rate, every other parameter at its default.
  public init(numTrainingSteps: Int, minLRRate: Double) {
    self.numTrainingSteps = numTrainingSteps
    self.minLRRate = minLRRate
  }
}

extension CosineWithMinLR {
  /// An example's length.
  init() {
    numTrainingSteps = 10_000
  }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    CosineWithMinLR.self, framework: .huggingFace, name: "cosine_with_min_lr",
    commandName: "cosine-with-min-lr",
    summary: "warms up along a line, then falls along half a cosine to a minimum",
    source: "transformers/optimization.py, get_cosine_with_min_lr_schedule_with_warmup",
    formula: """
      W = num_warmup_steps;  N = num_training_steps;  p = (t - W) / max(1, N - W)
      r = min_lr_rate, or min_lr / the optimizer's lr
      t < W:   lr = base_lr * (t / max(1, W))
      t >= W:  lr = base_lr * max(0, 0.5 * (1 + cos(pi * num_cycles * 2 * p)) * (1 - r) + r)
      """,
    quirks: MinLRQuirks.all)

  static let parameters: [Parameter<CosineWithMinLR>] =
    [.numWarmupSteps, .numTrainingSteps, .numCycles] + minimumParameters

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let rate = try minimumShare(in: &context)
    return context.channels(of: [
      linearWarmup, cosine(along: progress, downTo: rate),
    ])
  }
}
