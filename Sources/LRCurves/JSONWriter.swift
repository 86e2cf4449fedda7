import LRConfiguration
import LRSchedule
import LRText

/// A document with the schedules and their rows by column, or one object a row.
///
/// The document is written in constant memory: every column is evaluated by itself.
public struct JSONWriter {
  /// The version of the document's form.
  public static let schemaVersion = 1

  private let schedules: [LabelledSchedule]
  private let table: CurveTable
  private let writer: CheckedWriter

  /// Makes a writer of the rows of some schedules.
  ///
  /// - Parameters:
  ///   - schedules: The schedules.
  ///   - writer: Where the text goes.
  public init(_ schedules: [LabelledSchedule], to writer: CheckedWriter) {
    self.schedules = schedules
    table = CurveTable(schedules)
    self.writer = writer
  }

  /// Writes the document.
  ///
  /// - Parameters:
  ///   - rows: Rows that every column has.
  ///   - generator: The program that writes, with its version.
  ///   - threads: How many threads work; the bytes do not depend on it.
  /// - Throws: `OutputError`.
  public func write(_ rows: RowRange, generator: String, threads: Int = 1) throws {
    let descriptions = schedules.map { "    " + $0.asJSON }.joined(separator: ",\n")
    try writer.append(
      """
      {
        "schema_version": \(Self.schemaVersion),
        "generator": \(generator.asJSON),
        "schedules": [
      \(descriptions)
        ],
        "from": \(rows.from),
        "to": \(rows.to),
        "every": \(rows.every),
        "columns": {
          "step": [
      """)
    try CurveTable([]).write(rows, as: JSONStep(), threads: threads, to: writer)
    for (index, name) in table.names.enumerated() {
      try writer.append("],\n    \(name.asJSON): [")
      try CurveTable(column: index, of: table)
        .write(rows, as: JSONValue(), threads: threads, to: writer)
    }
    try writer.append("]\n  }\n}\n")
  }

  /// Writes one object a row: `{"step": 0, "lr": 0.0}`.
  ///
  /// - Parameters:
  ///   - rows: Rows that every column has.
  ///   - threads: How many threads work; the bytes do not depend on it.
  /// - Throws: `OutputError`.
  public func writeLines(_ rows: RowRange, threads: Int = 1) throws {
    let format = JSONLine(names: table.names)
    try table.write(rows, as: format, threads: threads, to: writer)
  }
}

/// A step of an array.
private struct JSONStep: RowFormat {
  static let isText = true

  var longestRow: Int { NumberText.longest + 2 }

  func write(_ block: borrowing RowBlock, to text: inout TextSpace) {
    var step = block.firstStep
    for row in 0..<block.count {
      text.appendSeparator(before: block.firstRow + row)
      text.append(step)
      step.advance()
    }
  }
}

/// A value of an array, that of a table's only column.
private struct JSONValue: RowFormat {
  static let isText = true

  var longestRow: Int { NumberText.longest + 2 }

  func write(_ block: borrowing RowBlock, to text: inout TextSpace) {
    for row in 0..<block.count {
      text.appendSeparator(before: block.firstRow + row)
      block.appendText(row: row, column: 0, to: &text)
    }
  }
}

extension TextSpace {
  /// The comma in front of an element that is not the first.
  fileprivate mutating func appendSeparator(before row: Int) {
    guard row > 0 else { return }
    append(UInt8(ascii: ","))
    append(UInt8(ascii: " "))
  }
}

/// An object of a row.
private struct JSONLine: RowFormat {
  static let isText = true

  private let start = Array("{\"step\": ".utf8)
  private let keys: [[UInt8]]
  private let end = Array("}\n".utf8)

  init(names: [String]) { keys = names.map { Array(", \($0.asJSON): ".utf8) } }

  var longestRow: Int {
    start.count + end.count + keys.map(\.count).reduce(0, +)
      + (keys.count + 1) * NumberText.longest
  }

  func write(_ block: borrowing RowBlock, to text: inout TextSpace) {
    var step = block.firstStep
    for row in 0..<block.count {
      text.append(start)
      text.append(step)
      for column in 0..<keys.count {
        text.append(keys[column])
        block.appendText(row: row, column: column, to: &text)
      }
      text.append(end)
      step.advance()
    }
  }
}

extension LabelledSchedule {
  /// The schedule's full description as one JSON object.
  public var asJSON: String {
    let parameters = schedule.parameters.map {
      "\($0.declaration.name.asJSON): \($0.value.asJSON)"
    }
    let channels = Channel.allCases.filter { !schedule.columns(of: $0).isEmpty }
    let members = [
      ("label", label.asJSON),
      ("framework", schedule.type.framework.rawValue.asJSON),
      ("release", schedule.release.description.asJSON),
      ("scheduler", schedule.type.name.asJSON),
      ("parameters", "{" + parameters.joined(separator: ", ") + "}"),
      ("optimizer", schedule.optimizer.type.asJSON),
      ("base_lr", Value.list(schedule.optimizer.baseLRs.map(Value.float)).asJSON),
      ("groups", "\(schedule.optimizer.groupCount)"),
      ("channels", Value.list(channels.map { .string($0.rawValue) }).asJSON),
    ]
    return "{" + members.map { "\($0.asJSON): \($1)" }.joined(separator: ", ") + "}"
  }
}
