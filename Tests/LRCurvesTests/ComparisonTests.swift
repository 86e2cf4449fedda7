import LRConfiguration
import LRSchedule
import Testing

@testable import LRCurves

/// Whether two schedules, or a schedule and a curve, agree.
@Suite struct ComparisonTests {
  private let onecycle = "onecycle:cycle_first_step_size=300"

  @Test(arguments: everySchedule)
  func aScheduleEqualsItselfByItsFormula(typed: String) throws {
    let comparison = try compare(typed, typed, on: 0..<Schedule.stepLimit / 2)
    #expect(comparison.isEqual)
    for column in comparison.columns {
      #expect(column.provedSteps == Schedule.stepLimit / 2)
      #expect(column.comparedSteps == Schedule.stepLimit / 2)
    }
  }

  @Test(arguments: [1, 2, 3, 8])
  func differencesAreThoseOfEveryStep(threads: Int) throws {
    let pairs = [
      ("warmup-lr:warmup_num_steps=100", "warmup-lr:warmup_num_steps=103"),
      ("warmup-cosine@0.14", "warmup-cosine"), ("warmup-decay", "warmup-lr"),
      (onecycle, "onecycle:cycle_first_step_size=301"),
    ]
    for (one, two) in pairs {
      let (a, b) = try (schedule(one), schedule(two))
      let comparison = try compare(one, two, on: 0..<1_000_000, threads: threads)
      for (index, column) in comparison.columns.enumerated() {
        let differences = (0..<1_000_000).filter {
          a.columns[index].value(at: $0) != b.columns[index].value(at: $0)
        }.compactMap { step in
          a.columns[index].value(at: step).flatMap { mine in
            b.columns[index].value(at: step).map { Difference(step: step, a: mine, b: $0) }
          }
        }
        #expect(column.differingSteps == differences.count)
        #expect(column.first == differences.first)
        let worst = differences.reduce(nil) { worst, difference in
          worst.map { difference.isWorse(than: $0) ? difference : $0 } ?? difference
        }
        #expect(column.worst == worst)
      }
    }
  }

  /// One stair's edge is one step earlier, far out.
  @Test func oneStepOfABillion() throws {
    let stairs = "lr-range-test:lr_range_test_staircase=true,lr_range_test_step_size"
    let comparison = try compare("\(stairs)=1e9", "\(stairs)=999999999", on: 0..<1_000_000_000)
    #expect(comparison.columns.map(\.differingSteps) == [1])
    #expect(comparison.columns[0].first?.step == 999_999_999)
    #expect(!comparison.isEqual)
  }

  @Test func aColumnThatOneSideLacks() throws {
    let comparison = try compare(onecycle, "onecycle:cycle_momentum=false", on: 0..<10)
    #expect(comparison.onlyInA == ["momentum"])
    #expect(comparison.onlyInB == [])
    #expect(comparison.columns.map(\.name) == ["lr"])
    #expect(!comparison.isEqual)
  }

  @Test(arguments: [
    (Tolerance.exact, false), (Tolerance(relative: 1e-9), true),
    (Tolerance(relative: 1e-13), false),
    (Tolerance(absolute: 1e-12), true), (Tolerance(absolute: 1e-16), false),
    (Tolerance(ulps: 9_999), false), (Tolerance(ulps: 10_000), true),
  ])
  func tolerances(tolerance: Tolerance, isEqual: Bool) throws {
    let value = 0.001
    let near = Double(bitPattern: value.bitPattern + 10_000)
    let comparison = try Comparison(
      .curve(curve([value])), .curve(curve([near])), on: 0..<10, tolerance: tolerance)
    #expect(comparison.isEqual == isEqual)
  }

