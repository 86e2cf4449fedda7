/// DeepSpeed's `OneCycle`: the rate rises and falls once while momentum does the opposite, then both
/// may decay.
///
/// Its formula, source and quirks are in its `type`.
public struct OneCycle: DeepSpeedScheduler {
  /// `cycle_min_lr`: the rate at both ends of the cycle.
  public var cycleMinLR: PerGroup
  /// `cycle_max_lr`: the rate at the cycle's peak.
  public var cycleMaxLR: PerGroup
  /// `decay_lr_rate`: decay of the rate in one interval.
  public var decayLRRate = 0.0
  /// `cycle_first_step_size`: steps of the first half.
  public var cycleFirstStepSize: Number = 2000
  /// `cycle_second_step_size`: steps of the second half; nil for those of the first.
  public var cycleSecondStepSize: Number?
  /// `cycle_first_stair_count`: stairs of the first half, 0 for none.
  public var cycleFirstStairCount: Number = 0
  /// `cycle_second_stair_count`: stairs of the second half; nil for those of the first.
  public var cycleSecondStairCount: Number?
  /// `decay_step_size`: steps of one interval of decay, 0 for no decay.
  public var decayStepSize: Number = 0
  /// `cycle_momentum`: whether momentum moves.
  public var cycleMomentum = true
  /// `cycle_min_mom`: momentum at the cycle's peak.
  public var cycleMinMomentum: PerGroup = 0.8
  /// `cycle_max_mom`: momentum at both ends of the cycle.
  public var cycleMaxMomentum: PerGroup = 0.9
  /// `decay_mom_rate`: growth of momentum in one interval.
  public var decayMomentumRate = 0.0
  /// `last_batch_iteration`: the last step of the run that is resumed, -1 for none.
  public var lastBatchIteration = -1

  /// Makes a cycle between two rates, every other parameter at its default.
  public init(cycleMinLR: PerGroup, cycleMaxLR: PerGroup) {
    self.cycleMinLR = cycleMinLR
    self.cycleMaxLR = cycleMaxLR
  }
}

extension OneCycle {
  /// The stair counts work.
  public static let stairsWork = Change(
    Release(0, 19, 4), "the stair counts work", before: "the stair counts are accepted and ignored")

  /// The bounds may be lists.
  public static let boundsTakeLists = Change(
    Release(0, 19, 6), "the bounds of rate and momentum may be lists",
    before: "lists for the bounds are an error", refuses: true)

  /// The bounds of the documented example.
  init() { self.init(cycleMinLR: 0.0001, cycleMaxLR: 0.001) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    OneCycle.self, framework: .deepspeed, name: "OneCycle", commandName: "onecycle",
    summary: "rises and falls once, with momentum the other way round, then decays",
    source: """
      deepspeed/runtime/lr_schedules.py, class OneCycle; L. N. Smith, "A Disciplined Approach to \
      Neural Network Hyper-Parameters" (2018)
      """,
    formula: """
      total = first + second;  ratio = first / total
      row 0:           lr = min_lr,  momentum = min_mom
      t - 1 < total:   lr = min_lr + (max_lr - min_lr) * scale
                       momentum = max_mom - (max_mom - min_mom) * scale
                       x = 1 + t / total - floor(1 + t / total);  c = t mod total
                       scale = x / ratio while x <= ratio, then (x - 1) / (ratio - 1)
                       with stairs floor(c * count / first) / count while c <= first,
                       then floor((total - c) * count / second) / count
      t - 1 >= total:  lr = min_lr / (1 + decay_lr_rate * interval)
                       momentum = max_mom * (1 + decay_mom_rate * interval)
                       interval = (((t - 1) - total) + 1) / decay_step_size
      """,
    quirks: [
      "Row 0 holds the minimum of momentum, and row 1 jumps to nearly the maximum.",
      "A decay_step_size of 0, the default, means no decay, whatever the rates say.",
      "Momentum decay makes momentum grow: past max_mom, and in the end past 1.",
      "The framework also sets beta2 to 0.99 in every group, without a word.",
      "With an optimizer without betas (SGD) only the rate moves, and the framework warns.",
    ],
    changes: [stairsWork, .sizesAreChecked, boundsTakeLists])

