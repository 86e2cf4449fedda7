/// DeepSpeed's `WarmupDecayLR`: warms up as `WarmupLR`, then falls along a line to the minimum.
///
/// Its formula, source and quirks are in its `type`.
public struct WarmupDecayLR: WarmupScheduler {
  /// `total_num_steps`: the step at which the rate is down.
  public var totalNumSteps: Number
  /// `warmup_min_lr`: the rate at step 0 and at the end.
  public var warmupMinLR: PerGroup = 0.0
  /// `warmup_max_lr`: the rate after the warm-up; nil for the optimizer's own.
  public var warmupMaxLR: PerGroup? = 0.001
  /// `warmup_num_steps`: steps of the warm-up.
  public var warmupNumSteps: Number = 1000
  /// `warmup_type`: "log" or "linear".
  public var warmupType = "log"
  /// `last_batch_iteration`: the last step of the run that is resumed, -1 for none.
  public var lastBatchIteration = -1

  /// Makes a warm-up and decay with every default but the one that the framework requires.
  public init(totalNumSteps: Number) { self.totalNumSteps = totalNumSteps }
}

extension WarmupDecayLR {
  /// An example's total.
  init() { self.init(totalNumSteps: 10_000) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    WarmupDecayLR.self, framework: .deepspeed, name: "WarmupDecayLR", commandName: "warmup-decay",
    summary: "warms up, then falls along a line to the minimum",
    source: "deepspeed/runtime/lr_schedules.py, class WarmupDecayLR",
    formula: """
      W = max(2, warmup_num_steps)
      row 0:       lr = min_lr
      t - 1 < W:   lr = min_lr + (max_lr - min_lr) * gamma
                   gamma = (1 / log(W)) * log(t), or linear: (t - 1) / W
      t - 1 >= W:  lr = min_lr + (max_lr - min_lr) * gamma
                   gamma = max(0, (total - (t - 1)) / max(1, total - W))
      """,
    quirks: [
      "It falls to min_lr, not to 0, and stays there after total_num_steps.",
      "A warm-up that is longer than the total is accepted with a warning.",
    ],
    changes: [
      .rowZeroIsSet, .nullIsOptimizers, .warmupStepsAreChecked, .nullIsEachGroups,
    ])

  static let parameters: [Parameter<WarmupDecayLR>] = [
    .totalNumSteps(\.totalNumSteps, "step at which the rate is down at the minimum"),
    Parameter(
      "warmup_min_lr", \.warmupMinLR, "rate at step 0, and at the end", role: .warmupStartRate),
    Parameter(
      "warmup_max_lr", \.warmupMaxLR, "rate after the warm-up; null is the optimizer's own lr",
      role: .warmupEndRate, rules: [.notNull(before: .nullIsOptimizers)]),
    .warmupNumSteps,
    .warmupType,
    .lastBatchIteration,
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    noteUnknownType(in: &context)
    noteShort(total: totalNumSteps, in: &context)
    let total = totalNumSteps.double
    let warmup = Warmup(steps: warmupNumSteps, type: warmupType)
    let decay = LinearDecay(to: total, length: max(1, total - warmup.length))
    let bottom = firstStep(in: warmup.end..<Schedule.stepLimit) { decay.value(at: Double($0)) <= 0 }
    return try warmUp(from: warmupMinLR, to: warmupMaxLR, by: warmup, in: &context) {
      minimum, delta in
      [
        Part(warmup.end, "decay", Interpolation(from: minimum, delta: delta, along: decay)),
        Part(bottom, "minimum", Constant(minimum + delta * 0)),
      ]
    }
  }
}

/// `max(0.0, (total - (t - 1)) / length)`.
private struct LinearDecay: Formula {
  let total: Double
  let length: Divisor

  init(to total: Double, length: Double) {
    self.total = total
    self.length = Divisor(length, dividendsOf: total)
  }

  var text: String { "max(0, (\(total.text) - (t - 1)) / \(length.value.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    ((total - (t - 1)) / length).cut(below: 0)
  }
}
