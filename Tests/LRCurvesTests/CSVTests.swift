import LRSchedule
import Testing

@testable import LRConfiguration
@testable import LRCurves

/// Rows as CSV, byte by byte.
@Suite struct CSVTests {
  static let ramp = "lr-range-test:lr_range_test_min_lr=0.5,lr_range_test_step_size=2"
  static let cycle =
    "onecycle:cycle_min_lr=0,cycle_max_lr=1,cycle_first_step_size=2,cycle_min_mom=0.5,cycle_max_mom=1"

  @Test func oneSchedule() throws {
    #expect(
      try csv(schedules(Self.ramp), first(4)) == "step,lr\n0,0.5\n1,0.75\n2,1.0\n3,1.25\n")
  }

  @Test func momentumBehindTheRate() throws {
    #expect(
      try csv(schedules(Self.cycle), first(6)) == """
        step,lr,momentum
        0,0.0,0.5
        1,0.5,0.75
        2,1.0,0.5
        3,0.5,0.75
        4,0.0,1.0
        5,0.0,1.0

        """)
  }

  @Test func oneColumnAParameterGroup() throws {
    #expect(
      try csv(
        schedules(Self.cycle.replacing("cycle_max_lr=1", with: "cycle_max_lr=[1,2]"), lr: "1,2"),
        first(3)) == """
          step,lr_0,lr_1,momentum_0,momentum_1
          0,0.0,0.0,0.5,0.5
          1,0.5,1.0,0.75,0.75
          2,1.0,2.0,0.5,0.5

          """)
  }

  @Test func severalSchedulesUnderTheirLabels() throws {
    #expect(
      try csv(schedules(Self.cycle, Self.ramp, "\(Self.ramp)@0.19"), first(2)) == """
        step,onecycle.lr,onecycle.momentum,lr-range-test.lr,lr-range-test@0.19.lr
        0,0.0,0.5,0.5,0.5
        1,0.5,0.75,0.75,0.75

        """)
  }

  @Test func severalSchedulesWithSeveralGroups() throws {
    let header = try csv(schedules(Self.ramp, Self.ramp, lr: "1,2"), first(1))
      .split(separator: "\n").first
    #expect(
      header
        == "step,lr-range-test.lr_0,lr-range-test.lr_1,lr-range-test#2.lr_0,lr-range-test#2.lr_1")
  }

  @Test(arguments: [
    ("plain", "plain.lr"), ("with space", "with space.lr"), ("a,b", "\"a,b.lr\""),
    ("a\"b", "\"a\"\"b.lr\""), ("\"", "\"\"\".lr\""), ("a\nb", "\"a\nb.lr\""),
    ("a\rb", "\"a\rb.lr\""), ("a\r\nb", "\"a\r\nb.lr\""), ("é;\t'", "é;\t'.lr"),
  ])
  func aLabelIsQuotedWhereItHasTo(label: String, field: String) throws {
    let made = try schedules(Self.ramp, Self.ramp)
    let named = [
      LabelledSchedule(
        label: label, schedule: made[0].schedule, places: [:], baseLRPlace: .assumed("default")),
      made[1],
    ]
    #expect(
      try csv(named, first(1)) == "step,\(field),lr-range-test#2.lr\n0,0.5,0.5\n")
  }

  @Test(arguments: [
    (1e-5, "1e-05"), (0.0001, "0.0001"), (1e16, "1e+16"), (123456789, "123456789.0"),
    (0.1 + 0.2, "0.30000000000000004"), (-0.5, "-0.5"), (1e-300, "1e-300"),
  ])
  func numbersAreWrittenAsPythonWritesThem(rate: Double, text: String) throws {
    var scheduler = LRRangeTest()
    scheduler.minLR = .all(rate)
    let schedule = try Schedule(scheduler, optimizer: Optimizer(baseLRs: [1]))
    #expect(
      try csv(
        [
          LabelledSchedule(
            label: "x", schedule: schedule, places: [:], baseLRPlace: .assumed("default"))
        ], first(1))
        == "step,lr\n0,\(text)\n")
  }
}