  static let parameters: [Parameter<OneCycle>] = [
    Parameter(
      "cycle_min_lr", \.cycleMinLR, "rate at both ends of the cycle",
      .required(example: .float(0.0001)), rules: [.oneNumber(before: boundsTakeLists)]),
    Parameter(
      "cycle_max_lr", \.cycleMaxLR, "rate at the cycle's peak", .required(example: .float(0.001)),
      rules: [.oneNumber(before: boundsTakeLists)]),
    Parameter(
      "decay_lr_rate", \.decayLRRate, "decay of the rate in one interval; 0 is no decay of it"),
    Parameter(
      "cycle_first_step_size", \.cycleFirstStepSize, "steps of the first half",
      rules: [.positive(since: .sizesAreChecked)]),
    Parameter(
      "cycle_second_step_size", \.cycleSecondStepSize,
      "steps of the second half; null is as many as the first",
      rules: [.notNegative(since: .sizesAreChecked)]),
    Parameter(
      "cycle_first_stair_count", \.cycleFirstStairCount, "stairs of the first half; 0 is none"),
    Parameter(
      "cycle_second_stair_count", \.cycleSecondStairCount,
      "stairs of the second half; null is as many as the first, 0 is none"),
    Parameter(
      "decay_step_size", \.decayStepSize,
      "steps of one interval of decay after the cycle; 0 is no decay at all"),
    Parameter("cycle_momentum", \.cycleMomentum, "move momentum, where the optimizer has betas"),
    Parameter(
      "cycle_min_mom", \.cycleMinMomentum, "momentum at the cycle's peak",
      rules: [.oneNumber(before: boundsTakeLists)]),
    Parameter(
      "cycle_max_mom", \.cycleMaxMomentum, "momentum at both ends of the cycle",
      rules: [.oneNumber(before: boundsTakeLists)]),
    Parameter(
      "decay_mom_rate", \.decayMomentumRate,
      "growth of momentum in one interval; 0 leaves it at its maximum"),
    .lastBatchIteration,
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let cycle = try cycle(in: &context)
    let groups = context.groupCount
    let minLRs = try cycleMinLR.values(groups: groups, of: "cycle_min_lr")
    let maxLRs = try cycleMaxLR.values(groups: groups, of: "cycle_max_lr")
    let minMomentums = try cycleMinMomentum.values(groups: groups, of: "cycle_min_mom")
    let maxMomentums = try cycleMaxMomentum.values(groups: groups, of: "cycle_max_mom")

    let lr = zip(minLRs, maxLRs).map { low, high in
      ClosedForm(
        [Part(0, "row 0", Constant(low))] + cycle.parts(from: low, delta: high - low)
          + decay(after: cycle, rate: decayLRRate, of: low) {
            CompiledFormula(Decay(level: low, growth: $0))
          })
    }
    guard cycleMomentum else { return Channels(lr: lr) }
    guard context.hasBetas else {
      context.warn(.momentumNotMoved(optimizer: context.optimizerType))
      return Channels(lr: lr)
    }
    // max - (max - min) scale: the sign goes into the distance, which rounds alike.
    let momentum = zip(minMomentums, maxMomentums).map { low, high in
      ClosedForm(
        [Part(0, "row 0", Constant(low))] + cycle.parts(from: high, delta: -(high - low))
          + decay(after: cycle, rate: decayMomentumRate, of: high) {
            CompiledFormula(Scaled(high, $0))
          })
    }
    return Channels(lr: lr, momentum: momentum)
  }

