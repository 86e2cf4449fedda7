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
  /// - Parameters:
  ///   - rows: Rows that every column has.
  ///   - threads: How many threads work; the bytes do not depend on it.
  /// - Throws: `OutputError`.
  public func write(_ rows: RowRange, threads: Int = 1) throws {
    try writeHeader()
    try table.write(
      rows, as: CSVRow(columns: table.columns.count), threads: threads, to: writer)
  }

  /// Writes the header of rows that follow one by one.
  ///
  /// - Throws: `OutputError`.
  public func writeHeader() throws {
    let names = ["step"] + table.names.map(\.asCSVField)
    try writer.append(names.joined(separator: ",") + "\n")
  }

  /// Writes one row.
  ///
  /// - Parameter step: A step that every column has.
  /// - Throws: `OutputError`.
  public func writeRow(at step: Int) throws {
    try table.writeRow(at: step, as: CSVRow(columns: table.columns.count), to: writer)
  }
}

/// `step,value,value`.
private struct CSVRow: RowFormat {
  static let isText = true

  let columns: Int

  var longestRow: Int { (columns + 1) * (NumberText.longest + 1) }

  func write(_ block: borrowing RowBlock, to text: inout TextSpace) {
    var step = block.firstStep
    for row in 0..<block.count {
      text.append(step)
      for column in 0..<columns {
        text.append(UInt8(ascii: ","))
        block.appendText(row: row, column: column, to: &text)
      }
      text.append(UInt8(ascii: "\n"))
      step.advance()
    }
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
