/// Hugging Face's `cosine_warmup_with_min_lr`: its warm-up does not begin at 0, and its cosine falls to a
/// share of the rate.
public struct CosineWarmupWithMinLR: MinLRScheduler {
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
  /// `warmup_lr_rate`: the warm-up's start as a share of the rate; nil for one step of the warm-up.
  public var warmupLRRate: Double?

  /// Makes the schedule with a minimum as a share of the rate, every other parameter at its default.
  public init(numTrainingSteps: Int, minLRRate: Double) {
    self.numTrainingSteps = numTrainingSteps
    self.minLRRate = minLRRate
  }
}

extension CosineWarmupWithMinLR {
  /// An example's length.
  init() {
    numTrainingSteps = 10_000
  }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    CosineWarmupWithMinLR.self, framework: .huggingFace, name: "cosine_warmup_with_min_lr",
    commandName: "cosine-warmup-with-min-lr",
    summary: "warms up from above 0, then falls along half a cosine to a minimum",
    source: "transformers/optimization.py, get_cosine_with_min_lr_schedule_with_warmup_lr_rate",
    formula: """
      W = num_warmup_steps;  N = num_training_steps;  p = (t - W + 1) / max(1, N - W)
      r = min_lr_rate, or min_lr / the optimizer's lr;  s = warmup_lr_rate
      t < W:   lr = base_lr * ((t + 1) / max(1, W)), with s: base_lr * (s + (1 - s) * t / max(1, W - 1))
      t >= W:  lr = base_lr * max(0, 0.5 * (1 + cos(pi * num_cycles * 2 * p)) * (1 - r) + r)
      """,
    quirks: MinLRQuirks.all)

  static let parameters: [Parameter<CosineWarmupWithMinLR>] =
    [.numWarmupSteps, .numTrainingSteps, .numCycles] + minimumParameters + [
      Parameter(
        "warmup_lr_rate", \.warmupLRRate,
        "start of the warm-up as a share of the rate; null is one step of the warm-up")
    ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let rate = try minimumShare(in: &context)
    // t - W + 1.0, whose two steps are exact.
    let next = Progress(from: warmup - 1, length: max(1, total - warmup))
    let rise =
      warmupLRRate.map { start in
        FactorPart(
          0, "warm-up",
          RiseFrom(start: start, slope: 1 - start, length: max(1, warmup - 1)))
      } ?? FactorPart(0, "warm-up", Progress(from: -1, length: max(1, warmup)))
    return context.channels(of: [rise, cosine(along: next, downTo: rate)])
  }
}

/// `start + slope * t / length`.
private struct RiseFrom: Formula {
  let start, slope, length: Double

  var text: String { "(\(start.text) + \(slope.text) * t / \(length.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    start + (slope * t) / length
  }
}
