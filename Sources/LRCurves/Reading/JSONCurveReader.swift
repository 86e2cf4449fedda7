import LRConfiguration
import LRText

/// Reads columns from a document: `{"columns": {"step": [0, 1], "lr": [0.0, 0.001]}}`, with or
/// without the outer object and what else is in it.
struct JSONCurveReader {
  private var scanner: JSONScanner
  private let options: ReadingOptions

  /// An array that was read.
  private struct Array {
    var column: ColumnBuilder
    var lines = LineNumbers()
    /// The offset of its bracket.
    let start: Int
    /// The number of its elements, those that are null included.
    var count = 0
    /// Whether it is read.
    var isWanted = true
  }

  init(_ bytes: [UInt8], name: String, options: ReadingOptions) {
    scanner = JSONScanner(bytes, file: name)
    self.options = options
  }

  mutating func curve() throws(CurveError) -> RecordedCurve {
    guard scanner.next != nil else { throw .empty(file: scanner.file) }
    let whole = scanner
    var columns: (arrays: [Array], place: Place)?
    var schedules: [LabelledSchedule] = []
    let options = options
    try scanner.object { (scanner, key, start) throws(CurveError) in
      switch key {
      case "columns":
        let place = scanner.place(at: start)
        if columns != nil { throw .json(.duplicateKey(key), place: place) }
        columns = (try Self.arrays(&scanner, options: options), place)
      case "schedules": schedules = try scanner.describedSchedules()
      case "schema_version": try Self.checkVersion(&scanner)
      default: try scanner.skipValue()
      }
    }
    guard scanner.next == nil else { throw scanner.unexpected("the end") }
    if let columns {
      return try curve(of: columns.arrays, schedules: schedules, place: columns.place)
    }
    scanner = whole
    let place = scanner.place(at: scanner.index)
    return try curve(of: Self.arrays(&scanner, options: options), place: place)
  }

  private static func checkVersion(_ scanner: inout JSONScanner) throws(CurveError) {
    _ = scanner.next
    let start = scanner.index
    try scanner.skipValue()
    let text = String(decoding: scanner.bytes[start..<scanner.index], as: UTF8.self)
    if text != "\(JSONWriter.schemaVersion)" {
      throw .schemaVersion(text, place: scanner.place(at: start))
    }
  }

  /// The arrays of an object, of which the steps and those that are wanted are read.
  private static func arrays(
    _ scanner: inout JSONScanner, options: ReadingOptions
  ) throws(CurveError) -> [Array] {
    var arrays: [Array] = []
    var names: Set<String> = []
    try scanner.object { (scanner, key, start) throws(CurveError) in
      guard scanner.next == UInt8(ascii: "[") else { return try scanner.skipValue() }
      guard names.insert(key).inserted else {
        throw .json(.duplicateKey(key), place: scanner.place(at: start))
      }
      try RecordedCurve.checkColumnCount(names.count, place: scanner.place(at: start))
      if options.isStepColumn(key) || options.isWanted(key) {
        arrays.append(try array(&scanner, named: key))
      } else {
        arrays.append(Array(column: ColumnBuilder(name: key), start: start, isWanted: false))
        try scanner.skipValue()
      }
    }
    return arrays
  }

  private static func array(
    _ scanner: inout JSONScanner, named name: String
  ) throws(CurveError) -> Array {
    var array = Array(column: ColumnBuilder(name: name), start: scanner.index)
    try scanner.list { (scanner) throws(CurveError) in
      if let number = try scanner.number(of: name) {
        array.column.append(number, row: array.count)
      }
      array.lines.append(scanner.line)
      array.count += 1
    }
    return array
  }

  /// The columns on the steps of the one that holds them.
  private func curve(
    of arrays: [Array], schedules: [LabelledSchedule] = [], place: Place
  ) throws(CurveError) -> RecordedCurve {
    let names = arrays.map(\.column.name)
    let stepArrays = arrays.filter { options.isStepColumn($0.column.name) }
    guard stepArrays.count < 2 else {
      throw .severalStepColumns(stepArrays.map(\.column.name), place: place)
    }
    guard let stepArray = stepArrays.first else {
      throw options.missingSteps(among: names, place: place)
    }
    try options.checkColumns(among: names, place: place)
    let steps = try steps(of: stepArray)
    let values = arrays.filter { $0.isWanted && $0.column.name != stepArray.column.name }
    if values.isEmpty { throw .noValues(names: names, place: place) }
    for array in values where array.count != steps.count {
      throw .unequalColumns(
        array.column.name, count: array.count, steps: steps.count,
        place: scanner.place(at: array.start))
    }
    return RecordedCurve(
      name: scanner.file, format: .json,
      columns: values.map {
        $0.column.column(steps: steps, lines: $0.lines, file: scanner.file)
      }, schedules: schedules)
  }

  private func steps(of array: Array) throws(CurveError) -> [Int] {
    var steps = StepBuilder(allowsRepeatedSteps: options.allowsRepeatedSteps)
    for (index, value) in array.column.values.enumerated() {
      try steps.append(value) { place(ofElement: index, in: array) }
    }
    guard steps.steps.count == array.count else {
      throw .noStep(place: scanner.place(at: array.start))
    }
    return steps.steps
  }

  /// Where an element is, found by reading the array again.
  private func place(ofElement wanted: Int, in array: Array) -> Place {
    var scanner = scanner
    scanner.index = array.start
    var offset = array.start
    var index = 0
    try? scanner.list { (scanner) throws(CurveError) in
      _ = scanner.next
      if index == wanted { offset = scanner.index }
      index += 1
      try scanner.skipValue()
    }
    return self.scanner.place(at: offset)
  }
}