/// Which rows are written.
@Suite struct CSVRowsTests {
  @Test(
    arguments: everySchedule,
    [
      rows(0, 6000, every: 7), rows(1, 6000, every: 1000), rows(2999, 3002), rows(5999, 6000),
      rows(3, 6000, every: 6000), rows(1234, 5678), rows(17, 5999, every: 2), rows(0, 1),
    ])
  func aSliceHasTheRowsOfTheWhole(typed: String, rows: RowRange) throws {
    let schedules = try schedules(typed)
    let whole = try lines(csv(schedules, first(6000)))
    let slice = try lines(csv(schedules, rows))
    #expect(slice == stride(from: rows.from, to: rows.to, by: rows.every).map { whole[$0] })
  }

  /// Rows are made in blocks of 2048 values, and written in pieces of 5242 and 3495 rows.
  @Test(
    arguments: everySchedule, [1, 2, 1023, 1024, 1025, 2047, 2048, 2049, 3495, 5242, 5243, 20_000])
  func everyCountOfRowsIsWrittenWhole(typed: String, count: Int) throws {
    let schedules = try schedules(typed)
    for (rows, step) in [(first(count), 1), (rows(5, 5 + count * 3, every: 3), 3)] {
      let lines = try lines(csv(schedules, rows))
      #expect(lines.count == count)
      #expect(lines.first?.hasPrefix("\(rows.from),") == true)
      #expect(lines.last?.hasPrefix("\(rows.from + (count - 1) * step),") == true)
    }
  }

  @Test(arguments: everySchedule)
  func numbersReadBackToTheSameBits(typed: String) throws {
    let schedules = try schedules(typed)
    let columns = schedules[0].schedule.columns
    for (index, line) in try lines(csv(schedules, rows(100, 4300))).enumerated() {
      let fields = line.split(separator: ",")
      let step = 100 + index
      let bits = fields.dropFirst().map { Double($0)?.bitPattern }
      #expect(bits == columns.map { $0.value(at: step)?.bitPattern }, "step \(step)")
      #expect(fields.first == "\(step)")
    }
  }

  @Test(arguments: [2, 3, 7, 64])
  func threadsChangeNoByte(threads: Int) throws {
    let schedules = try schedules(everySchedule[1], everySchedule[4], "warmup")
    for rows in [first(70_000), rows(3, 300_000, every: 7), first(1)] {
      #expect(try csv(schedules, rows, threads: threads) == csv(schedules, rows))
    }
  }

  @Test func farRowsCostNoMore() throws {
    let end = 1 << 53
    let text = try csv(schedules("lr-range-test"), rows(end - 2, end))
    #expect(
      lines(text).map { $0.split(separator: ",")[0] } == ["9007199254740990", "9007199254740991"])
    #expect(
      try lines(csv(schedules("warmup"), rows(0, end, every: 1 << 52)))
        == ["0,0.0", "4503599627370496,0.001"])
  }
}

/// Rows at some steps only.
@Suite struct CSVStepsTests {
  @Test func theirOrderIsKeptAndRepetitionsToo() throws {
    #expect(
      try csv(schedules(CSVTests.ramp), at: [3, 0, 3, 2, 0]) == """
        step,lr
        3,1.25
        0,0.5
        3,1.25
        2,1.0
        0,0.5

        """)
  }

  @Test func noStepsAreAHeader() throws {
    #expect(try csv(schedules(CSVTests.ramp), at: []) == "step,lr\n")
  }

  @Test(arguments: everySchedule)
  func theyAreTheRowsOfTheWhole(typed: String) throws {
    let schedules = try schedules(typed)
    let whole = try lines(csv(schedules, first(6000)))
    let steps = [5999, 0, 1, 1000, 1001, 1002, 1500, 3000, 3001, 4096, 4095, 1]
    #expect(try lines(csv(schedules, at: steps)) == steps.map { whole[$0] })
  }

  @Test func severalSchedulesShareTheSteps() throws {
    #expect(
      try csv(schedules(CSVTests.cycle, CSVTests.ramp), at: [2, 1]) == """
        step,onecycle.lr,onecycle.momentum,lr-range-test.lr
        2,1.0,0.5,1.0
        1,0.5,0.75,0.75

        """)
  }
}
