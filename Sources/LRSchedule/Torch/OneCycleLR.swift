/// PyTorch's `OneCycleLR`: the rate rises and falls once, far below where it began, and momentum does the
/// opposite.
public struct OneCycleLR: MomentumCyclingScheduler {
  /// `max_lr`: the rate at the top.
  public var maxLR: PerGroup
  /// `total_steps`: the length; nil for epochs * steps_per_epoch.
  public var totalSteps: Int?
  /// `epochs`: epochs of the training.
  public var epochs: Int?
  /// `steps_per_epoch`: steps of an epoch.
  public var stepsPerEpoch: Int?
  /// `pct_start`: the share of the rise.
  public var pctStart = 0.3
  /// `anneal_strategy`: along what it goes.
  public var annealStrategy = Strategy.cos.rawValue
  /// `cycle_momentum`: whether momentum moves.
  public var cycleMomentum = true
  /// `base_momentum`: momentum at the top.
  public var baseMomentum: PerGroup = 0.85
  /// `max_momentum`: momentum at both ends.
  public var maxMomentum: PerGroup = 0.95
  /// `div_factor`: max_lr over the rate at the beginning.
  public var divFactor = 25.0
  /// `final_div_factor`: the rate at the beginning over that at the end.
  public var finalDivFactor = 1e4
  /// `three_phase`: whether it falls to the beginning first, then to the end.
  public var threePhase = false

  /// Makes the schedule with every default but the one that the framework requires.
  public init(maxLR: PerGroup, totalSteps: Int?) {
    self.maxLR = maxLR
    self.totalSteps = totalSteps
  }

  fileprivate enum Strategy: String, CaseIterable { case cos, linear }
}

extension OneCycleLR {
  /// An example's top.
  init() { self.init(maxLR: 0.001, totalSteps: nil) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    OneCycleLR.self, framework: .torch, name: "OneCycleLR", commandName: "one-cycle-lr",
    summary: "rises and falls once, far below its beginning, with momentum the other way round",
    source: """
      torch/optim/lr_scheduler.py, class OneCycleLR; L. N. Smith and N. Topin, "Super-Convergence: Very Fast \
      Training of Neural Networks Using Large Learning Rates" (2019)
      """,
    formula: """
      total = total_steps, or epochs * steps_per_epoch
      initial = max_lr / div_factor;  minimum = initial / final_div_factor
      phases:      initial -> max_lr -> minimum, ending at pct_start * total - 1 and total - 1
      three_phase: initial -> max_lr -> initial -> minimum,
                   ending at pct_start * total - 1, 2 * pct_start * total - 2 and total - 1
      pct = (t - start) / (end - start), start the end of the phase before, 0 for the first
      cos:         lr = to + (from - to) / 2 * (cos(pi * pct) + 1)
      linear:      lr = (to - from) * pct + from
      momentum:    max_momentum -> base_momentum -> max_momentum with the same pct
      """,
    quirks: [
      "Row total_steps exists and is past the end of the curve; one more step() is an error.",
      "The optimizer's own rate is never read.",
      """
      pct_start has to be a float in Python: 0 and 1 are refused, and of a DeepSpeed configuration 0.0 and 1.0 too, \
      of which its reader makes whole numbers.
      """,
    ])

