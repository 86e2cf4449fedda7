import LRConfiguration
import LRSchedule
import Testing

@testable import LRCurves

/// Whether a log follows its plan.
@Suite struct LogCheckTests {
  /// A plan that moves at every step: 1000 of warm-up, then a cosine.
  private static let plan = "warmup-cosine:total_num_steps=5000,warmup_num_steps=1000"

  private func check(
    _ text: String, _ typed: String = plan, lr: String? = nil, offset: Int? = nil,
    tolerance: Tolerance? = nil, _ change: (inout LogOptions) -> Void = { _ in }
  ) throws -> LogCheck {
    try LogCheck(
      readLog(text, change), against: schedules(typed, lr: lr)[0], offset: offset,
      tolerance: tolerance)
  }

  /// The lines of DeepSpeed's log at some steps, of a run that is `shift` rows ahead of its plan.
  private func deepSpeedLog(
    _ steps: some Sequence<Int>, shift: Int = 0, stride: Int = 1, typed: String = plan,
    groups: Int = 1, change: (Double) -> Double = { $0 }
  ) throws -> String {
    let rate = try schedules(typed)[0].schedule.columns[0]
    return try steps.map { step in
      let value = change(try #require(rate.value(at: stride * step + shift)))
      let rates = Array(repeating: "\(value)", count: groups).joined(separator: ", ")
      return "step=\(step), skipped=0, lr=[\(rates)], mom=[[0.9, 0.999]]\n"
    }.joined()
  }

  private static let steps = stride(from: 10, through: 3000, by: 10)

  @Test func aRunAsPlanned() throws {
    let check = try check(deepSpeedLog(Self.steps))
    #expect(check.isPassed)
    #expect(check.outcome.compared == 300 && check.outcome.equal == 300)
    #expect(
      check.lines == [
        "PASS run.log (DeepSpeed's log): 300 points of lr are as planned by warmup-cosine, all to the"
          + " bit; steps 10..3000, offset 0, tolerance --rtol 1e-09 (the log has doubles)",
        "note: warmup-cosine leaves momentum alone: it is not compared",
      ])
  }

  @Test(arguments: [-100, -3, -1, 1, 2, 57, 100])
  func aShiftedRunIsExplained(shift: Int) throws {
    let text = try deepSpeedLog(stride(from: 200, to: 3000, by: 10), shift: shift)
    let failed = try check(text)
    #expect(!failed.isPassed)
    #expect(failed.explanation == LogCheck.Alignment(offset: shift))
    #expect(failed.hint?.contains("--offset \(shift):") == true)
    let passed = try check(text, offset: shift)
    #expect(passed.isPassed && passed.hint == nil)
  }

  /// The first group has no value at all.
  @Test func aBlankColumnExplainsNothing() throws {
    let check = try check("step,lr_0,lr_1\n1,,5\n2,,6\n")
    #expect(!check.isPassed && check.explanation == nil)
    #expect(check.outcome.differing == 2)
  }

  @Test func aShiftThatIsNotThereIsSeenToo() throws {
    let failed = try check(deepSpeedLog(Self.steps), offset: 5)
    #expect(failed.explanation == LogCheck.Alignment(offset: 0))
  }

  @Test(arguments: [2, 8, 64])
  func aSchedulerThatIsSteppedOncePerProcess(stride: Int) throws {
    let check = try check(deepSpeedLog(Swift.stride(from: 1, to: 70, by: 1), stride: stride))
    #expect(!check.isPassed)
    #expect(check.explanation == LogCheck.Alignment(offset: 0, stride: stride))
    #expect(check.hint?.contains("stepped \(stride) times a step") == true)
  }

  @Test func aDifferentRunIsNotExplained() throws {
    let check = try check(
      deepSpeedLog(Self.steps, typed: "warmup-cosine:total_num_steps=4999,warmup_num_steps=1000"))
    #expect(!check.isPassed && check.explanation == nil && check.hint == nil)
    #expect(check.outcome.first?.step == 1010)
  }

