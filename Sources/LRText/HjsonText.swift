/// The bytes of a text, and the way from the offset of a byte to its place.
struct HjsonText {
  let bytes: [UInt8]

  // The last place asked for. Places are asked for in order, mostly, so that counting on from here
  // reads the text once, however long its lines are.
  private var markOffset = 0
  private var mark = TextPosition(line: 1, column: 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The place of the scalar that begins at an offset.
  mutating func position(at offset: Int) -> TextPosition {
    if offset < markOffset {
      markOffset = 0
      mark = TextPosition(line: 1, column: 1)
    }
    for byte in bytes[markOffset..<offset] {
      if byte == UInt8(ascii: "\n") {
        mark.line += 1
        mark.column = 1
      } else if byte & 0xC0 != 0x80 {
        mark.column += 1
      }
    }
    markOffset = offset
    return mark
  }

  /// The scalars from an offset on, fewer at the end of the text, which is UTF-8.
  func scalars(at offset: Int, count: Int) -> [Unicode.Scalar] {
    let start = min(offset, bytes.count)
    let longest = bytes[start..<min(start + 4 * count, bytes.count)]
    return Array(String(decoding: longest, as: UTF8.self).unicodeScalars.prefix(count))
  }

  /// The text of a range whose ends are ends of scalars.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// How many scalars follow the last line feed, or nil where there is no line feed.
  func scalarsAfterLastLineFeed() -> Int? {
    guard let last = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
    return bytes[(last + 1)...].count { $0 & 0xC0 != 0x80 }
  }
}

/// The classes of characters that Python's reader asks for.
extension HjsonText {
  static func isOne(of characters: StaticString, _ byte: UInt8) -> Bool {
    characters.withUTF8Buffer { $0.contains(byte) }
  }

  /// Whether it is white space to Python's `str.strip`.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    0x1C...0x1F ~= scalar.value || scalar.properties.isWhitespace
  }

  /// The value of a decimal digit of any script, as Python's `\d` and `int` have it.
  static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII {
      return "0"..."9" ~= scalar ? UInt8(scalar.value) - UInt8(ascii: "0") : nil
    }
    guard scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.map { UInt8($0) }
  }

  /// The text without white space at its end.
  static func trimmedAtEnd(_ text: Substring) -> Substring {
    let scalars = text.unicodeScalars
    guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
    return Substring(scalars[...last])
  }

  /// The text without white space at both ends: Python's `str.strip`.
  static func trimmed(_ text: Substring) -> String {
    String(Substring(trimmedAtEnd(text).unicodeScalars.drop(while: isSpace)))
  }
}
