import LRConfiguration
import LRSchedule

/// The columns of some schedules side by side, all on the same steps.
public struct CurveTable: Sendable {
  /// The columns in order: each schedule's learning rates, then its momentums.
  public let columns: [Column]
  /// Their names: `lr`, `momentum`, `lr_0`; of several schedules with the label in front,
  /// `onecycle.lr`.
  public let names: [String]

  /// Puts the columns of schedules side by side.
  public init(_ schedules: [LabelledSchedule]) {
    columns = schedules.flatMap(\.schedule.columns)
    names = schedules.flatMap { schedule in
      schedule.schedule.columns.map {
        schedules.count == 1 ? $0.name : "\(schedule.label).\($0.name)"
      }
    }
  }

  /// Rows that are evaluated at once: a column's block fits into a first-level cache.
  static let blockSize = 4096

  /// Evaluates rows block by block, in constant memory.
  ///
  /// - Parameters:
  ///   - rows: The rows, each of which every column has.
  ///   - body: Takes the rows of a block, and of each column one value a row.
  func forEachBlock(
    of rows: RowRange, _ body: (Range<Int>, [UnsafeBufferPointer<Double>]) throws -> Void
  ) rethrows {
    let count = min(rows.count, Self.blockSize)
    try withBlock(of: count) { buffers in
      var cursors = columns.map { $0.cursor(at: rows.from) }
      var first = 0
      while first < rows.count {
        let block = first..<min(first + count, rows.count)
        for (index, buffer) in buffers.enumerated() {
          let values = UnsafeMutableBufferPointer(rebasing: buffer[..<block.count])
          if rows.every == 1 {
            _ = cursors[index].next(into: values)
          } else {
            columns[index].values(at: block.lazy.map { rows[$0] }, into: values)
          }
        }
        try body(block, buffers.map { UnsafeBufferPointer(rebasing: $0[..<block.count]) })
        first = block.upperBound
      }
    }
  }

  /// Gives one buffer a column.
  private func withBlock<Result>(
    of count: Int, _ body: ([UnsafeMutableBufferPointer<Double>]) throws -> Result
  ) rethrows -> Result {
    let buffers = columns.map { _ in UnsafeMutableBufferPointer<Double>.allocate(capacity: count) }
    for buffer in buffers { buffer.initialize(repeating: 0) }
    defer { for buffer in buffers { buffer.deallocate() } }
    return try body(buffers)
  }
}

extension Column {
  /// Writes the values at any steps that the column has.
  func values(at steps: some Sequence<Int>, into buffer: UnsafeMutableBufferPointer<Double>) {
    for (index, step) in zip(buffer.indices, steps) {
      if let value = value(at: step) { buffer[index] = value }
    }
  }
}
