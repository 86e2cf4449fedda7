/// Hugging Face's `warmup_stable_decay`: warms up, stays, and decays at the end.
public struct WarmupStableDecay: LinearWarmupScheduler {
  /// `num_warmup_steps`: steps of the warm-up.
  public var numWarmupSteps = 0
  /// `num_decay_steps`: steps of the decay.
  public var numDecaySteps: Int
  /// `num_training_steps`: steps of all three; this or `numStableSteps`.
  public var numTrainingSteps: Int?
  /// `num_stable_steps`: steps between warm-up and decay.
  public var numStableSteps: Int?
  /// `warmup_type`: "linear", "cosine" or "1-sqrt".
  public var warmupType = "linear"
  /// `decay_type`: "linear", "cosine" or "1-sqrt".
  public var decayType = "cosine"
  /// `min_lr_ratio`: the lowest rate as a share of the optimizer's own.
  public var minLRRatio = 0.0
  /// `num_cycles`: waves of a cosine decay; half a one falls to the minimum.
  public var numCycles = 0.5

  /// Makes the schedule with every default but what the framework requires.
  public init(numDecaySteps: Int, numTrainingSteps: Int) {
    self.numDecaySteps = numDecaySteps
    self.numTrainingSteps = numTrainingSteps
  }
}

extension WarmupStableDecay {
  /// An example's length.
  init() {
    numDecaySteps = 1000
  }

  /// The shapes of warm-up and decay.
  private static let shapes = ["linear", "cosine", "1-sqrt"]

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    WarmupStableDecay.self, framework: .huggingFace, name: "warmup_stable_decay",
    commandName: "warmup-stable-decay", summary: "warms up, stays, and decays at the end",
    source: "transformers/optimization.py, get_wsd_schedule",
    formula: """
      W = num_warmup_steps;  D = num_decay_steps;  S = num_stable_steps, or N - W - D;  m = min_lr_ratio
      t < W:          lr = base_lr * max(0, g * (1 - m) + m);  p = t / max(1, W)
                      g = p, or 0.5 * (1 - cos(pi * p)), or 1 - sqrt(1 - p)
      t < W + S:      lr = base_lr
      t < W + S + D:  lr = base_lr * max(0, g * (1 - m) + m);  p = (t - W - S) / max(1, D)
                      g = 1 - p, or 0.5 * (1 + cos(pi * num_cycles * 2 * p)), or 1 - sqrt(p)
      afterwards:     lr = base_lr * m
      """,
    quirks: ["The warm-up begins at min_lr_ratio, not at 0."])

  static let parameters: [Parameter<WarmupStableDecay>] = [
    .numWarmupSteps,
    Parameter(
      "num_decay_steps", \.numDecaySteps, "steps of the decay", .required(example: .int(1000))),
    Parameter(
      "num_training_steps", \.numTrainingSteps, "steps of all three; this or num_stable_steps",
      .requiredUnless("num_stable_steps", example: nil), role: .totalSteps),
    Parameter(
      "num_stable_steps", \.numStableSteps,
      "steps between warm-up and decay; null is what num_training_steps leaves"),
    Parameter("warmup_type", \.warmupType, "shape of the warm-up", choices: shapes),
    Parameter("decay_type", \.decayType, "shape of the decay", choices: shapes),
    Parameter(
      "min_lr_ratio", \.minLRRatio, "lowest rate, as a share of the optimizer's own"),
    Parameter(
      "num_cycles", \.numCycles, "waves of a cosine decay; 0.5 falls once, to the minimum"),
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    for (name, type) in [("warmup_type", warmupType), ("decay_type", decayType)]
    where !Self.shapes.contains(type) {
      throw .notAllowed(
        parameter: name, got: .string(type), allowed: "\"linear\", \"cosine\" or \"1-sqrt\"")
    }
    let stable = try stableSteps
    let decayStart = max(warmupEnd, numWarmupSteps + stable)
    // A decay that begins before step 0 ends as much earlier.
    let decayEnd = max(decayStart, numWarmupSteps + stable + numDecaySteps)
    return context.channels(of: [
      warmupPart,
      FactorPart(warmupEnd, "stable", Constant(1)),
      decayPart(from: decayStart, stable: stable),
      FactorPart(decayEnd, "minimum", Constant(minLRRatio)),
    ])
  }

  private var stableSteps: Int {
    get throws(ScheduleError) {
      if let numStableSteps { return numStableSteps }
      guard let numTrainingSteps else {
        throw .missingParameters(["num_training_steps"], scheduler: Self.type.name)
      }
      return numTrainingSteps - numWarmupSteps - numDecaySteps
    }
  }

  private var warmupPart: FactorPart {
    let way = Intervals(of: max(1, warmup))
    switch warmupType {
    case "cosine": return part(0, "warm-up", RisingCosine(way: way))
    case "1-sqrt":
      return part(0, "warm-up", Complement(of: SquareRoot(of: Complement(of: way))))
    default: return part(0, "warm-up", way)
    }
  }

  private func decayPart(from first: Int, stable: Int) -> FactorPart {
    // t - W - S, whose two steps are exact.
    let way = Progress(from: warmup + Double(stable), length: max(1, Double(numDecaySteps)))
    switch decayType {
    case "linear": return part(first, "decay", Complement(of: way))
    case "1-sqrt": return part(first, "decay", Complement(of: SquareRoot(of: way)))
    default: return part(first, "decay", CosineFactor(cycles: numCycles, along: way))
    }
  }

  /// `max(0, shape * (1 - m) + m)`.
  @inline(__always) private func part(
    _ first: Int, _ title: String, _ shape: some Formula
  ) -> FactorPart {
    FactorPart(
      first, title,
      CutAtZero(Interpolation(from: minLRRatio, delta: 1 - minLRRatio, along: shape)))
  }
}

/// `0.5 * (1.0 - cos(pi * way))`, of a way from 0 to 1.
private struct RisingCosine: Formula {
  let way: Intervals

  var text: String { "(0.5 * (1 - cos(pi * \(way.text))))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    0.5 * (1 - functions.cosine(of: Double.pi * way.value(at: t, by: functions)))
  }
}
