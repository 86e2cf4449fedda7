import LRConfiguration
import LRText

/// Reads CSV (RFC 4180): a header, then rows of numbers and blank cells.
///
/// Lines end with `\n` or `\r\n`, a byte order mark and blank lines are skipped, cells may be in
/// quotes, and spaces around numbers do not count.
struct CSVCurveReader {
  private var cells: CSVCells
  private let options: ReadingOptions

  /// What a column of the file is for.
  private enum Role {
    case step
    case value(Int)
    case skipped
  }

  init(_ bytes: [UInt8], name: String, options: ReadingOptions) {
    cells = CSVCells(bytes, file: name)
    self.options = options
  }

  mutating func curve() throws(CurveError) -> RecordedCurve {
    guard cells.skipBlankLines() else { throw .empty(file: cells.file) }
    let (names, roles) = try header()
    var columns = names.map { ColumnBuilder(name: $0) }
    var steps = StepBuilder(allowsRepeatedSteps: options.allowsRepeatedSteps)
    var lines = LineNumbers()
    while cells.skipBlankLines() {
      let (start, line) = (cells.index, cells.line)
      let row = steps.steps.count
      var step: ScannedNumber?
      var stepStart = start
      var count = 0
      var hasValues = false
      repeat {
        guard count < roles.count else { throw cells.wrongCount(from: start, expected: count) }
        switch roles[count] {
        case .step:
          stepStart = cells.index
          step = try cells.step()
        case .value(let index):
          if let number = try cells.number(of: names[index]) {
            columns[index].append(number, row: row)
            hasValues = true
          }
        case .skipped: try cells.skip()
        }
        count += 1
      } while cells.takeComma()
      guard count == roles.count else {
        throw cells.wrongCount(from: start, expected: roles.count)
      }
      cells.endLine()
      guard let step else {
        if hasValues { throw .noStep(place: cells.place(at: start)) }
        continue
      }
      try steps.append(step) { cells.place(at: stepStart) }
      lines.append(line)
    }
    return RecordedCurve(
      name: cells.file, format: .csv,
      columns: columns.map { $0.column(steps: steps.steps, lines: lines, file: cells.file) })
  }

  /// The names of the columns that are read, and what each column of the file is for.
  private mutating func header() throws(CurveError) -> (names: [String], roles: [Role]) {
    let place = cells.place(at: cells.index)
    if let delimiter = options.delimiter(in: cells.restOfLine) {
      throw .delimiter(delimiter, place: place)
    }
    let header = try cells.names()
    let all = header.map(\.name)
    if all.allSatisfy({ Double($0) != nil }) { throw .noHeader(place: place) }
    let stepNames = all.filter(options.isStepColumn)
    guard stepNames.count < 2 else { throw .severalStepColumns(stepNames, place: place) }
    guard let stepName = stepNames.first else {
      throw options.missingSteps(among: all, place: place)
    }
    try options.checkColumns(among: all, place: place)
    var names: [String] = []
    var roles: [Role] = []
    var known: Set<String> = []
    for (name, start) in header {
      if name == stepName {
        roles.append(.step)
      } else if options.isWanted(name) {
        guard known.insert(name).inserted else {
          throw .sameName(name, place: cells.place(at: start))
        }
        roles.append(.value(names.count))
        names.append(name)
      } else {
        roles.append(.skipped)
      }
    }
    if names.isEmpty { throw .noValues(names: all, place: place) }
    return (names, roles)
  }
}
