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
      let object = line.bytes.lastIndex(of: UInt8(ascii: "{"))
      let isCut = !isWhole && !line.bytes[(object ?? 0)...].contains(UInt8(ascii: "}"))
      var start = line.end(of: Self.mark)
      var lastEnd = 0
      while let offset = start {
        guard let (rate, end) = line.number(at: offset), !isCut || end < line.bytes.count else {
          if isCut { break }
          let place = TextPosition(of: line.skippingSpaces(from: offset), in: line.bytes)
          throw .notALoggedNumber(line.word(at: offset), place: .file(file, place.onLine(number)))
        }
        let next = line.end(of: Self.mark, from: end)
        let step = try step(
          of: line, around: offset, in: lastEnd..<(next ?? line.bytes.count), number: number,
          count: count)
        points.append(rate, of: LoggedChannel(.lr), step: step, row: step, line: number)
        count += 1
        (start, lastEnd) = (next, end)
      }
      if isCut, object != nil || start != nil {
        notes.append("the last line, \(number), is cut off and left out")
      }
    }
    guard points.haveRates else { throw .noRates(names: [], file: file) }
    return points.log(.consoleLog, notes: notes)
  }

  /// The step that the object around an offset says, or else its number in the count of rates.
  ///
  /// The object lies between the rate before it and the one behind it, the ends of the range.
  private func step(
    of line: LogLine, around offset: Int, in range: Range<Int>, number: Int, count: Int
  ) throws(CurveError) -> Int {
    let open =
      line.bytes[range.lowerBound..<offset].lastIndex(of: UInt8(ascii: "{")) ?? range.lowerBound
    let close =
      line.bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: "}")) ?? range.upperBound
    guard let start = line.lastEnd(of: "'step':", in: open..<close) else {
      guard let every = options.every else { throw .noLoggedSteps(file: file) }
      return try StepBuilder.countedStep(
        count, first: options.firstStep ?? every, every: every, file: file)
    }
    guard let step = line.number(at: start)?.number.step else {
      throw .notAStep(
        line.word(at: start),
        place: .file(file, TextPosition(of: start, in: line.bytes).onLine(number)))
    }
    return step
  }
}
