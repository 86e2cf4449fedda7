import LRConfiguration
import LRSchedule
import LRText

/// How rows are written.
protocol RowFormat: Sendable {
  /// Whether values are written as text.
  static var isText: Bool { get }
  /// The most bytes of a row.
  var longestRow: Int { get }
  /// Writes the rows of a block.
  func write(_ block: borrowing RowBlock, to text: inout TextSpace)
}

/// Consecutive rows with their values.
struct RowBlock: ~Copyable {
  /// The number of the first row.
  let firstRow: Int
  /// The step of the first row, ready to count up.
  let firstStep: StepText
  /// The number of rows.
  let count: Int
  // Bounds: columns * count values and their texts, lent by `write` while the rows are formatted.
  /// The values, column by column.
  fileprivate let values: UnsafeBufferPointer<Double>
  /// Their texts; none of a format that is no text.
  fileprivate let texts: NumberTexts

  /// The value of a row, counted from the first, in a column.
  subscript(row: Int, column: Int) -> Double { values[column &* count &+ row] }

  /// Appends the text of that value.
  @inline(__always) func appendText(row: Int, column: Int, to text: inout TextSpace) {
    text.append(texts, at: column &* count &+ row)
  }
}

extension CurveTable {
  /// The most bytes of rows that a thread makes at once: they are in a second-level cache when they
  /// are written.
  private static let pieceSize = 256 << 10

  /// The same of values that are written as they are: to take turns costs more than a larger cache.
  private static let binaryPieceSize = 1 << 20

  /// How many rows are evaluated at once: their values, and texts, fit into a first-level cache, but
  /// of many columns there are enough rows for each.
  private func blockRows(of format: (some RowFormat).Type) -> Int {
    let values = format.isText ? 512 : 2048
    let fewest = 128
    return max(fewest, values / max(1, columns.count))
  }

  /// Evaluates and writes rows, on several threads, in constant memory.
  func write<Format: RowFormat>(
    _ rows: RowRange, as format: Format, threads: Int, to writer: CheckedWriter
  ) throws {
    let rowCount = rows.count
    let pieceRows = max(blockRows(of: Format.self), Self.pieceSize / format.longestRow)
    try OrderedWork.write(
      pieces: (rowCount - 1) / pieceRows + 1, threads: threads,
      capacity: min(pieceRows, rowCount) * format.longestRow, to: writer
    ) { piece, memory in
      // Bounds: a piece has at most the pieceRows or rowCount rows that capacity is reckoned for.
      guard let start = memory.baseAddress else { return 0 }
      let first = piece * pieceRows
      return write(first..<min(first + pieceRows, rowCount), of: rows, as: format, to: start)
    }
  }

  /// Evaluates and writes the bytes of the only column, in this machine's order and without a copy.
  func writeOnlyColumn(_ rows: RowRange, threads: Int, to writer: CheckedWriter) throws {
    let rowCount = rows.count
    let size = MemoryLayout<Double>.size
    let pieceRows = Self.binaryPieceSize / size
    try OrderedWork.write(
      pieces: (rowCount - 1) / pieceRows + 1, threads: threads,
      capacity: min(pieceRows, rowCount) * size, to: writer
    ) { piece, memory in
      // Bounds: a block has no more rows than capacity is reckoned for.
      let first = piece * pieceRows
      let block = first..<min(first + pieceRows, rowCount)
      let values = memory.bindMemory(to: Double.self).extracting(..<block.count)
      columns[0].fill(block, of: rows, into: values)
      return block.count * size
    }
  }

  /// Evaluates and writes the row of one step, which every column has.
  func writeRow(at step: Int, as format: some RowFormat, to writer: CheckedWriter) throws {
    let rows = RowRange(from: step, to: step + 1, every: 1)
    // Bounds: room for one row, which is copied before the closure ends.
    try withUnsafeTemporaryAllocation(byteCount: format.longestRow, alignment: 8) { memory in
      guard let start = memory.baseAddress else { return }
      let count = write(0..<1, of: rows, as: format, to: start)
      try writer.append(UnsafeRawBufferPointer(rebasing: memory[..<count]))
    }
  }

  /// Evaluates rows and writes them to memory, block by block; returns the number of bytes.
  private func write<Format: RowFormat>(
    _ piece: Range<Int>, of rows: RowRange, as format: Format, to memory: UnsafeMutableRawPointer
  ) -> Int {
    // Bounds: room for the values and texts of length rows; `memory` has it for the longest rows.
    let length = min(piece.count, blockRows(of: Format.self))
    let capacity = max(1, columns.count * length)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { space in
      space.initialize(repeating: 0)
      return withUnsafeTemporaryAllocation(
        byteCount: NumberTexts.byteCount(for: Format.isText ? capacity : 0),
        alignment: NumberTexts.alignment
      ) { textSpace in
        var text = TextSpace(memory)
        for first in stride(from: piece.lowerBound, to: piece.upperBound, by: length) {
          let block = first..<min(first + length, piece.upperBound)
          // Bounds: no more than capacity; each column has its own part of them.
          let values = UnsafeMutableBufferPointer(rebasing: space[..<(columns.count * block.count)])
          for (index, column) in columns.enumerated() {
            column.fill(
              block, of: rows,
              into: values.extracting(index * block.count..<(index + 1) * block.count))
          }
          let written = UnsafeBufferPointer(values)
          format.write(
            RowBlock(
              firstRow: first, firstStep: StepText(rows[first], every: rows.every),
              count: block.count, values: written,
              texts: NumberTexts(Format.isText ? written : written.extracting(..<0), in: textSpace)),
            to: &text)
        }
        return text.count
      }
    }
  }
}
