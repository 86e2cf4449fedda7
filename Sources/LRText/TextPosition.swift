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
