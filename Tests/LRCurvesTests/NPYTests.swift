import LRSchedule
import Testing

@testable import LRConfiguration
@testable import LRCurves

/// Arrays for `numpy.load`, byte by byte.
@Suite struct NPYTests {
  @Test func theHeaderByteByByte() {
    let text = "{'descr': '<f8', 'fortran_order': False, 'shape': (1000,), }"
    #expect(
      NPYWriter.header(rows: 1000, columns: 1)
        == [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0] + Array(text.utf8)
        + Array(repeating: 0x20, count: 128 - 10 - text.utf8.count - 1) + [0x0A])
  }

  @Test(
    arguments: [1, 9, 10, 4096, 10_000, 999_999_999, 1 << 53],
    [(1, ",)"), (2, ", 2)"), (9, ", 9)"), (10, ", 10)"), (128, ", 128)")])
  func theDataStartsAtAMultipleOf64(rows: Int, columns: (count: Int, shape: String)) throws {
    let header = NPYWriter.header(rows: rows, columns: columns.count)
    #expect(header.count.isMultiple(of: 64))
    #expect(Int(header[8]) + Int(header[9]) << 8 == header.count - 10)
    let text = String(decoding: header[10...], as: UTF8.self)
    let dictionary =
      "{'descr': '<f8', 'fortran_order': False, 'shape': (\(rows)\(columns.shape), }"
    #expect(text.hasPrefix(dictionary) && text.hasSuffix("\n"))
    #expect(text.dropFirst(dictionary.count).dropLast().allSatisfy { $0 == " " })
  }

  @Test func oneColumnHasOneDimension() throws {
    let array = try NumPyArray(schedules(CSVTests.ramp), first(4))
    #expect(array.shape == "(4,)")
    #expect(array.values == [0.5, 0.75, 1, 1.25])
  }

  @Test func severalColumnsAreRowsAndColumns() throws {
    let array = try NumPyArray(schedules(CSVTests.cycle), first(3))
    #expect(array.shape == "(3, 2)")
    #expect(array.values == [0, 0.5, 0.5, 0.75, 1, 0.5])
  }

  @Test func severalSchedulesWithSeveralGroups() throws {
    let typed = CSVTests.cycle.replacing("cycle_max_lr=1", with: "cycle_max_lr=[1,2]")
    let array = try NumPyArray(schedules(typed, CSVTests.ramp, lr: "1,2"), rows(1, 3))
    #expect(array.shape == "(2, 6)")
    #expect(array.values == [0.5, 1, 0.75, 0.75, 0.75, 0.75, 1, 2, 0.5, 0.5, 1, 1])
  }

  @Test func anOptimizerWithoutBetasHasOneColumn() throws {
    let made = try Resolution(["onecycle"], options: ScheduleOptions(optimizer: "SGD")).schedules
    #expect(try NumPyArray(made, first(3)).shape == "(3,)")
  }

  @Test(
    arguments: everySchedule,
    [rows(0, 6000), rows(2999, 3002), rows(17, 5999, every: 2), rows(3, 6000, every: 6000)])
  func bytesAreTheDoubles(typed: String, rows: RowRange) throws {
    let made = try schedules(typed)
    let columns = made[0].schedule.columns
    let expected = stride(from: rows.from, to: rows.to, by: rows.every).flatMap { step in
      columns.map { $0.value(at: step)?.bitPattern }
    }
    #expect(try NumPyArray(made, rows).values.map(\.bitPattern) == expected)
  }

  /// Several columns are made in pieces of 10922 rows, one column in pieces of 32768.
  @Test(arguments: [1, 2, 2047, 10_922, 10_923, 32_768, 32_769, 100_000], [2, 3, 8])
  func threadsChangeNoByte(count: Int, threads: Int) throws {
    for typed in [[everySchedule[1], "warmup"], [everySchedule[2]]] {
      let made = try Resolution(typed, options: ScheduleOptions()).schedules
      let columns = made.flatMap(\.schedule.columns).count
      for rows in [first(count), rows(5, 5 + 3 * count, every: 3)] {
        let alone = try npy(made, rows)
        #expect(alone.count == 128 + columns * 8 * count)
        #expect(try npy(made, rows, threads: threads) == alone)
      }
    }
  }
}

private func npy(
  _ schedules: [LabelledSchedule], _ rows: RowRange, threads: Int = 1
) throws -> [UInt8] {
  try written { writer in
    try NPYWriter(CurveTable(schedules), to: writer).write(rows, threads: threads)
  }
}

/// What NumPy reads of an array.
private struct NumPyArray {
  let shape: String
  let values: [Double]

  init(_ schedules: [LabelledSchedule], _ rows: RowRange) throws {
    let bytes = try npy(schedules, rows)
    let start = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
    let dictionary = String(decoding: bytes[10..<start], as: UTF8.self)
    shape = try #require(dictionary.firstMatch(of: /'shape': (\([^)]*\))/)).1.description
    values = stride(from: start, to: bytes.count, by: 8).map { index in
      let little = bytes[index..<index + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Double(bitPattern: little)
    }
  }
}