  @Test func whatIsNoNumberAgreesWithNothing() throws {
    let tolerance = Tolerance(relative: 1, absolute: 1, ulps: .max)
    for (a, b) in [(Double.nan, Double.nan), (0.1, .nan), (.nan, 0.1), (.infinity, 1)] {
      let comparison = try Comparison(
        .curve(curve([0.5, a])), .curve(curve([0.5, b])), on: 0..<10,
        tolerance: Tolerance(relative: 1, absolute: 1))
      #expect(comparison.columns[0].differingSteps == 1)
      #expect(comparison.columns[0].worst?.step == 1)
    }
    #expect(!tolerance.allows(.nan, 0))
    #expect(Tolerance.exact.allows(0.0, -0.0))
  }

  @Test func onlyStepsOfTheCurveAreCompared() throws {
    let schedule = try schedule(onecycle)
    let steps = Array(stride(from: 7, to: 2000, by: 13))
    let values = steps.compactMap { schedule.columns[0].value(at: $0) }
    var wrong = values
    wrong[50] = wrong[50].nextUp
    for (values, count) in [(values, 0), (wrong, 1)] {
      let curve = RecordedCurve(
        name: "a.csv", format: .csv,
        columns: [RecordedColumn(name: "lr", steps: steps, values: values)])
      let comparison = try Comparison(
        side(onecycle + ",cycle_momentum=false"), .curve(curve), on: 0..<1000)
      #expect(comparison.columns.map(\.differingSteps) == [count])
      #expect(comparison.columns.map(\.comparedSteps) == [steps.count { $0 < 1000 }])
      #expect(comparison.leftOutSteps == steps.count { $0 >= 1000 })
      #expect(comparison.steps == 7..<996)
      #expect(comparison.columns[0].first?.step == (count == 0 ? nil : steps[50]))
    }
  }

  @Test func curvesMeetAtTheirCommonSteps() throws {
    let a = RecordedCurve(
      name: "a", format: .csv,
      columns: [RecordedColumn(name: "lr", steps: [0, 2, 4, 6], values: [0, 2, 4, 6])])
    let b = RecordedCurve(
      name: "b", format: .csv,
      columns: [RecordedColumn(name: "x.lr", steps: [1, 2, 3, 4, 9], values: [1, 2, 3, 5, 9])])
    let comparison = try Comparison(.curve(a), .curve(b), on: 0..<Schedule.stepLimit)
    #expect(comparison.columns.map(\.comparedSteps) == [2])
    #expect(comparison.columns[0].first == Difference(step: 4, a: 4, b: 5))
    #expect(comparison.leftOutSteps == 3)
  }

  @Test func nothingInCommonIsTrouble() throws {
    #expect(throws: ComparisonError.self) {
      try Comparison(side(onecycle), .curve(curve([1])), on: 5..<10)
    }
    let loss = RecordedCurve(
      name: "a", format: .csv, columns: [RecordedColumn(name: "loss", steps: [0], values: [1])])
    #expect(throws: ComparisonError.self) {
      try Comparison(side(onecycle), .curve(loss), on: 0..<10)
    }
  }

  @Test(arguments: [
    (1.0, 1.0, 0), (1, 1.0.nextUp, 1), (-0.0, 0, 0),
    (-Double.leastNonzeroMagnitude, .leastNonzeroMagnitude, 2), (1, 2, 1 << 52),
  ])
  func ulpsBetweenTwoDoubles(a: Double, b: Double, ulps: UInt64) {
    #expect(Difference(step: 0, a: a, b: b).ulps == ulps)
    #expect(Difference(step: 0, a: b, b: a).ulps == ulps)
  }

  private func curve(_ values: [Double]) -> RecordedCurve {
    RecordedCurve(
      name: "curve", format: .csv,
      columns: [RecordedColumn(name: "lr", steps: Array(values.indices), values: values)])
  }

  private func schedule(_ typed: String) throws -> Schedule {
    try schedules(typed)[0].schedule
  }

  private func side(_ typed: String) throws -> ComparedSide { .schedule(try schedules(typed)[0]) }

  private func compare(
    _ a: String, _ b: String, on steps: Range<Int>, threads: Int = 2
  ) throws -> Comparison {
    try Comparison(side(a), side(b), on: steps, threads: threads)
  }
}
