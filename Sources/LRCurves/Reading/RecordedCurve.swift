import LRConfiguration
import LRText

/// A curve that was read: columns of values at steps.
public struct RecordedCurve: Sendable {
  /// The most bytes of a curve that are read, 1 GiB.
  public static let maximumByteCount = 1 << 30

  /// The most columns of a file, 100,000, its steps and those that are not read included.
  package static let maximumColumnCount = 100_000

  /// Refuses a file with more.
  static func checkColumnCount(_ count: Int, place: @autoclosure () -> Place) throws(CurveError) {
    guard count <= maximumColumnCount else { throw .tooManyColumns(place: place()) }
  }

  /// The path as it was typed, or `standard input`.
  public let name: String

  /// The form it was read from.
  public let format: CurveFormat

  /// The columns in the order of the file, at least one.
  public let columns: [RecordedColumn]

  /// The schedules that a document of ours describes, called as the file is; empty of other curves.
  let schedules: [LabelledSchedule]

  /// Puts columns together.
  ///
  /// - Parameters:
  ///   - name: The path as it was typed, or `standard input`.
  ///   - format: The form it was read from.
  ///   - columns: The columns in the order of the file.
  public init(name: String, format: CurveFormat, columns: [RecordedColumn]) {
    self.init(name: name, format: format, columns: columns, schedules: [])
  }

  init(
    name: String, format: CurveFormat, columns: [RecordedColumn], schedules: [LabelledSchedule]
  ) {
    self.name = name
    self.format = format
    self.columns = columns
    self.schedules = schedules
  }

  /// The column of a name; nil where there is none.
  public func column(named name: String) -> RecordedColumn? {
    columns.first { $0.name == name }
  }
}

/// A column of a curve that was read: values at steps.
///
/// Where the file has no value at a step (a blank cell, `null`), the column lacks that step.
public struct RecordedColumn: Sendable {
  /// Its name in the file; of an npy, which has none, its number from 0.
  public let name: String

  /// The steps that have a value, in the order of the file: ascending unless the reader was told
  /// that they may be repeated.
  public let steps: [Int]

  /// The values, one a step; not all need be finite.
  public let values: [Double]

  /// How the values are written.
  public let precision: WrittenPrecision

  /// The name of the file.
  let file: String

  /// The line of each value; nil where there are no lines.
  let lines: LineNumbers?

  /// Puts the values of a column together.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - steps: The steps.
  ///   - values: As many values.
  public init(name: String, steps: [Int], values: [Double]) {
    self.init(
      name: name, steps: steps, values: values, precision: .binary(isSingle: false), file: name,
      lines: nil)
  }

  init(
    name: String, steps: [Int], values: [Double], precision: WrittenPrecision, file: String,
    lines: LineNumbers?
  ) {
    self.name = name
    self.steps = steps
    self.values = values
    self.precision = precision
    self.file = file
    self.lines = lines
  }

  /// The column with some of its values only.
  ///
  /// - Parameter indices: Their indices, in the order they are to have.
  /// - Returns: The column.
  func keeping(_ indices: [Int]) -> RecordedColumn {
    RecordedColumn(
      name: name, steps: indices.map { steps[$0] }, values: indices.map { values[$0] },
      precision: precision, file: file,
      lines: lines?.keeping(indices))
  }

  /// The line on which a value is written, from 1; nil of an npy.
  ///
  /// - Parameter index: The index of the value, below `values.count`.
  /// - Returns: The line, found in a few comparisons.
  public func line(of index: Int) -> Int? { lines?[index] }

  /// Where a value is written: `FILE:LINE`, of an npy its index and column.
  ///
  /// - Parameter index: The index of the value, below `values.count`.
  /// - Returns: The place for a message.
  public func place(of index: Int) -> String {
    line(of: index).map { "\(file):\($0)" } ?? "\(file)[\(index)], column \(name)"
  }
}

/// How exactly the values of a column are written.
public struct WrittenPrecision: Sendable, Hashable {
  /// The most digits of a value, from the first that is not 0 on; nil of binary values.
  public internal(set) var significantDigits: Int?

  /// How many digits stand behind the point of every value; nil where that differs, or where some
  /// have an exponent.
  public internal(set) var decimals: Int?

  /// Whether they are written in binary as single floats.
  public internal(set) var isSingle = false

  /// Values that are written in binary: doubles, or single floats.
  static func binary(isSingle: Bool) -> WrittenPrecision {
    WrittenPrecision(significantDigits: nil, decimals: nil, isSingle: isSingle)
  }
}
