/// What stands between values: space, comments, commas; and looking ahead.
extension HjsonReader {
  /// The byte here, or nil at the end.
  var here: UInt8? { byte(at: offset) }

  /// The byte at an offset, or nil behind the end.
  func byte(at offset: Int) -> UInt8? {
    offset < text.bytes.count ? text.bytes[offset] : nil
  }

  /// Whether this stands here.
  func isAt(_ token: StaticString) -> Bool {
    token.withUTF8Buffer { text.bytes[offset...].starts(with: $0) }
  }

  /// Skips a byte order mark, also one whose bytes were taken for Latin-1 and encoded again.
  mutating func skipByteOrderMark() {
    if isAt("\u{FEFF}") {
      notes.add(.byteOrderMark, at: 0)
      offset += 3
    } else if isAt("\u{EF}\u{BB}\u{BF}") {
      notes.add(.byteOrderMark, at: 0)
      offset += 6
    }
  }

  /// Skips white space and comments.
  mutating func skipSpace() throws(Refusal) {
    while let byte = here {
      if HjsonText.isOne(of: " \t\n\r", byte) {
        offset += 1
      } else if isAtLineComment(byte) {
        let start = offset
        skipLine()
        try keepComment(start..<offset)
      } else if isAt("/*") {
        try skipBlockComment()
      } else {
        return
      }
    }
  }

  /// Skips space, a comma if there is one, and space again.
  mutating func skipSeparator() throws(Refusal) {
    let end = offset
    try skipSpace()
    guard here == UInt8(ascii: ",") else {
      // A comma behind a text without quotes is a part of it, and not missing to its author.
      if !isAtEnd, byte(at: end - 1) != UInt8(ascii: ",") { notes.add(.missingComma, at: end) }
      return
    }
    let comma = offset
    offset += 1
    try skipSpace()
    if isAtEnd { notes.add(.trailingComma, at: comma) }
  }

  /// Whether a map, a list or the text ends here.
  private var isAtEnd: Bool { here.map { HjsonText.isOne(of: "}]", $0) } ?? true }

  /// Skips to the end of the line.
  mutating func skipLine() {
    while let byte = here, !HjsonText.isOne(of: "\r\n", byte) { offset += 1 }
  }

  private func isAtLineComment(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || isAt("//")
  }

  private mutating func skipBlockComment() throws(Refusal) {
    let start = offset
    offset += 2
    while !isAt("*/") {
      if here == nil { throw finalRefusal(.unclosedComment, at: start) }
      offset += 1
    }
    offset += 2
    try keepComment(start..<offset)
  }

  private mutating func keepComment(_ range: Range<Int>) throws(Refusal) {
    try countNode(at: range.lowerBound)
    notes.addComment(range)
  }
}
