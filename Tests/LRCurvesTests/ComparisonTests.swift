import LRConfiguration
import LRSchedule
import Testing

@testable import LRCurves

/// Whether two schedules, or a schedule and a curve, agree.
@Suite struct ComparisonTests {
  private let onecycle = "onecycle:cycle_first_step_size=300"
  private let everyStep = 0..<Schedule.stepLimit

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

  /// Columns are found by their names without a look at each of the others.
  @Test func curvesOfManyColumns() throws {
    let columns = (0..<RecordedCurve.maximumColumnCount).map {
      RecordedColumn(name: "lr_\($0)", steps: [0], values: [1])
    }
    func side(_ columns: ArraySlice<RecordedColumn>) -> ComparedSide {
      .curve(RecordedCurve(name: "curve", format: .csv, columns: Array(columns)))
    }
    let comparison = try Comparison(
      side(columns.dropFirst()), side(columns.dropLast()), on: everyStep)
    #expect(comparison.columns.count == columns.count - 2)
    #expect(comparison.onlyInA == ["lr_\(columns.count - 1)"] && comparison.onlyInB == ["lr_0"])
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
      .curve(curve([value])), .curve(curve([near])), on: everyStep, tolerance: tolerance)
    #expect(comparison.isEqual == isEqual)
  }

  @Test func whatIsNoNumberAgreesWithNothing() throws {
    let tolerance = Tolerance(relative: 1, absolute: 1, ulps: .max)
    for (a, b) in [(Double.nan, Double.nan), (0.1, .nan), (.nan, 0.1), (.infinity, 1)] {
      let comparison = try Comparison(
        .curve(curve([0.5, a])), .curve(curve([0.5, b])), on: everyStep,
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
      #expect(comparison.columns[0].outside == steps.count { $0 >= 1000 })
      #expect(comparison.columns[0].onlyInB == 0)
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
    #expect(comparison.columns[0].onlyInA == 2)
    #expect(comparison.columns[0].onlyInB == 3)
    #expect(comparison.columns[0].outside == 0)
    #expect(
      !ComparisonReport(
        of: .curve(a), and: .curve(b), comparison, tolerance: .exact
      ).report(version: "0.1.0", file: nil).isPassed)
  }

  /// The steps of a schedule that a curve lacks: a hole, and its rows before and behind the curve.
  @Test(arguments: [(nil, 1), (0..<20, 10), (5..<12, 1), (8..<30, 15)])
  func stepsThatACurveLacksAreCounted(rows: Range<Int>?, count: Int) throws {
    let column = try schedule("warmup-lr").columns[0]
    let steps = [5, 6, 7, 8, 10, 11, 12, 13, 14, 15]
    let curve = RecordedCurve(
      name: "a.csv", format: .csv,
      columns: [
        RecordedColumn(
          name: "lr", steps: steps, values: steps.compactMap { column.value(at: $0) })
      ])
    let sides = try (side("warmup-lr"), ComparedSide.curve(curve))
    let one = try Comparison(sides.0, sides.1, on: 0..<Schedule.stepLimit, rows: rows)
    #expect(one.isEqual)
    #expect(one.columns[0].onlyInA == count)
    let other = try Comparison(sides.1, sides.0, on: 0..<Schedule.stepLimit, rows: rows)
    #expect(other.columns[0].onlyInB == count)
    #expect(other.columns[0].onlyInA == 0)
    let report = ComparisonReport(of: sides.0, and: sides.1, one, tolerance: .exact)
      .report(version: "0.1.0", file: nil)
    #expect(report.isPassed)
    #expect(report.facts.contains(Report.Fact("not_compared", .int(count))))
    #expect(
      report.findings.map(\.message) == [
        "not compared: \(count) of \(10 + count) steps of warmup-lr, at which a.csv has no value"
      ])
  }

  /// Rows at a distance reach a step that the next row would be behind.
  @Test(arguments: [
    (5..<10, nil), (0..<28, nil), (4..<40, nil), (0..<41, 5..<36), (0..<50, 5..<36),
    (36..<38, nil), (45..<60, 5..<36),
  ])
  func aCurveReachesTheStepsThatAreAskedFor(range: Range<Int>, steps: Range<Int>?) throws {
    let curve = RecordedCurve(
      name: "a", format: .csv,
      columns: [RecordedColumn(name: "lr", steps: [5, 10, 20, 30, 35], values: [1, 2, 3, 4, 5])])
    do throws(ComparisonError) {
      _ = try Comparison(.curve(curve), .curve(curve), on: range)
      #expect(steps == nil)
    } catch .notCovered(_, let covered, _) {
      #expect(covered == steps)
    } catch .noCommonStep {
      #expect(range == 36..<38)
    }
  }

  /// A shift that the tried steps suggest is looked at on all of them.
  @Test(arguments: [(nil, 1), (54_321, 0)])
  func aShiftFitsEveryStep(spoilt: Int?, count: Int) throws {
    let column = try schedule("warmup-cosine:total_num_steps=100000").columns[0]
    let steps = Array(1000..<90_000)
    let values = steps.map { step in
      (column.value(at: step - 3) ?? 0) * (step == spoilt ? 2 : 1)
    }
    let curve = RecordedCurve(
      name: "a", format: .csv,
      columns: [RecordedColumn(name: "lr", steps: steps, values: values)])
    let comparison = try Comparison(
      side("warmup-cosine:total_num_steps=100000"), .curve(curve), on: 0..<Schedule.stepLimit)
    #expect(comparison.shifts.map(\.shift.steps) == Array(repeating: -3, count: count))
    #expect(comparison.shifts.map(\.shift.isOfAll) == Array(repeating: true, count: count))
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

  private static let distances: [(Double, Double, UInt64)] = [
    (1, 1, 0), (1, Double(1).nextUp, 1), (-0.0, 0, 0),
    (-Double.leastNonzeroMagnitude, Double.leastNonzeroMagnitude, 2), (1, 2, 0x10_0000_0000_0000),
    (2, -2, 0x8000_0000_0000_0000), (-Double.infinity, 0.001, 0xBF40_624D_D2F1_A9FC),
    (Double.infinity, -Double.infinity, 0xFFE0_0000_0000_0000),
    (Double.greatestFiniteMagnitude, -Double.greatestFiniteMagnitude, 0xFFDF_FFFF_FFFF_FFFE),
  ]

  @Test(arguments: distances)
  func ulpsBetweenTwoDoubles(a: Double, b: Double, ulps: UInt64) {
    #expect(Difference(step: 0, a: a, b: b).ulps == ulps)
    #expect(Difference(step: 0, a: b, b: a).ulps == ulps)
  }

  /// Columns that were chosen are as many as the other side's, or those that it lacks are said.
  @Test func chosenColumnsAreNotCutShort() throws {
    let curve = RecordedCurve(
      name: "a.csv", format: .csv,
      columns: ["rate", "loss"].map { RecordedColumn(name: $0, steps: [0], values: [0.0001]) })
    let fewer = try Comparison(side(onecycle), .curve(curve), on: everyStep, columns: ["rate"])
    #expect(fewer.onlyInA == ["momentum"])
    #expect(!fewer.isEqual)
    let swapped = try Comparison(.curve(curve), side(onecycle), on: everyStep, columns: ["rate"])
    #expect(swapped.onlyInB == ["momentum"])
    #expect {
      try Comparison(side("warmup-lr"), .curve(curve), on: everyStep, columns: ["rate", "loss"])
    } throws: {
      "\($0)"
        == "--column: names 2 columns, and warmup-lr has 1, 'lr'; name one for each"
    }
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