  static let parameters: [Parameter<OneCycleLR>] = [
    Parameter("max_lr", \.maxLR, "rate at the top", .required(example: .float(0.001))),
    Parameter(
      "total_steps", \.totalSteps, "steps of it all; null is epochs * steps_per_epoch",
      .requiredUnless("epochs", example: nil),
      role: .totalSteps, rules: [.positive()]),
    Parameter("epochs", \.epochs, "epochs of the training", rules: [.positive()]),
    Parameter("steps_per_epoch", \.stepsPerEpoch, "steps of an epoch", rules: [.positive()]),
    Parameter("pct_start", \.pctStart, "share of the rise", rules: [.within(0...1), .float]),
    Parameter(
      "anneal_strategy", \.annealStrategy, "along what it goes",
      choices: Strategy.allCases.map(\.rawValue),
      rules: [.oneOf(Strategy.allCases.map(\.rawValue))]),
    Parameter("cycle_momentum", \.cycleMomentum, "move momentum"),
    Parameter("base_momentum", \.baseMomentum, "momentum at the top"),
    Parameter("max_momentum", \.maxMomentum, "momentum at both ends"),
    Parameter("div_factor", \.divFactor, "max_lr over the rate at the beginning"),
    Parameter("final_div_factor", \.finalDivFactor, "rate at the beginning over that at the end"),
    Parameter("three_phase", \.threePhase, "fall to the beginning first, then to the end"),
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let total = try total()
    let phases = try phases(of: total, in: context)
    for (name, factor) in [("div_factor", divFactor), ("final_div_factor", finalDivFactor)]
    where factor == 0 {
      throw .divisionByZero(name, release: context.release)
    }
    return Channels(
      lr: try maxLR.values(groups: context.groupCount, of: "max_lr").map { top in
        let initial = top / divFactor
        let minimum = initial / finalDivFactor
        return samples(
          phases, total: total,
          levels: threePhase ? [initial, top, initial, minimum] : [initial, top, minimum])
      },
      momentum: try momentumBounds(in: context).map { base, max in
        samples(
          phases, total: total, levels: threePhase ? [max, base, max, max] : [max, base, max])
      },
      totalSteps: totalSteps == nil ? total : nil)
  }

  private func total() throws(ScheduleError) -> Int {
    if let totalSteps { return totalSteps }
    guard let epochs, let stepsPerEpoch else {
      throw .missingParameters(["total_steps"], scheduler: Self.type.name)
    }
    let (total, overflow) = epochs.multipliedReportingOverflow(by: stepsPerEpoch)
    guard !overflow, total < Schedule.stepLimit else {
      throw .notExact(parameter: "epochs", got: .int(epochs))
    }
    return total
  }

  /// A part of the curve.
  private struct Phase {
    let title: String
    let first: Int
    let progress: Progress
  }

  private func phases(
    of steps: Int, in context: SchedulerContext
  ) throws(ScheduleError) -> [Phase] {
    let total = Double(steps)
    var ends = [("rise", pctStart * total - 1)]
    if threePhase { ends.append(("fall", 2 * pctStart * total - 2)) }
    ends.append((threePhase ? "annihilation" : "fall", total - 1))
    var phases: [Phase] = []
    var (start, first) = (0.0, 0)
    for (index, (title, end)) in ends.enumerated() {
      let isLast = index == ends.count - 1
      let next = isLast ? steps + 1 : max(first, firstStep(in: 0..<steps + 1) { Double($0) > end })
      // Row 0 is made by the constructor; a later phase without a length ends the schedule.
      guard end != start || first > 0 || next == 0 else {
        throw .divisionByZero("pct_start", release: context.release)
      }
      phases.append(
        Phase(title: title, first: first, progress: Progress(from: start, length: end - start)))
      (start, first) = (end, next)
    }
    return phases
  }

  private func samples(_ phases: [Phase], total: Int, levels: [Double]) -> any Samples {
    var parts: [Part] = []
    for (phase, (from, to)) in zip(phases, zip(levels, levels.dropFirst())) {
      switch Strategy(rawValue: annealStrategy) ?? .cos {
      case .cos:
        parts.append(
          Part(
            phase.first, phase.title,
            CosineAnnealing(from: from, to: to, progress: phase.progress)))
      case .linear:
        parts.append(
          Part(
            phase.first, phase.title,
            Interpolation(from: from, delta: to - from, along: phase.progress)))
      }
    }
    // Row total exists; the next one is an error.
    return ClosedForm(parts, before: total + 1)
  }
}

/// `to + (from - to) / 2 * (cos(pi * progress) + 1)`.
private struct CosineAnnealing: SwingingFormula {
  let from, to: Double
  let progress: Progress

  var start: Double { progress.start }
  var halfWave: Double { progress.length.value }

  var text: String {
    let half = (from - to) / 2
    let sign = half < 0 ? "-" : "+"
    return
      "(\(to.text) \(sign) \(half.magnitude.text) * (cos(pi * \(progress.text)) + 1))"
  }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    let wave = functions.cosine(of: Double.pi * progress.value(at: t, by: functions)) + 1
    return to + ((from - to) / 2) * wave
  }
}
