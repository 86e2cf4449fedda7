/// Hugging Face's `inverse_sqrt`: warms up along a line, then falls with the root of the step.
public struct InverseSquareRoot: LinearWarmupScheduler {
  /// `num_warmup_steps`: steps of the warm-up.
  public var numWarmupSteps = 0
  /// `timescale`: steps in which the rate falls to 0.7 of itself; nil for those of the warm-up, or 10,000.
  public var timescale: Int?

  /// Makes the schedule with every default.
  public init() {}
}

extension InverseSquareRoot {
  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    InverseSquareRoot.self, framework: .huggingFace, name: "inverse_sqrt",
    commandName: "inverse-sqrt",
    summary: "warms up along a line, then falls with the root of the step",
    source: "transformers/optimization.py, get_inverse_sqrt_schedule",
    formula: """
      W = num_warmup_steps;  T = timescale, else W, or 10,000 where that is 0
      t < W:   lr = base_lr * (t / max(1, W))
      t >= W:  lr = base_lr * (1 / sqrt((t + (T - W)) / T))
      """,
    quirks: ["With a warm-up the first batch trains with rate 0.", "It never ends."])

  static let parameters: [Parameter<InverseSquareRoot>] = [
    .numWarmupSteps,
    Parameter(
      "timescale", \.timescale,
      "steps that the fall counts in; null is those of the warm-up, or 10,000 without one"),
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    if timescale == 0 {
      throw .notAllowed(
        parameter: "timescale", got: .int(0),
        allowed: "other than 0: every step from the warm-up's end on is divided by it")
    }
    let scale = Double(timescale ?? (numWarmupSteps == 0 ? 10_000 : numWarmupSteps))
    let way = Progress(from: -(scale - warmup), length: scale)
    return context.channels(of: [
      linearWarmup, FactorPart(warmupEnd, "decay", Inverse(of: SquareRoot(of: way))),
    ])
  }
}

/// `1.0 / shape`.
private struct Inverse<Shape: Formula>: Formula {
  let shape: Shape

  init(of shape: Shape) { self.shape = shape }

  var text: String { "(1 / \(shape.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    1 / shape.value(at: t, by: functions)
  }
}
