/// DeepSpeed's `WarmupLR`: warms up, by default along a logarithm, and then stays.
///
/// Its formula, source and quirks are in its `type`.
public struct WarmupLR: WarmupScheduler {
  /// `warmup_min_lr`: the rate at step 0.
  public var warmupMinLR: PerGroup = 0.0
  /// `warmup_max_lr`: the rate after the warm-up; nil for each group's own.
  public var warmupMaxLR: PerGroup?
  /// `warmup_num_steps`: steps of the warm-up.
  public var warmupNumSteps: Number = 1000
  /// `warmup_type`: "log" or "linear".
  public var warmupType = "log"
  /// `last_batch_iteration`: the last step of the run that is resumed, -1 for none.
  public var lastBatchIteration = -1

  /// Makes a warm-up with every default.
  public init() {}
}

extension WarmupLR {
  static let maximumIsOptimizers = Change(
    Release(0, 17, 2), "warmup_max_lr defaults to null", before: "warmup_max_lr defaults to 0.001")

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    WarmupLR.self, framework: .deepspeed, name: "WarmupLR", commandName: "warmup-lr",
    summary: "warms up, then stays at the maximum",
    source: "deepspeed/runtime/lr_schedules.py, class WarmupLR",
    formula: """
      W = max(2, warmup_num_steps)
      row 0:       lr = min_lr
      t - 1 < W:   lr = min_lr + (max_lr - min_lr) * gamma
                   gamma = (1 / log(W)) * log(t), or linear: (t - 1) / W
      t - 1 >= W:  lr = min_lr + (max_lr - min_lr)
      """,
    quirks: [
      Quirk(
        "The warm-up is logarithmic unless warmup_type says \"linear\": half of the rate is reached"
          + " after sqrt(W) steps."),
      Quirk("With the logarithm rows 0 and 1 are both min_lr.", since: .rowZeroIsSet),
      "After the warm-up the rate may differ from max_lr in the last bit.",
    ],
    changes: [
      .rowZeroIsSet, maximumIsOptimizers, .nullIsOptimizers, .warmupStepsAreChecked,
      .nullIsEachGroups,
    ])

  static let parameters: [Parameter<WarmupLR>] = [
    Parameter("warmup_min_lr", \.warmupMinLR, "rate at step 0", role: .warmupStartRate),
    Parameter(
      "warmup_max_lr", \.warmupMaxLR, "rate after the warm-up; null is the optimizer's own lr",
      role: .warmupEndRate, earlier: .init(change: maximumIsOptimizers, value: .float(0.001)),
      rules: [.notNull(before: .nullIsOptimizers)]),
    .warmupNumSteps,
    .warmupType,
    .lastBatchIteration,
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    noteUnknownType(in: &context)
    let warmup = Warmup(steps: warmupNumSteps, type: warmupType)
    return try warmUp(from: warmupMinLR, to: warmupMaxLR, by: warmup, in: &context) {
      minimum, delta in [Part(warmup.end, "constant", Constant(minimum + delta * 1))]
    }
  }
}
