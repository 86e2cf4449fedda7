/// Hugging Face's `polynomial`: warms up along a line, then falls to a rate along a power of the rest.
public struct PolynomialDecay: TrainingScheduler {
  /// `num_warmup_steps`: steps of the warm-up.
  public var numWarmupSteps = 0
  /// `num_training_steps`: the step at which the rate is down.
  public var numTrainingSteps: Int
  /// `lr_end`: the rate from there on.
  public var lrEnd = 1e-7
  /// `power`: of what is left of the way.
  public var power = 1.0

  /// Makes the schedule with every default but the one that the framework requires.
  public init(numTrainingSteps: Int) { self.numTrainingSteps = numTrainingSteps }
}

extension PolynomialDecay {
  /// An example's length.
  init() { self.init(numTrainingSteps: 10_000) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    PolynomialDecay.self, framework: .huggingFace, name: "polynomial",
    commandName: "polynomial", summary: "warms up along a line, then falls along a power",
    source: "transformers/optimization.py, get_polynomial_decay_schedule_with_warmup",
    formula: """
      W = num_warmup_steps;  N = num_training_steps;  init = the optimizer's lr
      t < W:       lr = base_lr * (t / max(1, W))
      W <= t <= N: lr = base_lr * (((init - lr_end) * (1 - (t - W) / (N - W)) ^ power + lr_end) / init)
      t > N:       lr = base_lr * (lr_end / init)
      """,
    quirks: [
      "With a warm-up the first batch trains with rate 0.",
      "lr_end is a share of the first group's lr: another group ends at that share of its own.",
    ])

  static let parameters: [Parameter<PolynomialDecay>] = [
    .numWarmupSteps, .numTrainingSteps,
    Parameter("lr_end", \.lrEnd, "rate at the end, below the optimizer's own"),
    Parameter("power", \.power, "power of what is left of the way; 1 is a line"),
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let initial = context.baseLRs()[0]
    guard initial > lrEnd else {
      throw .notAllowed(
        parameter: "lr_end", got: .float(lrEnd), allowed: "below the optimizer's lr, \(initial)")
    }
    let fall = PolynomialFall(
      progress: Progress(from: warmup, length: total - warmup), power: power,
      distance: initial - lrEnd, end: lrEnd, initial: initial)
    return context.channels(of: [
      linearWarmup,
      FactorPart(warmupEnd, "decay", fall),
      FactorPart(max(warmupEnd, numTrainingSteps + 1), "minimum", Constant(lrEnd / initial)),
    ])
  }
}

/// `(distance * (1 - progress) ^ power + end) / initial`.
private struct PolynomialFall: Formula {
  let progress: Progress
  let power: Double
  let distance, end: Double
  let initial: Double

  var text: String {
    "((\(distance.text) * (1 - \(progress.text)) ^ \(power.text) + \(end.text)) / \(initial.text))"
  }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    let rest = 1 - progress.value(at: t, by: functions)
    return (distance * rest.power(L(repeating: power)) + L(repeating: end)) / initial
  }
}
