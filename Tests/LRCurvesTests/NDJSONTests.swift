import Foundation
import LRSchedule
import Testing

@testable import LRConfiguration
@testable import LRCurves

/// One object a row, one row a line.
@Suite struct NDJSONTests {
  @Test func oneSchedule() throws {
    #expect(
      try ndjson(schedules(CSVTests.ramp), first(3)) == """
        {"step": 0, "lr": 0.5}
        {"step": 1, "lr": 0.75}
        {"step": 2, "lr": 1.0}

        """)
  }

  @Test func momentumBehindTheRate() throws {
    #expect(
      try ndjson(schedules(CSVTests.cycle), rows(1, 4, every: 2)) == """
        {"step": 1, "lr": 0.5, "momentum": 0.75}
        {"step": 3, "lr": 0.5, "momentum": 0.75}

        """)
  }

  @Test func severalSchedulesWithSeveralGroups() throws {
    #expect(
      try ndjson(schedules(CSVTests.cycle, CSVTests.ramp, lr: "1,2"), rows(1, 2)) == """
        {"step": 1, "onecycle.lr_0": 0.5, "onecycle.lr_1": 0.5, "onecycle.momentum_0": 0.75, \
        "onecycle.momentum_1": 0.75, "lr-range-test.lr_0": 0.75, "lr-range-test.lr_1": 0.75}

        """)
  }

  @Test func aLabelIsEscapedInEveryKey() throws {
    let made = try schedules(CSVTests.ramp, CSVTests.ramp)
    let named = LabelledSchedule(
      label: "a\"\n\\", schedule: made[0].schedule, places: [:], baseLRPlace: .assumed("default"))
    #expect(
      try ndjson([named, made[1]], first(1))
        == #"{"step": 0, "a\"\n\\.lr": 0.5, "lr-range-test#2.lr": 0.5}"# + "\n")
  }

  @Test(arguments: everySchedule)
  func numbersReadBackToTheSameBits(typed: String) throws {
    let made = try schedules(typed)
    let columns = made[0].schedule.columns
    let read = JSONDecoder()
    for (index, line) in try rowLines(made, rows(2900, 5100, every: 2)).enumerated() {
      let row = try read.decode([String: Double].self, from: Data(line.utf8))
      let step = 2900 + 2 * index
      #expect(row["step"] == Double(step) && row.count == 1 + columns.count)
      for column in columns {
        #expect(row[column.name]?.bitPattern == column.value(at: step)?.bitPattern, "step \(step)")
      }
    }
  }

  @Test(
    arguments: everySchedule,
    [rows(0, 1), rows(17, 5999, every: 2), rows(3, 6000, every: 999)])
  func aSliceHasTheRowsOfTheWhole(typed: String, rows: RowRange) throws {
    let made = try schedules(typed)
    let whole = try rowLines(made, first(6000))
    #expect(
      try rowLines(made, rows)
        == stride(from: rows.from, to: rows.to, by: rows.every).map { whole[$0] })
  }

  /// Rows are made in blocks; each thread makes one.
  @Test(arguments: [1, 2, 4095, 4096, 4097, 8193, 20_000], [2, 3, 8])
  func threadsChangeNoByte(count: Int, threads: Int) throws {
    let made = try schedules(everySchedule[1], "warmup")
    for rows in [first(count), rows(5, 5 + 3 * count, every: 3)] {
      let alone = try ndjson(made, rows)
      #expect(try ndjson(made, rows, threads: threads) == alone)
      #expect(alone.utf8.count { $0 == UInt8(ascii: "\n") } == count)
    }
  }

  /// Where a row is long, a block has less of them.
  @Test(arguments: [1, 2, 3, 8])
  func rowsOfManyColumnsAreWrittenWhole(threads: Int) throws {
    let rates = (1...40).map { "\($0)" }.joined(separator: ",")
    let made = try schedules("onecycle", lr: rates)
    let lines = try rowLines(made, rows(1990, 4000), threads: threads)
    #expect(lines.count == 2010)
    for (step, line) in zip(1990..., lines) {
      #expect(line.hasPrefix("{\"step\": \(step), \"lr_0\": ") && line.hasSuffix("}"))
      #expect(line.utf8.count { $0 == UInt8(ascii: ":") } == 81)
    }
  }

  private func ndjson(
    _ schedules: [LabelledSchedule], _ rows: RowRange, threads: Int = 1
  ) throws -> String {
    let bytes = try written { writer in
      try JSONWriter(schedules, to: writer).writeLines(rows, threads: threads)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func rowLines(
    _ schedules: [LabelledSchedule], _ rows: RowRange, threads: Int = 1
  ) throws -> [Substring] {
    try ndjson(schedules, rows, threads: threads).split(separator: "\n")
  }
}
