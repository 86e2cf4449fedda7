import LRConfiguration
import LRSchedule
import LRText

/// Rows as CSV (RFC 4180 with `\n`): a header, then the step and one value a column.
///
/// Numbers are the shortest text that reads back to the same double, as Python's `repr` writes them.
public struct CSVWriter {
  private let table: CurveTable
  private let writer: CheckedWriter

  /// Makes a writer of a table's rows.
  ///
  /// - Parameters:
  ///   - table: The columns.
  ///   - writer: Where the text goes.
  public init(_ table: CurveTable, to writer: CheckedWriter) {
    self.table = table
    self.writer = writer
  }

  /// Writes the header and the rows.
  ///
  /// - Parameter rows: Rows that every column has.
  /// - Throws: `OutputError`.
  public func write(_ rows: RowRange) throws {
    try writeHeader()
    try table.forEachBlock(of: rows) { block, columns in
      for row in block {
        try writer.append(rows[row])
        for column in columns {
          try writer.append(UInt8(ascii: ","))
          try writer.append(column[row - block.lowerBound])
        }
        try writer.append(UInt8(ascii: "\n"))
      }
    }
  }

  /// Writes the header and the rows at some steps, in the order given.
  ///
  /// - Parameter steps: Steps that every column has.
  /// - Throws: `OutputError`.
  public func write(at steps: some Sequence<Int>) throws {
    try writeHeader()
    for step in steps {
      try writer.append(step)
      for column in table.columns {
        try writer.append(UInt8(ascii: ","))
        if let value = column.value(at: step) { try writer.append(value) }
      }
      try writer.append(UInt8(ascii: "\n"))
    }
  }

  private func writeHeader() throws {
    let names = ["step"] + table.names.map(\.asCSVField)
    try writer.append(names.joined(separator: ",") + "\n")
  }
}

extension String {
  /// The text as a field: in quotes where it holds a comma, a quote or a line break.
  var asCSVField: String {
    guard contains(where: { ",\"\n\r\r\n".contains($0) }) else { return self }
    return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
