/// Values without quotes: `null`, `true`, `false`, numbers, and texts to the end of their line.
extension HjsonReader {
  /// Reads a value without quotes; the byte here begins one.
  mutating func quotelessValue() throws(Refusal) -> HjsonValue {
    if let literal = literal() { return literal }
    if let number = try number() { return number }
    let start = offset
    skipLine()
    noteBrackets(in: start..<offset)
    let value = HjsonText.trimmed(text.string(start..<offset)[...])
    noteMissingQuotes(of: value, at: start)
    return .string(value)
  }

  private mutating func literal() -> HjsonValue? {
    let (value, length): (HjsonValue, Int)
    if isAt("null") {
      (value, length) = (.null, 4)
    } else if isAt("true") {
      (value, length) = (.bool(true), 4)
    } else if isAt("false") {
      (value, length) = (.bool(false), 5)
    } else {
      return nil
    }
    var end = offset + length
    while !isValueEnd(at: end) {
      guard let scalar = text.scalars(at: end, count: 1).first, HjsonText.isSpace(scalar) else {
        return nil
      }
      end += UTF8.width(scalar)
    }
    offset = end
    return value
  }

  /// Whether a number or a literal may end here; elsewhere it is the beginning of a text.
  private func isValueEnd(at offset: Int) -> Bool {
    guard let byte = byte(at: offset) else { return true }
    if byte == UInt8(ascii: "/") {
      let next = self.byte(at: offset + 1)
      return next == UInt8(ascii: "/") || next == UInt8(ascii: "*")
    }
    return HjsonText.isOne(of: "\r\n,}]#", byte)
  }

  private mutating func number() throws(Refusal) -> HjsonValue? {
    let start = offset
    guard var number = HjsonNumber(text, at: start) else { return nil }
    while let byte = byte(at: number.end), HjsonText.isOne(of: " \t", byte) { number.end += 1 }
    guard isValueEnd(at: number.end) else { return nil }
    offset = number.end
    if let value = number.value { return value }
    if number.isWhole {
      let digits = number.digits.utf8.count { $0 != UInt8(ascii: "-") }
      throw finalRefusal(.integerTooLong(digits: digits), at: start)
    }
    throw finalRefusal(.numberTooLarge(number.digits), at: start)
  }

  /// Remembers the first text that has more closing brackets than opening ones.
  private mutating func noteBrackets(in range: Range<Int>) {
    guard quotelessBracket == nil else { return }
    var open = 0
    for byte in text.bytes[range] {
      if HjsonText.isOne(of: "{[", byte) { open += 1 }
      if HjsonText.isOne(of: "}]", byte) { open -= 1 }
    }
    if open < 0 { quotelessBracket = range }
  }
}
