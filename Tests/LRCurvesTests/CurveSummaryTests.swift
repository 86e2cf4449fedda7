import LRSchedule
import TestSupport
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
@Suite(.patience(minutes: 1)) struct CurveSummaryOfManyStepsTests {
  private static let most = CurveSummary.mostSteps
  private static let spaced = CurveSummary.spacedSteps

  /// The value of a step is the step, or 1 at step 0: sums of it are exact.
  private static let steps =
    "lr-range-test:lr_range_test_min_lr=1,lr_range_test_step_size=1,lr_range_test_step_rate=1"

  @Test func upToALimitEachStepCounts() throws {
    let all = try #require(try summary(Self.steps, 0..<Self.most))
    #expect(all.countedSteps == Self.most)
    #expect(all.mean == Double(Self.most + 1) / 2)
  }

  @Test func beyondItTheyAreEvenlySpaced() throws {
    // Every 256th: 1, 257, 513, ..
    let even = try #require(try summary(Self.steps, 0..<256 * Self.spaced))
    #expect(even.countedSteps == Self.spaced)
    #expect(even.mean == 1 + 128 * Double(Self.spaced - 1))
    #expect(even.shareAboveHalf == 0.5)
    #expect(even.last == Double(256 * Self.spaced))

    // A distance of 128.5, rounded down: 0, 128, 257, 385, .. from step 7, whose value is 8.
    let odd = try #require(try summary(Self.steps, 7..<7 + 257 * Self.spaced / 2))
    #expect(odd.countedSteps == Self.spaced)
    #expect(odd.mean == 8 + 64 + 257 * Double(Self.spaced / 2 - 1) / 2)
  }

  /// To look at each of the steps would take hours.
  @Test func aPeakAtTheFarEndIsQuick() throws {
    let ramp = try #require(try summary("lr-range-test", 0..<1_000_000_000_000))
    #expect(ramp.countedSteps == Self.spaced)
    #expect(ramp.peakStep == 999_999_999_999)
    #expect(abs(ramp.shareAboveHalf - 0.5) < 1e-4)
    #expect(abs(ramp.mean / ramp.last - 0.5) < 1e-4)
  }

  @Test func aPeakThatIsNotCountedIsFound() throws {
    let flat = try #require(try summary("onecycle:cycle_max_lr=0.5", 0..<1 << 53))
    #expect(flat.countedSteps == Self.spaced)
    #expect(flat.peak == 0.5 && flat.peakStep == 2000)
    #expect(flat.shareAboveHalf == 0)
    #expect(abs(flat.mean - 0.0001) < 1e-12)
  }
}

/// The summary of a schedule's rate.
private func summary(_ typed: String, _ steps: Range<Int>) throws -> CurveSummary? {
  CurveSummary(try schedules(typed)[0].schedule.columns[0], steps: steps)
}
