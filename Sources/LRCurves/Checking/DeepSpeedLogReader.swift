import LRConfiguration
import LRSchedule
import LRText

/// Reads the lines that DeepSpeed prints, whatever stands in front, behind and between.
///
///     [INFO] [logging.py:96:log_dist] [Rank 0] step=10, skipped=0, lr=[0.001], mom=[(0.9, 0.999)]
///
/// The scheduler has made `step - skipped` steps when the line is printed: steps whose gradients
/// overflowed are skipped. Of a pair of betas the first is the momentum.
struct DeepSpeedLogReader {
  /// What every such line has.
  static let mark: StaticString = "lr=["
  private static let step: StaticString = "step="

  private let bytes: [UInt8]
  private let file: String
  private var points: LogPoints
  private var notes: [String] = []
  private var mostSkipped = 0
  private var incomplete = 0

  init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    file = name
    points = LogPoints(file: name)
  }

  mutating func log() throws(CurveError) -> RunLog {
    for (bytes, number, isWhole) in LogLines(bytes)
    where !isWhole || LogLine.offset(of: Self.mark, in: bytes) != nil {
      let line = LogLine(bytes)
      var end = 0
      var isCut = false
      do {
        while let start = line.end(of: Self.mark, from: end) {
          try readRecord(of: line, from: end, listAt: start, number: number)
          end = start
        }
        isCut = !isWhole && line.end(of: Self.step, from: end) != nil
      } catch {
        guard !isWhole else { throw error }
        isCut = true
      }
      if isCut { notes.append("the last line, \(number), is cut off and left out") }
    }
    guard points.haveRates else { throw .noRates(names: [], file: file) }
    if incomplete > 0 {
      notes.append("\(incomplete.counted("record")) without a step or without a rate left out")
    }
    if mostSkipped > 0 {
      notes.append("\(mostSkipped) steps are skipped, in which the scheduler did not move")
    }
    return points.log(.deepSpeedLog, notes: notes)
  }

  /// Reads a record; what several processes print may stand on one line.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - end: Where the list of the record before it begins, or the line.
  ///   - start: Where its own list begins.
  ///   - number: The number of the line.
  /// - Throws: `CurveError`, with the place.
  private mutating func readRecord(
    of line: LogLine, from end: Int, listAt start: Int, number: Int
  ) throws(CurveError) {
    func place(_ offset: Int) -> Place {
      .file(file, TextPosition(of: offset, in: line.bytes).onLine(number))
    }
    func count(at start: Int) throws(CurveError) -> Int {
      guard let count = line.number(at: start)?.number.step else {
        throw .notAStep(line.word(at: start), place: place(start))
      }
      return count
    }
    guard let stepStart = line.lastEnd(of: Self.step, in: end..<start) else {
      incomplete += 1
      return
    }
    let step = try count(at: stepStart)
    let skipped =
      try line.lastEnd(of: "skipped=", in: stepStart..<start).map(count(at:)) ?? 0
    guard skipped <= step else {
      throw .skippedTooMany(step: step, skipped: skipped, place: place(0))
    }
    let rates = try list(at: start, of: line, place: place)
    if rates.isEmpty {
      incomplete += 1
      return
    }
    let limit = line.end(of: Self.mark, from: start) ?? line.bytes.count
    let momentums =
      try line.lastEnd(of: "mom=[", in: start..<limit).map { (start) throws(CurveError) in
        try list(at: start, of: line, place: place)
      } ?? []
    mostSkipped = max(mostSkipped, skipped)
    for (channel, values) in [(Channel.lr, rates), (.momentum, momentums)] {
      for (group, value) in values.enumerated() {
        points.append(
          value, of: LoggedChannel(channel, group: group), step: step, row: step - skipped,
          line: number)
      }
    }
  }

  /// The numbers of a list up to its bracket; of a list or a pair in it the first.
  private func list(
    at start: Int, of line: LogLine, place: (Int) -> Place
  ) throws(CurveError) -> [ScannedNumber] {
    var numbers: [ScannedNumber] = []
    var index = line.skippingSpaces(from: start)
    if index < line.bytes.count, line.bytes[index] == UInt8(ascii: "]") { return [] }
    while index < line.bytes.count {
      let close: UInt8? =
        switch line.bytes[index] {
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "("): UInt8(ascii: ")")
        default: nil
        }
      if close != nil { index += 1 }
      guard let (number, end) = line.number(at: index) else { break }
      guard numbers.count < Optimizer.maximumGroupCount else {
        throw .tooManyGroups(place: place(index))
      }
      numbers.append(number)
      index = end
      if let close {
        guard let closing = line.bytes[index...].firstIndex(of: close) else { break }
        index = closing + 1
      }
      index = line.skippingSpaces(from: index)
      guard index < line.bytes.count else { break }
      if line.bytes[index] == UInt8(ascii: "]") { return numbers }
      guard line.bytes[index] == UInt8(ascii: ",") else { break }
      index = line.skippingSpaces(from: index + 1)
    }
    throw .notALoggedNumber(line.word(at: index), place: place(index))
  }
}

extension LogLine {
  /// What stands at an offset, for a message.
  func word(at start: Int) -> String {
    let word = bytes[min(skippingSpaces(from: start), bytes.count)...].prefix(30).prefix {
      $0 > 0x20 && !",)]}".utf8.contains($0)
    }
    return String(decoding: word, as: UTF8.self)
  }
}

extension TextPosition {
  /// The same column on another line.
  func onLine(_ line: Int) -> TextPosition { TextPosition(line: line, column: column) }
}
