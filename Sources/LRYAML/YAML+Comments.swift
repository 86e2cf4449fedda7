import LRText

extension YAML {
  /// The comments of a text: each `#` at the beginning of a line or behind a space, to the end of its line.
  ///
  /// What stands in quotes, or in a block behind `|` or `>`, is no comment.
  ///
  /// - Parameter bytes: A text that `parse(_:)` takes.
  /// - Returns: The comments, in order; of a text that is no YAML none.
  /// - Throws: `YAMLError` where there are more than `maximumNodeCount`.
  public static func comments(in bytes: [UInt8]) throws(YAMLError) -> [TextComment] {
    guard let literals = try? literals(in: bytes) else { return [] }
    var scanner = CommentScanner(bytes, literals: literals)
    for index in bytes.indices[bytes.textStart...] where bytes[index] & 0xC0 != 0x80 {
      try scanner.take(bytes[index], at: index)
    }
    try scanner.endComment(at: bytes.endIndex)
    return scanner.comments
  }

  /// The scalars that may hold a `#` behind a space, in order.
  private static func literals(in bytes: [UInt8]) throws(YAMLError) -> [Literal] {
    var literals: [Literal] = []
    try forEachEvent(of: bytes) { event throws(YAMLError) in
      guard case .scalar(_, let style) = event.kind, style != .plain else { return }
      literals.append(
        Literal(
          characters: event.characters, line: event.position.line, isBlock: style == .block))
    }
    return literals
  }
}

/// Where a scalar stands that may hold a `#` behind a space.
private struct Literal {
  let characters: Range<Int>
  /// The line on which it begins.
  let line: Int
  let isBlock: Bool
}

/// Finds comments, a character after the other.
private struct CommentScanner {
  private(set) var comments: [TextComment] = []

  private let bytes: [UInt8]
  /// Those that do not end before the next character.
  private var literals: ArraySlice<Literal>
  private var position: TextPosition
  /// The next character, counted from 0.
  private var character = 0
  /// Whether a `#` would begin a comment.
  private var isBehindSpace = true
  /// Where the comment that is being read begins.
  private var comment: (index: Int, position: TextPosition)?

  init(_ bytes: [UInt8], literals: [Literal]) {
    self.bytes = bytes
    self.literals = literals[...]
    position = TextPosition(line: 1, column: bytes.textStart == 0 ? 1 : 2)
  }

  mutating func take(_ byte: UInt8, at index: Int) throws(YAMLError) {
    while let first = literals.first, first.characters.upperBound <= character {
      literals.removeFirst()
    }
    switch byte {
    case UInt8(ascii: "#") where comment == nil && isBehindSpace && !isInLiteral:
      comment = (index, position)
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): try endComment(at: index)
    default: break
    }
    isBehindSpace = " \t\n\r".utf8.contains(byte)
    character += 1
    position.column += 1
    if byte == UInt8(ascii: "\n") { position = TextPosition(line: position.line + 1, column: 1) }
  }

  mutating func endComment(at end: Int) throws(YAMLError) {
    guard let (start, position) = comment else { return }
    guard comments.count < YAML.maximumNodeCount else {
      throw YAMLError(position: position, problem: .tooManyComments)
    }
    comments.append(
      TextComment(text: String(decoding: bytes[start..<end], as: UTF8.self), position: position))
    comment = nil
  }

  /// Whether the next character is one of a scalar's own: the line of a block's `|` is not.
  private var isInLiteral: Bool {
    guard let first = literals.first, first.characters.contains(character) else { return false }
    return !first.isBlock || position.line > first.line
  }
}
