/// PyTorch's `CosineAnnealingWarmRestarts`: the rate falls along half a cosine and starts again, each time for
/// longer.
public struct CosineAnnealingWarmRestarts: TorchScheduler {
  /// `T_0`: steps of the first fall.
  public var t0: Int
  /// `T_mult`: how many times as long as the last one a fall is.
  public var tMult = 1
  /// `eta_min`: the rate that it falls to.
  public var etaMin = 0.0

  /// Makes the schedule with every default but the one that the framework requires.
  public init(t0: Int) { self.t0 = t0 }
}

extension CosineAnnealingWarmRestarts {
  /// An example's steps.
  init() { self.init(t0: 1000) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    CosineAnnealingWarmRestarts.self, framework: .torch, name: "CosineAnnealingWarmRestarts",
    commandName: "cosine-annealing-warm-restarts",
    summary: "falls along half a cosine and starts again, each time for longer",
    source: """
      torch/optim/lr_scheduler.py, class CosineAnnealingWarmRestarts; I. Loshchilov and F. Hutter, "SGDR: \
      Stochastic Gradient Descent with Warm Restarts" (2017)
      """,
    formula: """
      lr = eta_min + (base_lr - eta_min) * (1 + cos(pi * T_cur / T_i)) / 2
      T_cur counts from 0 in each fall;  T_i = T_0 * T_mult ^ n in the n-th, counted from 0
      """,
    quirks: ["A fall never reaches eta_min: its last step is one before the end."])

  static let parameters: [Parameter<CosineAnnealingWarmRestarts>] = [
    Parameter(
      "T_0", \.t0, "steps of the first fall", .required(example: .int(1000)),
      rules: [.positiveInteger()]),
    Parameter(
      "T_mult", \.tMult, "how many times as long as the last one a fall is",
      rules: [.positiveInteger()]),
    Parameter("eta_min", \.etaMin, "rate that it falls to", role: .decayEndRate),
  ]

  func samples(from base: Double, isEntered: Bool) -> any Samples {
    let fall: @Sendable (Int, Int) -> CompiledFormula = { [etaMin] start, length in
      CompiledFormula(
        CosineFall(base: base, minimum: etaMin, length: Double(length), start: Double(start)))
    }
    guard ((base - etaMin) * 2).isFinite else { return ClosedForm.overflowing }
    if tMult == 1 {
      return ClosedForm(
        RepeatingTimeline(steps: 0..<Schedule.stepLimit, lap: { [t0] in Double($0 / t0) }) {
          [t0] lap in
          (lap == 0 ? "cosine" : "restart", fall(Int(lap) * t0, t0))
        })
    }
    var parts: [Part] = []
    var (start, length) = (0, t0)
    while start < Schedule.stepLimit {
      parts.append(
        Part(start, start == 0 ? "cosine" : "restart", fall(start, length)))
      start += length
      length =
        length.multipliedReportingOverflow(by: tMult).overflow
        ? Schedule.stepLimit : min(Schedule.stepLimit, length * tMult)
    }
    return ClosedForm(parts)
  }
}
