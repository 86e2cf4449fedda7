import LRConfiguration
import LRCurves
import LRText
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Promises of a report that every format of it is printable, and JSON is JSON.
func promiseReport(_ report: Report) {
  report.findings.map(\.line).forEach { promisePrintable($0) }
  for format in ReportFormat.allCases {
    let text = report.text(as: format)
    switch format {
    case .json, .sarif: promiseJSON(text)
    case .junit: promisePrintable(text.filter { $0 != "\t" }, hasLines: true)
    case .text, .github, .markdown: promisePrintable(text, hasLines: true)
    }
  }
}

/// Promises that rows are written without `nan` and `inf`, and that what is written is read back.
func promiseOutput(of schedules: [LabelledSchedule], on steps: Range<Int>) {
  let rows = RowRange(from: steps.lowerBound, to: steps.upperBound, every: 1)
  let documents = [
    written { try JSONWriter(schedules, to: $0).write(rows, generator: "fuzz") },
    written { try JSONWriter(schedules, to: $0).writeLines(rows) },
  ]
  for document in documents {
    promiseJSON(String(decoding: document, as: UTF8.self))
    promiseRead(document, rows: rows)
  }
  promiseRead(written { try CSVWriter(CurveTable(schedules), to: $0).write(rows) }, rows: rows)
}

private func promiseRead(_ document: [UInt8], rows: RowRange) {
  do {
    let curve = try RecordedCurve(document, name: "rows")
    for column in curve.columns {
      promise(column.steps == Array(rows.from..<rows.to), "the steps \(column.steps)")
      promise(column.values.allSatisfy(\.isFinite), "the values \(column.values)")
    }
  } catch {
    let text = String(decoding: document.prefix(2000), as: UTF8.self)
    broken("\(error) in what was written: \(text)")
  }
}

/// What is written to a file.
private func written(_ body: (CheckedWriter) throws -> Void) -> [UInt8] {
  do {
    try scratch.resize(to: 0)
    try scratch.seek(offset: 0, from: .start)
    let writer = CheckedWriter(to: scratch, named: "scratch")
    try body(writer)
    try writer.flush()
    let size = Int(try scratch.seek(offset: 0, from: .current))
    return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = try scratch.read(fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(buffer))
    }
  } catch {
    broken("\(error)")
  }
}

/// A file without a name, in which outputs are written one after the other.
private let scratch: FileDescriptor = {
  do {
    let path = FilePath("\(Environment["TMPDIR"] ?? "/tmp")/lrsched-fuzz-\(getpid())")
    let file = try FileDescriptor.open(
      path, .readWrite, options: [.create, .truncate], permissions: .ownerReadWrite)
    unlink(path.string)
    return file
  } catch {
    broken("\(error)")
  }
}()
