import LRConfiguration
import LRText

/// The cells of a CSV text, one after the other.
struct CSVCells {
  let file: String
  private let bytes: [UInt8]

  /// The offset of the next byte.
  private(set) var index: Int

  /// The line that it is on, from 1.
  private(set) var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    index = bytes.textStart
  }

  func place(at offset: Int) -> Place { .file(file, TextPosition(of: offset, in: bytes)) }

  /// Moves to the next line that is not blank; false at the end.
  mutating func skipBlankLines() -> Bool {
    while index < bytes.count {
      let start = index
      skipSpaces()
      guard index == bytes.count || isLineEnd(index) else {
        index = start
        return true
      }
      endLine()
    }
    return false
  }

  /// The rest of the line.
  var restOfLine: String {
    String(decoding: bytes[index...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The cells of the header, with the offset of each.
  mutating func names() throws(CurveError) -> [(name: String, start: Int)] {
    var names: [(String, Int)] = []
    repeat {
      skipSpaces()
      let start = index
      names.append((try text(), start))
      try RecordedCurve.checkColumnCount(names.count, place: place(at: start))
    } while takeComma()
    endLine()
    return names
  }

  /// The number in a cell; nil if it is blank.
  @inline(__always) mutating func number(
    of column: String
  ) throws(CurveError) -> ScannedNumber? {
    try number { _ in
      true
    } orElse: { (text, place) in
      .notANumber(text, column: column, place: place)
    }
  }

  /// The step in a cell; nil if it is blank.
  @inline(__always) mutating func step() throws(CurveError) -> ScannedNumber? {
    try number { number in
      number.integer != nil || Int(exactly: number.value) != nil
    } orElse: { (text, place) in
      .notAStep(text, place: place)
    }
  }

  /// The number in a cell, of those that are taken; nil if it is blank.
  @inline(__always) private mutating func number(
    where isTaken: (ScannedNumber) -> Bool, orElse error: (String, Place) -> CurveError
  ) throws(CurveError) -> ScannedNumber? {
    skipSpaces()
    if isCellEnd(index) { return nil }
    if let number = ScannedNumber(bytes, at: index) {
      let start = index
      index = number.end
      skipSpaces()
      if isCellEnd(index), isTaken(number) { return number }
      index = start
    }
    return try quotedNumber(orElse: error)
  }

  /// The number in a cell with quotes; nil if they hold nothing.
  private mutating func quotedNumber(
    orElse error: (String, Place) -> CurveError
  ) throws(CurveError) -> ScannedNumber? {
    let start = index
    let isQuoted = bytes[index] == Self.quote
    let text = try text()
    if isQuoted, text.isEmpty { return nil }
    let digits = Array(text.utf8)
    guard isQuoted, let number = ScannedNumber(digits, at: 0), number.end == digits.count else {
      throw error(text, place(at: start))
    }
    return number
  }

  /// Moves past a cell.
  mutating func skip() throws(CurveError) {
    skipSpaces()
    if index < bytes.count, bytes[index] == Self.quote {
      _ = try text()
    } else {
      while !isCellEnd(index) { index += 1 }
    }
  }

  /// Moves past the comma behind a cell; false behind the last one of a row.
  @inline(__always) mutating func takeComma() -> Bool {
    guard index < bytes.count, bytes[index] == Self.comma else { return false }
    index += 1
    return true
  }

  /// Moves past the end of a line.
  @inline(__always) mutating func endLine() {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
    guard index < bytes.count else { return }
    index += 1
    line += 1
  }

  /// The error of a row with too few or too many cells.
  func wrongCount(from start: Int, expected: Int) -> CurveError {
    var row = self
    row.index = start
    var count = 0
    do {
      repeat {
        try row.skip()
        count += 1
      } while row.takeComma()
    } catch {
      return error
    }
    return .wrongCellCount(count, expected: expected, place: place(at: start))
  }

  /// The text of a cell, without quotes.
  private mutating func text() throws(CurveError) -> String {
    let start = index
    guard index < bytes.count, bytes[index] == Self.quote else {
      while !isCellEnd(index) { index += 1 }
      let last = bytes[start..<index].lastIndex {
        $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t")
      }
      return String(decoding: bytes[start..<(last.map { $0 + 1 } ?? start)], as: UTF8.self)
    }
    index += 1
    var content: [UInt8] = []
    while true {
      guard index < bytes.count else { throw .unclosedQuote(place: place(at: start)) }
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == Self.quote {
        guard index < bytes.count, bytes[index] == Self.quote else { break }
        index += 1
      }
      content.append(byte)
    }
    skipSpaces()
    guard isCellEnd(index) else { throw .textBehindQuote(place: place(at: index)) }
    return String(decoding: content, as: UTF8.self)
  }

  @inline(__always) private mutating func skipSpaces() {
    while index < bytes.count,
      bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
    {
      index += 1
    }
  }

  /// Whether a cell ends in front of a byte.
  @inline(__always) private func isCellEnd(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == Self.comma || isLineEnd(offset)
  }

  @inline(__always) private func isLineEnd(_ offset: Int) -> Bool {
    if bytes[offset] == UInt8(ascii: "\n") { return true }
    guard bytes[offset] == UInt8(ascii: "\r") else { return false }
    return offset + 1 == bytes.count || bytes[offset + 1] == UInt8(ascii: "\n")
  }
}
