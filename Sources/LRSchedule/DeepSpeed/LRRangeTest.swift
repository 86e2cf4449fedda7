/// DeepSpeed's `LRRangeTest`: the rate grows, continuously or in stairs, to find where training breaks.
///
/// Its formula, source and quirks are in its `type`.
public struct LRRangeTest: DeepSpeedScheduler {
  /// `lr_range_test_min_lr`: the rate at step 0.
  public var minLR: PerGroup = 0.001
  /// `lr_range_test_step_size`: steps in which the rate grows by `stepRate` times `minLR`.
  public var stepSize: Number = 2000
  /// `lr_range_test_step_rate`: growth in one interval, as a multiple of `minLR`.
  public var stepRate = 1.0
  /// `lr_range_test_staircase`: whether the rate grows once an interval instead of at every step.
  public var staircase = false
  /// `last_batch_iteration`: the last step of the run that is resumed, -1 for none.
  public var lastBatchIteration = -1

  /// Makes a range test with every default.
  public init() {}
}

extension LRRangeTest {
  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    LRRangeTest.self, framework: .deepspeed, name: "LRRangeTest", commandName: "lr-range-test",
    summary: "grows from a small rate without end, to find where training breaks",
    source: """
      deepspeed/runtime/lr_schedules.py, class LRRangeTest; L. N. Smith, "Cyclical Learning Rates \
      for Training Neural Networks" (2017)
      """,
    formula: """
      row 0:   lr = min_lr
      t >= 1:  lr = min_lr * (1 + step_rate * interval)
               interval = t / step_size, with stairs floor(t / step_size)
      """,
    quirks: [
      "A negative rate takes the learning rate below 0; the framework accepts it."
    ],
    changes: [.sizesAreChecked])

  static let parameters: [Parameter<LRRangeTest>] = [
    Parameter("lr_range_test_min_lr", \.minLR, "rate at step 0"),
    Parameter(
      "lr_range_test_step_size", \.stepSize, "steps of one interval of growth",
      rules: [.positiveInteger(since: .sizesAreChecked)]),
    Parameter(
      "lr_range_test_step_rate", \.stepRate, "growth in one interval, in multiples of the minimum"
    ),
    Parameter("lr_range_test_staircase", \.staircase, "grow once an interval, not at every step"),
    .lastBatchIteration,
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let minimums = try minLR.values(
      groups: context.groupCount, of: "lr_range_test_min_lr")
    return Channels(
      lr: minimums.map { minimum in
        ClosedForm([
          Part(0, "row 0", Constant(minimum)), Part(1, "growth", growth(from: minimum)),
        ])
      })
  }

  private func growth(from minimum: Double) -> CompiledFormula {
    let intervals = Intervals(of: stepSize.double)
    func compiled(_ intervals: some Formula) -> CompiledFormula {
      CompiledFormula(Scaled(minimum, Interpolation(from: 1, delta: stepRate, along: intervals)))
    }
    return staircase ? compiled(Floored(intervals)) : compiled(intervals)
  }
}
