/// Texts in `'''`.
extension HjsonReader {
  /// Reads a text from its `'''` to the next one, its lines unindented by the column of the first.
  mutating func multilineString() throws(Refusal) -> String {
    let start = offset
    notes.add(.multilineText, at: start)
    let indent = try indentation(at: start)
    offset += 3
    skipIndent(Int.max)
    if here == nil { throw finalRefusal(.unclosedMultilineString, at: start) }
    if here == UInt8(ascii: "\n") {
      offset += 1
      skipIndent(indent)
    }
    var bytes: [UInt8] = []
    while let byte = here {
      if isAt("'''") {
        offset += 3
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
      }
      offset += 1
      if byte != UInt8(ascii: "\r") { bytes.append(byte) }
      if byte == UInt8(ascii: "\n") { skipIndent(indent) }
    }
    throw refusal(.unclosedMultilineString, at: start)
  }

  /// How much white space is taken from the beginning of each line.
  ///
  /// It is what stands before the `'''` on their line. On the text's first line the reference
  /// counts on around the end of the text, back to the last line feed, and fails without one.
  private mutating func indentation(at start: Int) throws(Refusal) -> Int {
    let position = text.position(at: start)
    if position.line > 1 { return position.column - 1 }
    guard let scalars = scalarsAfterLastLineFeed else {
      throw finalRefusal(.multilineStringInSingleLine, at: start)
    }
    return position.column - 1 + scalars
  }

  private mutating func skipIndent(_ limit: Int) {
    var count = 0
    while count < limit, let byte = here, HjsonText.isOne(of: " \t\r", byte) {
      offset += 1
      count += 1
    }
  }
}