  private func cycle(in context: inout SchedulerContext) throws(ScheduleError) -> Cycle {
    let first = cycleFirstStepSize.double
    let second = (cycleSecondStepSize ?? cycleFirstStepSize).double
    guard first + second != 0 else {
      throw .raises(
        "because the cycle has no steps and it divides by their number",
        parameter: "cycle_first_step_size", release: context.release, until: nil)
    }
    let firstStairs = cycleFirstStairCount
    let hasStairs = context.has(Self.stairsWork)
    if !hasStairs, firstStairs.double > 0 || (cycleSecondStairCount?.double ?? 0) > 0 {
      context.warn(
        .stairsIgnored(
          firstStairs.double > 0 ? "cycle_first_stair_count" : "cycle_second_stair_count",
          until: Self.stairsWork.release))
    }
    return Cycle(
      first: first, second: second, firstStairs: hasStairs ? firstStairs.double : 0,
      secondStairs: hasStairs ? (cycleSecondStairCount ?? firstStairs).double : 0)
  }

  /// What follows the cycle: a decay from the level that the cycle ends at, or that level.
  private func decay(
    after cycle: Cycle, rate: Double, of level: Double,
    _ formula: (Interpolation<DecayIntervals>) -> CompiledFormula
  ) -> [Part] {
    let size = decayStepSize.double
    guard size != 0, rate != 0 else { return [Part(cycle.end, "constant", Constant(level))] }
    let intervals = DecayIntervals(after: cycle.total, of: size)
    let growth = Interpolation(from: 1, delta: rate, along: intervals)
    return [Part(cycle.end, "decay", formula(growth))]
  }
}

/// The steps behind the cycle, in intervals of a size.
private struct DecayIntervals: Formula {
  let way: StepsBehind
  let size: Divisor

  init(after total: Double, of size: Double) {
    way = StepsBehind(total)
    self.size = Divisor(size, dividendsOf: total)
  }

  var text: String { "(\(way.text) / \(size.value.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    way.count(at: t) / size
  }
}

/// `level / growth`, where growth is a line that may cross 0.
private struct Decay: Formula {
  let level: Double
  let growth: Interpolation<DecayIntervals>

  var text: String { "(\(level.text) / \(growth.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    level / growth.value(at: t, by: functions)
  }

  /// The line is monotone on either side of 0, and so is the quotient.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    let crossing = crossing(in: steps)
    let around = [crossing - 1, crossing].filter(steps.contains)
    return bounds(at: [steps.lowerBound, steps.upperBound - 1] + around)
  }

  /// The quotient is infinite next to the line's 0, if anywhere.
  func firstGap(in steps: Range<Int>) -> Int? {
    func isGap(_ step: Int) -> Bool { !value(at: Double(step)).isFinite }
    if isGap(steps.lowerBound) { return steps.lowerBound }
    let crossing = crossing(in: steps)
    let before = firstStep(in: steps.lowerBound..<crossing, where: isGap)
    if before < crossing { return before }
    return crossing < steps.upperBound && isGap(crossing) ? crossing : nil
  }

  /// The first step at which the line has not the sign that it starts with.
  private func crossing(in steps: Range<Int>) -> Int {
    let startsPositive = growth.value(at: Double(steps.lowerBound)) > 0
    return firstStep(in: steps) { step in
      let value = growth.value(at: Double(step))
      return startsPositive ? value <= 0 : value >= 0
    }
  }
}

extension Notice {
  /// Stairs that the release accepts and does not climb.
  static func stairsIgnored(_ parameter: String, until release: Release) -> Notice {
    Notice(
      .stairsIgnored, parameter,
      "the stair counts do nothing before \(release): both halves are straight lines")
  }

  /// An optimizer without betas, so that there is no momentum to move.
  static func momentumNotMoved(optimizer: String) -> Notice {
    Notice(
      .momentumNotMoved, "cycle_momentum",
      "cycle_momentum does nothing: the optimizer \(optimizer) has no betas, so momentum stays as"
        + " it is")
  }
}
