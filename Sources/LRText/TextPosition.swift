/// A place in a text, as an editor shows it.
public struct TextPosition: Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1; only a line feed ends a line.
  public var line: Int

  /// The column, from 1, in Unicode scalars (Python's characters), a byte order mark included.
  public var column: Int

  /// Makes a place.
  ///
  /// - Parameters:
  ///   - line: The line, from 1.
  ///   - column: The column, from 1, in Unicode scalars.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place as `line:column`, `12:3` say.
  public var description: String { "\(line):\(column)" }
}

extension TextPosition {
  /// The place of a byte, found by reading all in front of it.
  ///
  /// - Parameters:
  ///   - offset: The offset of the byte; the end is at the last place.
  ///   - bytes: The text in UTF-8.
  public init(of offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    self.init(line: line, column: column)
  }
}
