import LRText

/// A line of a log, without what colours it.
struct LogLine {
  let bytes: [UInt8]

  init(_ line: ArraySlice<UInt8>) {
    let escape: UInt8 = 0x1B
    guard line.contains(escape) else {
      bytes = Array(line)
      return
    }
    var plain: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == escape {
        // ESC [ parameters letter
        index += 1
        if index < line.endIndex, line[index] == UInt8(ascii: "[") { index += 1 }
        while index < line.endIndex, !(0x40...0x7E ~= line[index]) { index += 1 }
      } else {
        plain.append(line[index])
      }
      index += 1
    }
    bytes = plain
  }

  /// The offset behind a word that is no part of a longer one; nil where it is not in the line.
  func end(of word: StaticString, from start: Int = 0) -> Int? {
    end(of: word, in: start..<bytes.count)
  }

  /// The offset behind such a word that stands in a range of offsets, the rest of the line unread.
  private func end(of word: StaticString, in range: Range<Int>) -> Int? {
    var first = range.lowerBound
    while let found = Self.offset(of: word, in: bytes[first..<range.upperBound]) {
      if found == 0 || !Self.isPartOfName(bytes[found - 1]) {
        return found + word.utf8CodeUnitCount
      }
      first = found + 1
    }
    return nil
  }

  /// The offset behind the last such word that stands in a range of offsets.
  func lastEnd(of word: StaticString, in range: Range<Int>) -> Int? {
    var last: Int?
    while let next = end(of: word, in: (last ?? range.lowerBound)..<range.upperBound) {
      last = next
    }
    return last
  }

  /// The number at an offset, in quotes or in a call such as `np.float64(0.1)` too.
  ///
  /// - Parameter start: The offset, at which spaces are skipped.
  /// - Returns: The number, and the offset behind it and what surrounds it; nil where there is none.
  func number(at start: Int) -> (number: ScannedNumber, end: Int)? {
    var index = skippingSpaces(from: start)
    guard index < bytes.count else { return nil }
    if let number = ScannedNumber(bytes, at: index) { return (number, number.end) }
    let open = bytes[index]
    if open == UInt8(ascii: "'") || open == UInt8(ascii: "\"") {
      guard let number = ScannedNumber(bytes, at: index + 1), number.end < bytes.count,
        bytes[number.end] == open
      else { return nil }
      return (number, number.end + 1)
    }
    while index < bytes.count, Self.isPartOfName(bytes[index]) || bytes[index] == UInt8(ascii: ".")
    {
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "("),
      let number = ScannedNumber(bytes, at: index + 1),
      let close = bytes[number.end...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return (number, close + 1)
  }

  func skippingSpaces(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }

  /// The offset of a word's first byte.
  static func offset(of word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    word.withUTF8Buffer { word in
      guard let first = word.first else { return nil }
      var rest = bytes
      while let found = rest.firstIndex(of: first) {
        if rest[found...].starts(with: word) { return found }
        rest = rest[(found + 1)...]
      }
      return nil
    }
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// The lines of a log, one after the other, with their numbers.
///
/// A carriage return ends a line too, as of a progress bar that is drawn again and again, but does
/// not count.
struct LogLines: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  private var number = 1

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next line, its number from 1, and whether it has an end.
  mutating func next() -> (line: ArraySlice<UInt8>, number: Int, isWhole: Bool)? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let end else {
      defer { rest = [] }
      return (rest, number, false)
    }
    defer {
      if rest[end] == UInt8(ascii: "\n") { number += 1 }
      rest = rest[(end + 1)...]
    }
    return (rest[..<end], number, true)
  }
}
