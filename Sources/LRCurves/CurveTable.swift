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

  /// One column of a table by itself.
  init(column index: Int, of table: CurveTable) {
    columns = [table.columns[index]]
    names = [table.names[index]]
  }
}

extension Column {
  /// Writes the values of some rows, each of which the column has.
  func fill(_ block: Range<Int>, of rows: RowRange, into buffer: UnsafeMutableBufferPointer<Double>)
  {
    // Bounds: callers lend as many values as the block has rows, for the call.
    if rows.every == 1 {
      let count = fill(from: rows[block.lowerBound], into: buffer)
      precondition(count == block.count, "rows are checked before they are written")
      return
    }
    for (index, row) in block.enumerated() {
      guard let value = value(at: rows[row]) else {
        preconditionFailure("rows are checked before they are written")
      }
      buffer[index] = value
    }
  }
}
