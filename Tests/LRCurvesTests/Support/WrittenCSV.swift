import Foundation
import LRSchedule
import LRText

@testable import LRConfiguration
@testable import LRCurves

/// What a body writes, as its bytes.
func written(_ body: (CheckedWriter) throws -> Void) throws -> [UInt8] {
  let path = FileManager.default.temporaryDirectory.path + "/lrsched-tests-\(UUID().uuidString)"
  defer { try? FileManager.default.removeItem(atPath: path) }
  try withOutput(to: .file(path), body)
  return try ReadFile.bytes(of: path)
}

/// Rows of schedules as CSV.
func csv(_ schedules: [LabelledSchedule], _ rows: RowRange, threads: Int = 1) throws -> String {
  let bytes = try written { writer in
    try CSVWriter(CurveTable(schedules), to: writer).write(rows, threads: threads)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Some steps of schedules as CSV, in the order given.
func csv(_ schedules: [LabelledSchedule], at steps: [Int]) throws -> String {
  let bytes = try written { writer in
    let rows = CSVWriter(CurveTable(schedules), to: writer)
    try rows.writeHeader()
    for step in steps { try rows.writeRow(at: step) }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Rows 0..<count.
func first(_ count: Int) -> RowRange { rows(0, count) }

/// Every `every`-th row of from..<to.
func rows(_ from: Int, _ to: Int, every: Int = 1) -> RowRange {
  RowRange(from: from, to: to, every: every)
}

/// The lines of a CSV without its header.
func lines(_ csv: String) -> [Substring] { csv.split(separator: "\n").dropFirst().map { $0 } }
