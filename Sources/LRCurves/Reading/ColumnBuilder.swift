import LRText

/// A column while it is read.
struct ColumnBuilder {
  let name: String
  private(set) var values: [Double] = []
  private(set) var precision = WrittenPrecision(significantDigits: 0, decimals: nil)
  /// The rows that have a value; nil while all have.
  private var rows: [Int]?
  private var areDecimalsFixed = true

  init(name: String) { self.name = name }

  /// Adds the value of a row that is behind all that have one.
  @inline(__always) mutating func append(_ number: ScannedNumber, row: Int) {
    if rows != nil || values.count != row { note(row) }
    values.append(number.value)
    if number.significantDigits > precision.significantDigits ?? 0 {
      precision.significantDigits = number.significantDigits
    }
    if areDecimalsFixed, number.value.isFinite { noteDecimals(number.decimals) }
  }

  private mutating func note(_ row: Int) {
    var known = rows ?? Array(values.indices)
    rows = nil
    known.append(row)
    rows = known
  }

  private mutating func noteDecimals(_ decimals: Int?) {
    if precision.decimals == nil { precision.decimals = decimals }
    guard let decimals, decimals == precision.decimals else {
      areDecimalsFixed = false
      precision.decimals = nil
      return
    }
  }

  /// The column, with the steps and lines of all rows, and another name if one is given.
  func column(
    steps: [Int], lines: LineNumbers?, file: String, name: String? = nil
  ) -> RecordedColumn {
    var (ownSteps, ownLines) = (steps, lines)
    if let rows {
      ownSteps = rows.map { steps[$0] }
      ownLines = lines?.keeping(rows)
    } else if values.count < steps.count {
      ownSteps = Array(steps.prefix(values.count))
      ownLines = lines?.keeping(0..<values.count)
    }
    return RecordedColumn(
      name: name ?? self.name, steps: ownSteps, values: values, precision: precision, file: file,
      lines: ownLines)
  }
}
