/// Hjson as DeepSpeed reads its configuration: JSON with comments (`#`, `//`, `/* */`), keys and
/// texts without quotes, `'''` texts, and commas and outer braces that may be left out.
///
/// It reads what Python's `hjson` 3.1.0 reads, to the same tree, and refuses what it refuses or
/// fails on, and a key that stands twice in its map.
public enum Hjson {
  /// How deep maps and lists may be nested.
  public static let maximumDepth = 64

  /// How many bytes a text may have: 64 MiB.
  public static let maximumByteCount = ReadFile.usualLimit

  /// How many values and comments a text may have, so that its tree takes some dozens of MiB at most
  /// beside the texts in it.
  public static let maximumNodeCount = 250_000

  /// How many digits of a whole number Python's `int` reads.
  package static let maximumDigits = 4300

  /// Reads a text, in time linear in its length.
  ///
  /// - Parameter bytes: The text in UTF-8, at most `maximumByteCount` bytes.
  /// - Returns: The value of the whole text; of an empty one an empty map.
  /// - Throws: What is wrong with the text, and where.
  public static func parse(_ bytes: [UInt8]) throws(HjsonError) -> HjsonNode {
    try document(bytes).root
  }

  /// Reads a text and what is beside its value, in time linear in its length.
  ///
  /// - Parameter bytes: The text in UTF-8, at most `maximumByteCount` bytes.
  /// - Returns: The value of the whole text with its leniencies and comments.
  /// - Throws: What is wrong with the text, and where.
  public static func document(_ bytes: [UInt8]) throws(HjsonError) -> HjsonDocument {
    guard bytes.count <= maximumByteCount else {
      throw HjsonError(
        position: TextPosition(line: 1, column: 1), problem: .tooLong(byteCount: bytes.count))
    }
    var text = HjsonText(bytes)
    if let offset = bytes.firstInvalidByte {
      throw HjsonError(position: text.position(at: offset), problem: .invalidUTF8)
    }
    var reader = HjsonReader(text)
    do {
      return try reader.document()
    } catch {
      throw error.error
    }
  }
}
