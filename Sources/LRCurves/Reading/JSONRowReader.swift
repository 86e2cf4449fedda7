import LRConfiguration
import LRText

/// Reads rows that are JSON objects, `{"step": 0, "lr": 0.001}`: one a line, or in a list.
struct JSONRowReader {
  private var scanner: JSONScanner
  private let options: ReadingOptions
  private var columns: [Column] = []
  /// Their indices, by name.
  private var indices: [String: Int] = [:]
  private var steps: StepBuilder
  private var lines = LineNumbers()
  private var stepName: String?
  /// How many objects were begun, those without values included.
  private var objectCount = 0

  private struct Column {
    var builder: ColumnBuilder
    let isWanted: Bool
    /// The last object that has the key, whatever its value, counted from 1.
    var lastObject = 0
  }

  init(_ bytes: [UInt8], name: String, options: ReadingOptions) {
    scanner = JSONScanner(bytes, file: name)
    self.options = options
    steps = StepBuilder(allowsRepeatedSteps: options.allowsRepeatedSteps)
  }

  mutating func curve() throws(CurveError) -> RecordedCurve {
    guard let first = scanner.next else { throw .empty(file: scanner.file) }
    let start = scanner.place(at: scanner.index)
    let isList = first == UInt8(ascii: "[")
    if isList { scanner.index += 1 }
    if !isList || scanner.next != UInt8(ascii: "]") {
      repeat { try readRow() } while isList ? scanner.take(UInt8(ascii: ",")) : scanner.next != nil
    }
    if isList, !scanner.take(UInt8(ascii: "]")) { throw scanner.unexpected("a comma or a ]") }
    guard scanner.next == nil else { throw scanner.unexpected("the end") }

    let names = (stepName.map { [$0] } ?? []) + columns.map(\.builder.name)
    if stepName == nil { throw options.missingSteps(among: names, place: start) }
    try options.checkColumns(among: names, place: start)
    let wanted = columns.filter(\.isWanted)
    if wanted.isEmpty { throw .noValues(names: names, place: start) }
    return RecordedCurve(
      name: scanner.file, format: isList ? .jsonRows : .ndjson,
      columns: wanted.map {
        $0.builder.column(steps: steps.steps, lines: lines, file: scanner.file)
      })
  }

  private mutating func readRow() throws(CurveError) {
    _ = scanner.next
    let (start, line) = (scanner.index, scanner.line)
    let row = steps.steps.count
    objectCount += 1
    var step: (number: ScannedNumber, offset: Int)?
    var hasValues = false
    var expected = 0
    var isFirst = true
    while let (key, keyStart) = try scanner.key(isFirst: isFirst) {
      isFirst = false
      if isStep(key) {
        try noteStepName(key, at: keyStart)
        if step != nil { throw scanner.error(.duplicateKey(key), at: keyStart) }
        _ = scanner.next
        let offset = scanner.index
        step = try scanner.number(of: key).map { ($0, offset) }
        continue
      }
      let column = column(named: key, expected: expected)
      try checkColumnCount(at: keyStart)
      expected = column + 1
      if columns[column].lastObject == objectCount {
        throw scanner.error(.duplicateKey(key), at: keyStart)
      }
      columns[column].lastObject = objectCount
      guard columns[column].isWanted else {
        try scanner.skipValue()
        continue
      }
      if let number = try scanner.number(of: key) {
        columns[column].builder.append(number, row: row)
        hasValues = true
      }
    }
    guard let step else {
      if hasValues { throw missingStep(at: start) }
      return
    }
    let scanner = scanner
    try steps.append(step.number) { scanner.place(at: step.offset) }
    lines.append(line)
  }

  private func isStep(_ key: String) -> Bool { key == stepName || options.isStepColumn(key) }

  private mutating func noteStepName(_ key: String, at offset: Int) throws(CurveError) {
    if let stepName, stepName != key {
      throw .severalStepColumns([stepName, key], place: scanner.place(at: offset))
    }
    stepName = key
    try checkColumnCount(at: offset)
  }

  private func checkColumnCount(at offset: Int) throws(CurveError) {
    let count = columns.count + (stepName == nil ? 0 : 1)
    try RecordedCurve.checkColumnCount(count, place: scanner.place(at: offset))
  }

  /// The index of a column, most often that behind the last one.
  private mutating func column(named name: String, expected: Int) -> Int {
    if expected < columns.count, columns[expected].builder.name == name { return expected }
    if let index = indices[name] { return index }
    indices[name] = columns.count
    columns.append(
      Column(builder: ColumnBuilder(name: name), isWanted: options.isWanted(name)))
    return columns.count - 1
  }

  private func missingStep(at offset: Int) -> CurveError {
    let place = scanner.place(at: offset)
    guard stepName == nil else { return .noStep(place: place) }
    return options.missingSteps(among: columns.map(\.builder.name), place: place)
  }
}
