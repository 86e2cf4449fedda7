/// Texts in quotes.
extension HjsonReader {
  /// Reads a text in single or double quotes.
  mutating func quotedString() throws(Refusal) -> String {
    let start = offset
    let quote = text.bytes[start]
    if quote == UInt8(ascii: "'") { notes.add(.singleQuotes, at: start) }
    offset += 1
    // What is read so far, up to `copied`; a text without escapes is copied as a whole.
    var result = ""
    var copied = offset
    while let byte = here {
      switch byte {
      case quote:
        result += text.string(copied..<offset)
        offset += 1
        return result
      case UInt8(ascii: "\\"):
        result += text.string(copied..<offset)
        guard self.byte(at: offset + 1) != nil else { throw unclosedString(at: start) }
        result.unicodeScalars.append(try escape())
        copied = offset
      case ..<0x20:
        let problem = HjsonError.Problem.controlCharacter(
          Unicode.Scalar(byte), opened: text.position(at: start))
        throw refusal(problem, at: offset)
      default:
        offset += 1
      }
    }
    throw unclosedString(at: start)
  }

  private mutating func unclosedString(at start: Int) -> Refusal {
    refusal(.unclosedString(quote: Unicode.Scalar(text.bytes[start])), at: start)
  }

  /// Reads an escape from its backslash on; something follows it.
  private mutating func escape() throws(Refusal) -> Unicode.Scalar {
    let escaped = offset + 1
    let scalar: Unicode.Scalar? =
      switch text.bytes[escaped] {
      case UInt8(ascii: "\""): "\""
      case UInt8(ascii: "'"): "'"
      case UInt8(ascii: "\\"): "\\"
      case UInt8(ascii: "/"): "/"
      case UInt8(ascii: "b"): "\u{08}"
      case UInt8(ascii: "f"): "\u{0C}"
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "t"): "\t"
      default: nil
      }
    if let scalar {
      offset += 2
      return scalar
    }
    if text.bytes[escaped] == UInt8(ascii: "u") { return try unicodeEscape() }
    let unknown = text.scalars(at: escaped, count: 1).first ?? "\u{FFFD}"
    throw refusal(.unknownEscape(unknown), at: escaped)
  }

  /// Reads `\uXXXX`, and a second one that makes a surrogate pair with it.
  private mutating func unicodeEscape() throws(Refusal) -> Unicode.Scalar {
    let high = try codeUnit()
    guard 0xD800..<0xDC00 ~= high, isAt("\\u") else {
      return Unicode.Scalar(high) ?? "\u{FFFD}"
    }
    let next = offset
    let low = try codeUnit()
    guard 0xDC00..<0xE000 ~= low else {
      offset = next
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  /// Reads `\uXXXX` as a number, from its backslash on.
  private mutating func codeUnit() throws(Refusal) -> UInt32 {
    let start = offset
    let rest = text.scalars(at: start + 2, count: 4)
    guard rest.count == 4, rest[1] != "x", rest[1] != "X",
      let value = Self.hexadecimal(rest)
    else { throw refusal(.invalidUnicodeEscape, at: start) }
    guard let unit = UInt32(exactly: value) else {
      throw finalRefusal(.invalidUnicodeEscape, at: start)
    }
    offset += 2 + rest.reduce(0) { $0 + UTF8.width($1) }
    return unit
  }

  /// What Python's `int(text, 16)` makes of the scalars: space around them, a sign, `0x`, digits
  /// of other scripts and single underscores between digits are all allowed.
  private static func hexadecimal(_ scalars: [Unicode.Scalar]) -> Int? {
    var rest = scalars.drop { $0.properties.isWhitespace }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let prefix = rest.prefix(2).map { HjsonText.digit($0) == 0 ? "0" : $0 }
    if prefix == ["0", "x"] || prefix == ["0", "X"] { rest.removeFirst(2) }
    var value = 0
    var isDigitNext = true
    for scalar in rest {
      if scalar == "_", !isDigitNext {
        isDigitNext = true
        continue
      }
      let digit = HjsonText.digit(scalar).map { Int($0) }
      guard let digit = digit ?? Character(scalar).hexDigitValue, scalar.isASCII || digit < 10
      else { return nil }
      value = value * 16 + digit
      isDigitNext = false
    }
    guard !isDigitNext else { return nil }
    return isNegative ? -value : value
  }
}
