import LRText

/// The points of a log while it is read: for each channel steps, values and lines.
struct LogPoints {
  private struct Points {
    var steps: [Int] = []
    /// Scheduler steps; nil while they are the steps.
    var rows: [Int] = []
    var lines = LineNumbers()
    var column: ColumnBuilder
  }

  private let file: String
  private var channels: [LoggedChannel: Points] = [:]

  init(file: String) { self.file = file }

  var haveRates: Bool { channels.keys.contains { $0.channel == .lr } }

  /// Adds a value.
  mutating func append(
    _ number: ScannedNumber, of channel: LoggedChannel, step: Int, row: Int, line: Int
  ) {
    var points =
      channels.removeValue(forKey: channel)
      ?? Points(column: ColumnBuilder(name: "\(channel.name(ofGroups: 1))"))
    points.column.append(number, row: points.steps.count)
    points.steps.append(step)
    points.rows.append(row)
    points.lines.append(line)
    channels[channel] = points
  }

  /// The log, without the points that do not count.
  func log(_ source: LogSource, notes: [String], declaredLength: Int? = nil) -> RunLog {
    let groups = channels.keys.map(\.group).max().map { $0 + 1 } ?? 1
    var notes = notes
    let columns = channels.sorted { $0.key < $1.key }.map { channel, points in
      let column = points.column.column(
        steps: points.steps, lines: points.lines, file: file, name: channel.name(ofGroups: groups))
      return LoggedColumn(channel, column, rows: points.rows, notes: &notes)
    }
    return RunLog(
      name: file, source: source, columns: columns, notes: notes, declaredLength: declaredLength)
  }
}

extension LoggedColumn {
  /// The points of a column that count.
  ///
  /// - Parameters:
  ///   - channel: What it is.
  ///   - column: All points in the order of the file.
  ///   - name: What it is called; nil for the column's own name.
  ///   - rows: The scheduler steps of each.
  ///   - notes: Gets what is to be said of points that do not count, once for all columns.
  init(
    _ channel: LoggedChannel, _ column: RecordedColumn, name: String? = nil, rows: [Int],
    notes: inout [String]
  ) {
    self.channel = channel
    self.name = name ?? column.name
    let stretches = ResumedStretches(column.steps, column.values)
    for note in stretches.notes(on: self.name) where !notes.contains(note) { notes.append(note) }
    guard stretches.kept.count < column.steps.count else {
      points = column
      self.rows = rows
      return
    }
    points = column.keeping(stretches.kept)
    self.rows = stretches.kept.map { rows[$0] }
  }
}
