import LRConfiguration
import LRText

/// Reads what Hugging Face's trainer prints: `{'loss': 2.1, 'learning_rate': '9.8e-05', 'epoch': 1}`.
///
/// The lines do not say their steps, unless they have a `step`: they are counted.
struct ConsoleLogReader {
  /// What every such line has.
  static let mark: StaticString = "'learning_rate':"

  private let bytes: [UInt8]
  private let file: String
  private let options: LogOptions

  init(_ bytes: [UInt8], name: String, options: LogOptions) {
    self.bytes = bytes
    file = name
    self.options = options
  }

  func log() throws(CurveError) -> RunLog {
    var points = LogPoints(file: file)
    var count = 0
    var notes: [String] = []
    for (bytes, number, isWhole) in LogLines(bytes) {
      let line = LogLine(bytes)
      var start = line.end(of: Self.mark)
      while let offset = start {
        guard let (rate, end) = line.number(at: offset), isWhole || end < line.bytes.count else {
          if !isWhole {
            notes.append("the last line, \(number), is cut off and left out")
            break
          }
          let place = TextPosition(of: line.skippingSpaces(from: offset), in: line.bytes)
          throw .notALoggedNumber(line.word(at: offset), place: .file(file, place.onLine(number)))
        }
        let step = try step(of: line, number: number, count: count)
        points.append(rate, of: LoggedChannel(.lr), step: step, row: step, line: number)
        count += 1
        start = line.end(of: Self.mark, from: end)
      }
    }
    if points.isEmpty { throw .noRates(names: [], file: file) }
    return points.log(.consoleLog, notes: notes)
  }

  /// The step that a line says, or else its number in the count of lines.
  private func step(of line: LogLine, number: Int, count: Int) throws(CurveError) -> Int {
    guard let start = line.end(of: "'step':") else {
      guard let every = options.every else { throw .noLoggedSteps(file: file) }
      return (options.firstStep ?? every) + count * every
    }
    guard let step = line.number(at: start)?.number.integer, step >= 0 else {
      throw .notAStep(
        line.word(at: start),
        place: .file(file, TextPosition(of: start, in: line.bytes).onLine(number)))
    }
    return step
  }
}
