import LRConfiguration
import LRSchedule
import LRText

/// Rows as an array of NumPy (`.npy` 1.0).
///
/// float64, one column as one dimension, several as rows and columns. The steps are not in it.
///
/// Source: NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays".
public struct NPYWriter {
  private let table: CurveTable
  private let writer: CheckedWriter

  /// Makes a writer of a table's rows.
  ///
  /// - Parameters:
  ///   - table: The columns, at least one.
  ///   - writer: Where the bytes go.
  public init(_ table: CurveTable, to writer: CheckedWriter) {
    self.table = table
    self.writer = writer
  }

  /// Writes the header and the values.
  ///
  /// - Parameters:
  ///   - rows: Rows that every column has.
  ///   - threads: How many threads work; the bytes do not depend on it.
  /// - Throws: `OutputError`.
  public func write(_ rows: RowRange, threads: Int = 1) throws {
    try writer.append(Self.header(rows: rows.count, columns: table.columns.count))
    if table.columns.count == 1, Self.isLittleEndian {
      try table.writeOnlyColumn(rows, threads: threads, to: writer)
    } else {
      try table.write(
        rows, as: BinaryRow(columns: table.columns.count), threads: threads, to: writer)
    }
  }

  private static let isLittleEndian = 1.littleEndian == 1

  /// The magic, the version, the length of the rest, a Python dictionary, and spaces up to a line
  /// break, so that the data starts at a multiple of 64 bytes and can be mapped into memory.
  static func header(rows: Int, columns: Int) -> [UInt8] {
    let shape = columns == 1 ? "(\(rows),)" : "(\(rows), \(columns))"
    var text = Array(
      "{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }".utf8)
    let fixed = 10
    let padding = (64 - (fixed + text.count + 1) % 64) % 64
    text += Array(repeating: UInt8(ascii: " "), count: padding) + [UInt8(ascii: "\n")]
    let length = UInt16(text.count)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xff), UInt8(length >> 8)] + text
  }
}

/// The values of a row, eight bytes each.
private struct BinaryRow: RowFormat {
  static let isText = false

  let columns: Int

  var longestRow: Int { columns * MemoryLayout<Double>.size }

  func write(_ block: borrowing RowBlock, to text: inout TextSpace) {
    for row in 0..<block.count {
      for column in 0..<columns { text.append(littleEndian: block[row, column]) }
    }
  }
}