  @Test func theFirstAndTheWorstDifference() throws {
    let text = "step,lr\n10,0.1\n20,0.2\n30,0.3\n40,0.35\n50,0.51\n"
    let plan =
      "lr-range-test:lr_range_test_min_lr=0.01,lr_range_test_step_size=1,lr_range_test_step_rate=1"
    let check = try check(text, plan)
    #expect(check.outcome.differing == 4)
    #expect(
      check.outcome.first?.description
        == "step 10: expected 0.11 got 0.1 (rel 9.1e-02, 7.2e+14 ulp)")
    #expect(check.lines[0].hasSuffix(", the first, at run.log:2"))
    #expect(check.lines[1].hasPrefix("FAIL step 40: expected 0.41"))
    #expect(check.lines[1].hasSuffix(", the worst, at run.log:5"))
    #expect(check.lines[2].hasPrefix("FAIL run.log (CSV): 4 of 5 points of lr differ from"))
  }

  @Test func hasTheTrainersRateBeforeOrAfterTheStep() throws {
    let rate = try schedules(Self.plan)[0].schedule.columns[0]
    for offset in [0, -1] {
      let entries = try Self.steps.map { step in
        "{\"step\": \(step), \"learning_rate\": \(try #require(rate.value(at: step + offset)))}"
      }
      let text = "{\"log_history\": [\(entries.joined(separator: ","))]}"
      let check = try check(text)
      #expect(check.isPassed)
      #expect(check.alignment.offset == offset)
      #expect(check.lines[0].contains("offset \(offset),"))
      #expect(try !self.check(text, offset: -1 - offset).isPassed)
    }
  }

  @Test(arguments: [1.0, 0.5, 1e-7, 1e-8])
  func aSmallDifferenceIsFound(size: Double) throws {
    let check = try check(
      deepSpeedLog(Self.steps) { $0 == 0.001 ? $0 : $0 * (1 + size) })
    #expect(!check.isPassed)
  }

  @Test func whatIsNoNumberDiffers() throws {
    let text = "step,lr\n1,nan\n2,inf\n"
    let check = try check(text, "warmup-lr", tolerance: Tolerance(relative: 1e300, absolute: 1e300))
    #expect(check.outcome.differing == 2)
    #expect(check.outcome.first?.description.contains("got nan") == true)
  }

  /// The first point that differs is not told again as the worst one.
  @Test func whatIsNoNumberIsToldOnce() throws {
    let check = try check("step,lr\n1,nan\n", "warmup-lr")
    let told = check.lines.filter { $0.hasPrefix("FAIL step ") }
    #expect(told == ["FAIL step 1: expected 0.0 got nan (rel nan), at run.log:2"])
  }

  @Test func theToleranceThatIsAskedFor() throws {
    let text = try deepSpeedLog(Self.steps) { $0 * 1.001 }
    #expect(try !check(text, tolerance: Tolerance(relative: 0.0009)).isPassed)
    let passed = try check(text, tolerance: Tolerance(relative: 0.0011))
    #expect(passed.isPassed && passed.summary.contains("--rtol 0.0011 (as asked)"))
    let next = try deepSpeedLog(Self.steps) { $0.nextUp }
    #expect(try check(next, tolerance: Tolerance(ulps: 1)).isPassed)
    #expect(try !check(next, tolerance: .exact).isPassed)
    #expect(try check(next).isPassed)
  }

  @Test func groups() throws {
    let two = try deepSpeedLog(Self.steps, groups: 2)
    let one = try check(two)
    #expect(one.isPassed && one.outcome.compared == 600)
    #expect(one.notes.contains("all 2 groups are compared with the one of warmup-cosine"))
    let both = try check(two, lr: "0.001,0.002")
    #expect(!both.isPassed && both.outcome.differing == 300)
    #expect(both.lines[0].contains(" of lr_1, "))
    let single = try check(deepSpeedLog(Self.steps), lr: "0.001,0.002")
    #expect(single.isPassed && single.notes.contains("the log has 1 of 2 groups of lr"))
    #expect(throws: LogCheckError.self) {
      try check(deepSpeedLog(Self.steps, groups: 3), lr: "0.001,0.002")
    }
  }

  @Test func momentumIsCheckedWhereItMoves() throws {
    let cycle = try schedules("onecycle:cycle_first_step_size=100")[0].schedule
    let lines = try (1...50).map { step in
      let rate = try #require(cycle.columns(of: .lr)[0].value(at: step))
      let momentum = try #require(cycle.columns(of: .momentum)[0].value(at: step))
      return "step=\(step), skipped=0, lr=[\(rate)], mom=[[\(momentum), 0.99]]\n"
    }
    let text = lines.joined()
    #expect(try check(text, "onecycle:cycle_first_step_size=100").outcome.compared == 100)
    let other = "onecycle:cycle_first_step_size=100,cycle_max_mom=0.95"
    #expect(try !check(text, other).isPassed)
  }

  @Test func aLogWithoutMomentumSaysSo() throws {
    let cycle = "onecycle:cycle_first_step_size=100"
    let rate = try schedules(cycle)[0].schedule.columns(of: .lr)[0]
    let rows = try (1...50).map { "\($0),\(try #require(rate.value(at: $0)))\n" }
    let check = try check("step,lr\n" + rows.joined(), cycle)
    #expect(check.isPassed)
    #expect(check.notes == ["momentum is not in the log: it is not compared"])
  }

  /// One process logs what is planned, another one does not; the order does not matter.
  @Test(arguments: ["9.0", "nan", "0.0"])
  func aContradictionIsADifference(other: String) throws {
    let lines = try deepSpeedLog(Self.steps).split(separator: "\n")
    let wrong = lines.map { line in
      line.prefix { $0 != "[" } + "[\(other)], mom=[[0.9, 0.999]]"
    }
    for order in [[lines.map { $0[...] }, wrong.map { $0[...] }], [wrong.map { $0[...] }, lines]] {
      let text = zip(order[0], order[1]).map { "\($0)\n\($1)\n" }.joined()
      let check = try check(text)
      #expect(check.outcome.compared == 600 && check.outcome.differing == 300)
      #expect(check.notes.contains { $0.hasPrefix("lr contradicts itself 300 times, ") })
    }
    let twice = try check(lines.map { "\($0)\n\($0)\n" }.joined())
    #expect(twice.isPassed && twice.outcome.compared == 300)
  }

  /// A run of so many steps has as many rows, and the one behind them.
  @Test func pointsBehindTheRunAreNotCompared() throws {
    let log = try readLog(deepSpeedLog(Self.steps))
    let check = try LogCheck(log, against: schedules(Self.plan)[0], steps: 1000)
    #expect(check.isPassed)
    #expect(check.outcome.compared == 100 && check.outcome.outside == 200)
  }

  /// Rows that go back, because more steps are skipped than were made, are drawn in order.
  @Test func rowsThatGoBackAreDrawnInOrder() throws {
    let text = "step=1, lr=[0.1]\nstep=10, lr=[0.2]\nstep=11, skipped=6, lr=[0.3]\n"
    let check = try check(text)
    let series = check.logged(check.pairs[0])
    #expect([1, 5, 10].map { series.value(at: $0) } == [0.1, 0.3, 0.2])
    #expect(series.bounds(in: 2..<8) == 0.3...0.3)
  }

  @Test func skippedStepsAreNoDifference() throws {
    let rate = try schedules(Self.plan)[0].schedule.columns[0]
    let rows = [(5, 5), (6, 5), (7, 5), (8, 6), (30, 28)]
    let lines = try rows.map { step, row in
      "step=\(step), skipped=\(step - row), lr=[\(try #require(rate.value(at: row)))]\n"
    }
    #expect(try check(lines.joined()).isPassed)
  }

  @Test func pointsOutsideOfThePlanAreCounted() throws {
    let rate = try schedules(Self.plan)[0].schedule.columns[0]
    let text =
      try "step,lr\n0,5\n"
      + (1..<20).map { "\($0),\(try #require(rate.value(at: $0 - 1)))\n" }
      .joined()
    let check = try check(text, offset: -1)
    #expect(check.isPassed && check.outcome.outside == 1)
    #expect(check.lines[0].hasSuffix("; 1 point outside of the plan not compared"))
  }

  @Test func nothingInCommonIsAnError() {
    #expect {
      try check("step,lr\n0,5\n", offset: -1)
    } throws: { error in
      "\(error)".hasPrefix("run.log: has no step in common with warmup-cosine, whose steps are ")
    }
  }
}
