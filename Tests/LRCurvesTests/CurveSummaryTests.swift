import LRSchedule
import Testing

@testable import LRConfiguration
@testable import LRCurves

/// The five numbers of a curve.
@Suite struct CurveSummaryTests {
  @Test(
    arguments: everySchedule + [
      "onecycle:cycle_first_step_size=300,cycle_second_step_size=500,cycle_first_stair_count=7",
      "onecycle:cycle_min_lr=0.01,cycle_max_lr=0.001",
      "lr-range-test:lr_range_test_step_size=100,lr_range_test_staircase=true",
      "lr-range-test:lr_range_test_step_rate=-0.5",
      "warmup-lr:warmup_num_steps=300,warmup_min_lr=0.01,warmup_type=linear",
      "warmup-lr@0.14",
    ],
    [
      0..<1, 0..<2, 1..<2, 1..<3, 0..<6000, 999..<1003, 1000..<6000, 1500..<1501, 2998..<3004,
      17..<4321, 5999..<6000,
    ])
  func theyAreThoseOfEveryStep(typed: String, steps: Range<Int>) throws {
    for column in try schedules(typed)[0].schedule.columns {
      let summary = try #require(CurveSummary(column, steps: steps))
      let values = steps.compactMap { column.value(at: $0) }
      let peak = try #require(values.max())
      #expect(summary.first == values.first)
      #expect(summary.last == values.last)
      #expect(summary.peak == peak)
      #expect(summary.peakStep == steps.lowerBound + (values.firstIndex(of: peak) ?? -1))
      let mean = values.reduce(0, +) / Double(values.count)
      #expect(abs(summary.mean - mean) <= 1e-12 * abs(mean))
      let above = values.count { $0 > peak / 2 }
      #expect(summary.shareAboveHalf == Double(above) / Double(values.count))
      #expect(summary.countedSteps == steps.count)
    }
  }

  @Test(arguments: [
    ("warmup-lr:warmup_num_steps=1000", 0..<5000, 1000),
    ("warmup-lr:warmup_num_steps=1000", 0..<1000, 999),
    ("warmup-lr:warmup_num_steps=1000", 2000..<5000, 2000),
    ("onecycle", 0..<10_000, 2000),
    ("onecycle", 2001..<10_000, 2001),
    ("onecycle", 5000..<10_000, 5000),
    ("lr-range-test:lr_range_test_step_rate=0", 0..<9, 0),
    ("warmup-lr:warmup_num_steps=1000", 0..<1_000_000_000_000, 1000),
    ("lr-range-test", 0..<1_000_000_000_000, 999_999_999_999),
  ])
  func theFirstStepThatHasThePeakIsNamed(typed: String, steps: Range<Int>, peakStep: Int) throws {
    #expect(try summary(typed, steps)?.peakStep == peakStep)
  }

  @Test(arguments: [0..<0, 5..<5, -1..<3, 0..<14_001, 14_000..<14_001, 1 << 53..<1 << 54])
  func stepsThatAreNotThereHaveNone(steps: Range<Int>) throws {
    // The decay divides by zero at step 14000.
    let typed = "onecycle:decay_step_size=100,decay_lr_rate=-0.01"
    #expect(try summary(typed, 0..<14_000) != nil)
    #expect(try summary(typed, steps) == nil)
  }
}

/// Where there are too many steps to look at each of them.
@Suite(.timeLimit(.minutes(1))) struct CurveSummaryOfManyStepsTests {
  private static let most = CurveSummary.mostSteps

  /// The value of a step is the step, or 1 at step 0: sums of it are exact.
  private static let steps =
    "lr-range-test:lr_range_test_min_lr=1,lr_range_test_step_size=1,lr_range_test_step_rate=1"

  @Test func upToALimitEachStepCounts() throws {
    let all = try #require(try summary(Self.steps, 0..<Self.most))
    #expect(all.countedSteps == Self.most)
    #expect(all.mean == Double(Self.most + 1) / 2)
    let more = try #require(try summary(Self.steps, 0..<Self.most + 1))
    #expect(more.countedSteps == Self.most)
  }

  /// Of 2 n steps every second one is counted, of 3/2 n two of three.
  @Test func beyondItTheyAreEvenlySpaced() throws {
    let double = try #require(try summary(Self.steps, 0..<2 * Self.most))
    #expect(double.countedSteps == Self.most)
    #expect(double.mean == Double(Self.most))
    #expect(double.shareAboveHalf == 0.5)
    #expect(double.last == Double(2 * Self.most))

    let start = 7
    let half = try #require(try summary(Self.steps, start..<start + Self.most / 2 * 3))
    let pairs = Self.most / 2
    // Offsets 0, 1, 3, 4, 6, 7, ..: of pair i the values are start + 1 + 3 i and one more.
    let mean = Double(start + 1) + 0.5 + 1.5 * Double(pairs - 1)
    #expect(half.mean == mean)
  }

  /// Each of them would take an hour, and to 2^53 a year.
  @Test(arguments: [1_000_000_000_000, 1 << 53])
  func anyNumberOfStepsIsQuick(count: Int) throws {
    let flat = try #require(try summary("onecycle:cycle_max_lr=0.5", 0..<count))
    #expect(flat.countedSteps == Self.most)
    #expect(flat.peak == 0.5 && flat.peakStep == 2000)
    #expect(flat.shareAboveHalf < 1e-6)
    #expect(abs(flat.mean - 0.0001) < 1e-6)

    let ramp = try #require(try summary("lr-range-test", 0..<count))
    #expect(abs(ramp.shareAboveHalf - 0.5) < 1e-6)
    #expect(abs(ramp.mean / ramp.last - 0.5) < 1e-6)
  }
}

/// The summary of a schedule's rate.
private func summary(_ typed: String, _ steps: Range<Int>) throws -> CurveSummary? {
  CurveSummary(try schedules(typed)[0].schedule.columns[0], steps: steps)
}
