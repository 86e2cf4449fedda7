/// DeepSpeed's `WarmupCosineLR`: warms up to the optimizer's own rate, then falls along half a cosine.
///
/// Its formula, source and quirks are in its `type`.
public struct WarmupCosineLR: WarmupScheduler {
  /// `total_num_steps`: the step at which the rate is down.
  public var totalNumSteps: Number
  /// `warmup_min_ratio`: the warm-up's start, as a share of the base lr.
  public var warmupMinRatio = 0.0
  /// `warmup_num_steps`: steps of the warm-up.
  public var warmupNumSteps: Number = 1000
  /// `cos_min_ratio`: the cosine's end, as a share of the base lr.
  public var cosMinRatio = 0.0001
  /// `warmup_type`: "log" or "linear".
  public var warmupType = "log"
  /// `last_batch_iteration`: the last step of the run that is resumed, -1 for none.
  public var lastBatchIteration = -1

  /// Makes a warm-up and cosine with every default but the one that the framework requires.
  public init(totalNumSteps: Number) { self.totalNumSteps = totalNumSteps }
}

extension WarmupCosineLR {
  static let introduction = Change(
    Release(0, 12, 3), "WarmupCosineLR exists", before: "the type is unknown", refuses: true)

  static let logTakesWarmupLength = Change(
    Release(0, 12, 4), "the logarithm of the warm-up is that of max(2, warmup_num_steps)",
    before: "the logarithm of the warm-up is that of warmup_num_steps itself: 1 and 0 are errors")

  static let rowZeroIsSetInEveryGroup = Change(
    Release(0, 19, 0), "row 0 is 0 in every parameter group",
    before: "row 0 is 0 only in the first parameter group; the others keep their base lr",
    since: .rowZeroIsSet)

  /// The cosine ends at its total.
  public static let progressIsCut = Change(
    Release(0, 19, 3),
    "the rate stays down after total_num_steps, and the cosine's last bits are others",
    before: "the cosine rises again after total_num_steps")

  static let unknownTypeActsAsLog = Change(
    Release(0, 19, 4), "an unknown warmup_type acts as \"log\"",
    before: "an unknown warmup_type raises an exception at the first step", refuses: true)

  /// An example's total.
  init() { self.init(totalNumSteps: 10_000) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    WarmupCosineLR.self, framework: .deepspeed, name: "WarmupCosineLR",
    commandName: "warmup-cosine",
    summary: "warms up, then falls along half a cosine",
    source: "deepspeed/runtime/lr_schedules.py, class WarmupCosineLR",
    formula: """
      W = max(2, warmup_num_steps);  lr = base_lr * ratio
      row 0:       ratio = 0, whatever warmup_min_ratio says
      t - 1 < W:   ratio = warmup_min_ratio + gamma * (1 - warmup_min_ratio)
                   gamma = (1 / log(W)) * log(t), or linear: (t - 1) / W
      t - 1 >= W:  ratio = max(0, cos_min_ratio + (1 - cos_min_ratio) * (1 + cos(pi * p)) / 2)
                   p = min(1, (((t - 1) - W) + 1) / max(1, total - W))
      """,
    quirks: [
      Quirk(
        "The first batch trains with rate 0, and with the logarithm the second one too.",
        since: .rowZeroIsSet),
      "It has no maximum of its own: it scales each group's base lr, the optimizer's.",
      "A warm-up that is longer than the total is accepted with a warning.",
    ],
    mistakenNames: [
      "warmup_max_lr": "the maximum is the optimizer's own lr",
      "warmup_min_lr": "the start is warmup_min_ratio, a share of the optimizer's lr",
      "cos_min_lr": "the end is cos_min_ratio, a share of the optimizer's lr",
    ],
    introduction: introduction,
    changes: [
      logTakesWarmupLength, .rowZeroIsSet, rowZeroIsSetInEveryGroup, progressIsCut,
      .warmupStepsAreChecked.replacing(logTakesWarmupLength), unknownTypeActsAsLog,
    ])

  static let parameters: [Parameter<WarmupCosineLR>] = [
    .totalNumSteps(\.totalNumSteps, "step at which the rate is down"),
    Parameter(
      "warmup_min_ratio", \.warmupMinRatio, "start of the warm-up, as a share of the base lr"),
    .warmupNumSteps,
    Parameter("cos_min_ratio", \.cosMinRatio, "end of the cosine, as a share of the base lr"),
    .warmupType,
    .lastBatchIteration,
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    if context.has(Self.unknownTypeActsAsLog) {
      noteUnknownType(in: &context)
    } else if !Warmup.types.contains(warmupType) {
      throw .notAllowed(
        parameter: "warmup_type", got: .string(warmupType),
        allowed: "\"log\" or \"linear\" (before \(Self.unknownTypeActsAsLog.release))")
    }
    noteShort(total: totalNumSteps, in: &context)
    let warmup = try warmup(in: context)
    let start = warmup.end
    let cosine = cosine(after: warmup, in: context)
    let isFirstSet = context.has(.rowZeroIsSet)
    let areAllSet = context.has(Self.rowZeroIsSetInEveryGroup)
    return Channels(
      lr: context.baseLRs().enumerated().map { group, base in
        let isSet = group == 0 ? isFirstSet : areAllSet
        return ClosedForm(
          [
            Part(0, "row 0", Constant(isSet ? 0 : base)),
            Part(
              1, "warm-up",
              warmup.ramp(from: warmupMinRatio, delta: 1 - warmupMinRatio, scaledBy: base)),
          ] + cosine.parts(from: start, base: base))
      })
  }

