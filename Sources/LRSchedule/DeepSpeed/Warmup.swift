// The warm-up that WarmupLR, WarmupDecayLR and WarmupCosineLR share.
//
//     W = max(2, warmup_num_steps)
//     t - 1 < W:  gamma = log:     log(t) / log(W), as inv * log(t) with inv = 1.0 / log(W)
//                         linear:  (t - 1) / W
//
// The framework compares t - 1, so with a fractional W the warm-up's end is found by asking it.

/// The length and the shape of a warm-up.
struct Warmup: Sendable {
  /// W, in steps, at least 2.
  let length: Double
  /// 1 / log W, which 0.12.3 took of the raw number of steps.
  private let inverseLog: Double
  private let isLinear: Bool

  /// What `warmup_type` may be.
  static let types = ["log", "linear"]

  init(steps: Number, type: String, inverseLogOf logBase: Double? = nil) {
    length = max(2, steps.double)
    inverseLog = 1 / (logBase ?? length).logarithm()
    isLinear = type == "linear"
  }

  /// The first step after the warm-up: t - 1 >= W.
  var end: Int { firstStep(in: 1..<Schedule.stepLimit) { Double($0) - 1 >= length } }

  /// start + delta * gamma(t), times a factor where one is given.
  func ramp(from start: Double, delta: Double, scaledBy factor: Double? = nil) -> CompiledFormula {
    func compiled(_ gamma: some Formula) -> CompiledFormula {
      let ramp = Interpolation(from: start, delta: delta, along: gamma)
      return factor.map { CompiledFormula(Scaled($0, ramp)) } ?? CompiledFormula(ramp)
    }
    return isLinear
      ? compiled(LinearWarmup(length: Divisor(length)))
      : compiled(LogarithmicWarmup(inverse: inverseLog))
  }
}

/// `inverse * log(t)`.
private struct LogarithmicWarmup: Formula {
  let inverse: Double

  var text: String { "(\(inverse.text) * log(t))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    inverse * functions.logarithm(of: t)
  }
}

/// `(t - 1) / W`.
private struct LinearWarmup: Formula {
  let length: Divisor

  var text: String { "((t - 1) / \(length.value.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    (t - 1) / length
  }
}

/// A scheduler that warms up.
protocol WarmupScheduler: DeepSpeedScheduler {
  /// `warmup_num_steps`.
  var warmupNumSteps: Number { get set }
  /// `warmup_type`.
  var warmupType: String { get set }
}

extension WarmupScheduler {
  /// Notes a type that is neither "log" nor "linear", which acts as "log".
  func noteUnknownType(in context: inout SchedulerContext) {
    if !Warmup.types.contains(warmupType) {
      context.warn(.unknownWarmupType(warmupType))
    }
  }

  /// Notes a total that the warm-up, of at least 2 steps, does not fit into.
  func noteShort(total: Number, in context: inout SchedulerContext) {
    let warmup = warmupNumSteps.double < 2 ? 2 : warmupNumSteps
    if total.double < warmup.double {
      context.warn(.totalBelowWarmup(total: total, warmup: warmup))
    }
  }
}

extension WarmupScheduler {
  /// The channels of a warm-up between two rates, and of what follows it.
  ///
  /// - Parameters:
  ///   - minimum: The rate at step 0.
  ///   - maximum: The rate at the warm-up's end; nil for the optimizer's own.
  ///   - warmup: The warm-up.
  ///   - context: The optimizer and the release.
  ///   - rest: What follows, from the minimum and the distance to the maximum.
  /// - Returns: The channels.
  /// - Throws: `ScheduleError.wrongCount` where a list does not fit the groups.
  func warmUp(
    from minimum: PerGroup, to maximum: PerGroup?, by warmup: Warmup,
    in context: inout SchedulerContext,
    then rest: (Double, Double) -> [Part]
  ) throws(ScheduleError) -> Channels {
    let groups = context.groupCount
    let minimums = try minimum.values(groups: groups, of: "warmup_min_lr")
    let maximums =
      try maximum?.values(groups: groups, of: "warmup_max_lr") ?? ownMaximums(in: &context)
    // A resumed run has no row 0.
    let rowZeros =
      context.has(.rowZeroIsSet) || lastBatchIteration >= 0 ? minimums : context.baseLRs()

    return Channels(
      lr: (0..<groups).map { group in
        let delta = maximums[group] - minimums[group]
        return ClosedForm(
          [
            Part(0, "row 0", Constant(rowZeros[group])),
            Part(1, "warm-up", warmup.ramp(from: minimums[group], delta: delta)),
          ] + rest(minimums[group], delta))
      })
  }
}

extension WarmupScheduler {
  /// The rates that a `warmup_max_lr` of null stands for.
  private func ownMaximums(in context: inout SchedulerContext) -> [Double] {
    let own = context.baseLRs()
    return context.has(.nullIsEachGroups)
      ? own : Array(repeating: own[0], count: own.count)
  }
}

extension Parameter where S: WarmupScheduler {
  /// `total_num_steps`, which the framework requires and does not check.
  static func totalNumSteps(
    _ path: WritableKeyPath<S, Number> & Sendable, _ help: String
  ) -> Parameter {
    Parameter("total_num_steps", path, help, .required(example: nil), role: .totalSteps)
  }

  static var warmupNumSteps: Parameter {
    Parameter(
      "warmup_num_steps", \.warmupNumSteps, "steps of the warm-up; 1 acts as 2",
      role: .warmupSteps, rules: [.positiveInteger(since: .warmupStepsAreChecked)])
  }

  static var warmupType: Parameter {
    Parameter(
      "warmup_type", \.warmupType, "\"log\" or \"linear\"; anything else acts as \"log\"",
      choices: Warmup.types)
  }
}

extension Notice {
  /// A type of warm-up that is none.
  static func unknownWarmupType(_ type: String) -> Notice {
    Notice(
      .unknownText, "warmup_type",
      "warmup_type \"\(type)\" is unknown and acts as \"log\"; it may be \"log\" or \"linear\"")
  }

  /// A warm-up that is longer than the schedule.
  static func totalBelowWarmup(total: Number, warmup: Number) -> Notice {
    Notice(
      .warmupBeyondTotal, "total_num_steps",
      "total_num_steps \(total) is less than the warm-up's \(warmup) steps, which then do not fit"
        + " into the schedule")
  }
}

extension Change {
  /// Row 0 is the start of the warm-up.
  public static let rowZeroIsSet = Change(
    Release(0, 15, 3), "the constructor sets row 0",
    before: "row 0 is the optimizer's own lr: the first batch trains at the full rate")

  static let nullIsOptimizers = Change(
    Release(0, 17, 2), "a warmup_max_lr of null is the optimizer's lr",
    before: "a warmup_max_lr of null is an error", refuses: true)

  static let nullIsEachGroups = Change(
    Release(0, 19, 4), "a warmup_max_lr of null is each group's own lr",
    before: "a warmup_max_lr of null is the optimizer's lr of the first group, for all",
    since: nullIsOptimizers)

  static let warmupStepsAreChecked = Change(
    Release(0, 19, 3), "warmup_num_steps must be a whole number above 0",
    before: "any warmup_num_steps is accepted and acts as max(2, n)", refuses: true)
}
