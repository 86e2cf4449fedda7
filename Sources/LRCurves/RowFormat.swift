import LRConfiguration
import LRSchedule
import LRText

/// How a row is written.
protocol RowFormat: Sendable {
  /// The most bytes of a row.
  var longestRow: Int { get }
  /// Writes a row of a block: its number, its step, and of each column a value.
  func write(_ row: Int, step: Int, _ values: BlockRow, to space: inout TextSpace)
}

/// The values of one row of a block.
struct BlockRow {
  fileprivate let columns: [UnsafeMutableBufferPointer<Double>]
  fileprivate let index: Int

  subscript(column: Int) -> Double { columns[column][index] }
}

extension CurveTable {
  /// Evaluates and writes rows, block by block on several threads, in constant memory.
  func write(
    _ rows: RowRange, as format: some RowFormat, threads: Int, to writer: CheckedWriter
  ) throws {
    // A block of a column fits into a first-level cache; that of many columns is shorter.
    let blockSize = min(4096, max(1, (1 << 20) / format.longestRow))
    let blocks = (rows.count + blockSize - 1) / blockSize
    try OrderedWork.write(
      pieces: blocks, threads: threads, capacity: blockSize * format.longestRow, to: writer
    ) { piece, memory in
      let first = piece * blockSize
      let block = first..<min(first + blockSize, rows.count)
      return withValues(of: block, in: rows) { values in
        var space = TextSpace(memory)
        for (index, row) in block.enumerated() {
          format.write(
            row, step: rows[row], BlockRow(columns: values, index: index), to: &space)
        }
        return space.count
      }
    }
  }

  /// Evaluates and writes the row of one step, which every column has.
  func writeRow(at step: Int, as format: some RowFormat, to writer: CheckedWriter) throws {
    let rows = RowRange(from: step, to: step + 1, every: 1)
    try withUnsafeTemporaryAllocation(byteCount: format.longestRow, alignment: 8) { memory in
      let count = withValues(of: 0..<1, in: rows) { values in
        var space = TextSpace(memory)
        format.write(0, step: step, BlockRow(columns: values, index: 0), to: &space)
        return space.count
      }
      try writer.append(UnsafeRawBufferPointer(rebasing: memory[..<count]))
    }
  }

  /// Evaluates a block of every column.
  private func withValues<Result>(
    of block: Range<Int>, in rows: RowRange,
    _ body: ([UnsafeMutableBufferPointer<Double>]) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: columns.count * block.count) { all in
      all.initialize(repeating: 0)
      let values = columns.indices.map { index in
        let start = index * block.count
        return UnsafeMutableBufferPointer(rebasing: all[start..<start + block.count])
      }
      for (column, buffer) in zip(columns, values) { column.fill(block, of: rows, into: buffer) }
      return body(values)
    }
  }
}