  private func warmup(in context: SchedulerContext) throws(ScheduleError) -> Warmup {
    let steps = warmupNumSteps.double
    if context.has(Self.logTakesWarmupLength) {
      return Warmup(steps: warmupNumSteps, type: warmupType)
    }
    guard steps > 0, steps != 1 else {
      throw .raises(
        "because it takes the logarithm of \(warmupNumSteps) and divides by it",
        parameter: "warmup_num_steps", release: context.release,
        until: Self.logTakesWarmupLength.release)
    }
    return Warmup(steps: warmupNumSteps, type: warmupType, inverseLogOf: steps)
  }

  private func cosine(after warmup: Warmup, in context: SchedulerContext) -> CosineDecay {
    let distance = totalNumSteps.double - warmup.length
    return CosineDecay(
      start: warmup.length,
      length: context.has(Self.progressIsCut) ? max(1, distance) : distance,
      isCut: context.has(Self.progressIsCut), minimum: cosMinRatio)
  }
}

/// The cosine after the warm-up, before it is scaled to a group's base lr.
private struct CosineDecay {
  let start, length: Double
  let isCut: Bool
  let minimum: Double

  func parts(from first: Int, base: Double) -> [Part] {
    guard isCut else {
      let swing = Swing(start: start, length: length)
      return [Part(first, "cosine", SwingingRate(base: base, minimum: minimum, swing: swing))]
    }
    let fall = HalfCosine(start: start, length: length)
    let bottom = firstStep(in: first..<Schedule.stepLimit) { fall.progress(at: Double($0)) >= 1 }
    let rate = Scaled(
      base, CutAtZero(Interpolation(from: minimum, delta: 1 - minimum, along: fall)))
    return [
      Part(first, "cosine", rate),
      Part(bottom, "minimum", Constant(rate.value(at: Double(bottom)))),
    ]
  }
}

/// `(1 + cos(pi min(1.0, way / length))) / 2`.
private struct HalfCosine: Formula {
  let way: StepsBehind
  let length: Divisor

  init(start: Double, length: Double) {
    way = StepsBehind(start)
    self.length = Divisor(length, dividendsOf: start)
  }

  @inline(__always) func progress<L: Lanes>(at t: L) -> L {
    (way.count(at: t) / length).cut(above: 1)
  }

  var text: String { "((1 + cos(pi * min(1, \(way.text) / \(length.value.text)))) / 2)" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    (1 + functions.cosine(of: Double.pi * progress(at: t))) / 2
  }
}

/// `(1 + cos(pi way / length)) / 2`, up and down without end.
private struct Swing: SwingingFormula {
  let way: StepsBehind
  let length: Divisor

  init(start: Double, length: Double) {
    way = StepsBehind(start)
    self.length = Divisor(length, dividendsOf: start)
  }

  var text: String { "((1 + cos(pi * \(way.text) / \(length.value.text))) / 2)" }

  var start: Double { way.size }
  var halfWave: Double { length.value.magnitude }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    (1 + functions.cosine(of: (Double.pi * way.count(at: t)) / length)) / 2
  }
}

/// A rate that swings: base * max(0, minimum + (1 - minimum) * swing).
private struct SwingingRate: Formula {
  private let rate: Scaled<CutAtZero<Interpolation<Swing>>>

  init(base: Double, minimum: Double, swing: Swing) {
    rate = Scaled(base, CutAtZero(Interpolation(from: minimum, delta: 1 - minimum, along: swing)))
  }

  var text: String { rate.text }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    rate.value(at: t, by: functions)
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> { rate.bounds(in: steps) }

  /// The rate is monotone on each half wave, and overflows at one end of it or nowhere.
  func firstGap(in steps: Range<Int>) -> Int? {
    let line = rate.shape.shape
    let extremes = [0, 1].map { rate.factor * (line.start + line.delta * $0).cut(below: 0) }
    // Then only the angle can overflow, or be divided by 0.
    if extremes.allSatisfy(\.isFinite) { return firstOverflow(in: steps) }
    var start = steps.lowerBound
    // Half waves are alike, and one that overflows is among the first; what is not seen to be finite is
    // no row.
    for _ in 0..<1024 where start < steps.upperBound {
      let half = start..<min(line.shape.turn(after: start), steps.upperBound)
      if let gap = firstOverflow(in: half) { return gap }
      start = half.upperBound
    }
    return start < steps.upperBound ? start : nil
  }
}
