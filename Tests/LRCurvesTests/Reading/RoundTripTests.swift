import LRConfiguration
import LRSchedule
import LRText
import Testing

@testable import LRCurves

/// What is written is read back to the bit, in every form.
@Suite struct RoundTripTests {
  private static let rowRanges = [rows(0, 3000), rows(17, 2900, every: 7)]

  private func check(
    _ schedules: [LabelledSchedule], _ rows: RowRange, _ format: CurveFormat,
    _ write: (CurveTable, CheckedWriter) throws -> Void
  ) throws {
    let table = CurveTable(schedules)
    var options = ReadingOptions()
    options.firstStep = rows.from
    options.every = rows.every
    let curve = try RecordedCurve(
      written { try write(table, $0) }, name: "file", options: options)
    #expect(curve.format == format)
    #expect(curve.columns.count == table.columns.count)
    if format != .npy { #expect(curve.columns.map(\.name) == table.names) }
    for (read, column) in zip(curve.columns, table.columns) {
      #expect(read.steps.elementsEqual((0..<rows.count).map { rows[$0] }))
      let values = read.steps.map { column.value(at: $0)?.bitPattern }
      #expect(read.values.map(\.bitPattern) == values)
    }
  }

  @Test(arguments: everySchedule, rowRanges)
  func everyForm(typed: String, rows: RowRange) throws {
    for schedules in try [schedules(typed), schedules(typed, "onecycle", lr: "0.1,0.01")] {
      try check(schedules, rows, .csv) { try CSVWriter($0, to: $1).write(rows) }
      try check(schedules, rows, .npy) { try NPYWriter($0, to: $1).write(rows) }
      try check(schedules, rows, .json) {
        try JSONWriter(schedules, to: $1).write(rows, generator: "test")
      }
      try check(schedules, rows, .ndjson) { try JSONWriter(schedules, to: $1).writeLines(rows) }
    }
  }

  @Test func memoryOfLinesDoesNotGrowWithRows() {
    var lines = LineNumbers()
    for line in 2..<100_002 { lines.append(line) }
    #expect(lines.runCount == 1)
    #expect((0..<100_000).allSatisfy { lines[$0] == $0 + 2 })
  }

  @Test func linesOfAnyOrder() {
    let all = [1, 5, 9, 13, 13, 13, 14, 20, 21, 22, 3, 4, 5, 5, 5]
    var lines = LineNumbers()
    for line in all { lines.append(line) }
    #expect(all.indices.map { lines[$0] } == all)
    #expect((0..<7).map { lines.keeping(0..<7)[$0] } == Array(all.prefix(7)))
  }
}
