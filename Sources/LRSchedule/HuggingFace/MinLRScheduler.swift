// What the two cosines with a minimum share.

/// A scheduler whose cosine falls to a share of the rate.
protocol MinLRScheduler: TrainingScheduler {
  /// `num_cycles`.
  var numCycles: Double { get set }
  /// `min_lr`.
  var minLR: Double? { get set }
  /// `min_lr_rate`.
  var minLRRate: Double? { get set }
}

extension MinLRScheduler {
  /// The minimum as a share of the rate.
  func minimumShare(in context: inout SchedulerContext) throws(ScheduleError) -> Double {
    switch (minLR, minLRRate) {
    case (nil, let rate?): return rate
    case (let minimum?, nil):
      let base = context.baseLRs()[0]
      guard base != 0 else {
        throw .notAllowed(
          parameter: "min_lr", got: .float(minimum),
          allowed: "a share, as min_lr_rate, where the optimizer's lr is 0, by which it is divided")
      }
      return minimum / base
    case (nil, nil): throw .missingParameters(["min_lr_rate"], scheduler: Self.type.name)
    case (let minimum?, _?):
      throw .notAllowed(
        parameter: "min_lr", got: .float(minimum), allowed: "left out beside min_lr_rate")
    }
  }

  /// `max(0, 0.5 * (1 + cos(..)) * (1 - rate) + rate)`.
  func cosine(along progress: Progress, downTo rate: Double) -> FactorPart {
    let cosine = CosineFactor(cycles: numCycles, along: progress)
    return FactorPart(
      warmupEnd, "cosine", CutAtZero(Interpolation(from: rate, delta: 1 - rate, along: cosine)))
  }

  static var minimumParameters: [Parameter<Self>] {
    [
      Parameter("min_lr", \.minLR, "lowest rate; this or min_lr_rate", role: .decayEndRate),
      Parameter(
        "min_lr_rate", \.minLRRate, "lowest rate as a share of the optimizer's own; this or min_lr",
        .requiredUnless("min_lr", example: .float(0.1))),
    ]
  }
}

extension Parameter where S: MinLRScheduler {
  static var numCycles: Parameter {
    Parameter(
      "num_cycles", \.numCycles, "waves after the warm-up; 0.5 falls once, to the minimum")
  }
}

/// What users of both trip over.
enum MinLRQuirks {
  static let all: [Quirk] = [
    "Past num_training_steps the cosine goes on: the rate rises again.",
    "min_lr is a share of the first group's lr: another group ends at that share of its own.",
  ]
}
