import LRText

/// YAML as trainers read their arguments: one document of maps, lists and scalars, to the same tree that
/// `Hjson` gives.
///
/// A scalar without quotes is what PyYAML makes of it (YAML 1.1: `yes` is true, `~` is null, `0x10` is
/// 16), but a number that YAML 1.2 knows is one too: `5e-5`, which PyYAML takes for a text; and times and
/// dates (`1:30`) are texts. Aliases
/// stand for what their anchor names, and `<<` merges a map. Tags other than YAML's own, and keys that
/// are no texts, are refused.
public enum YAML {
  /// How deep maps and lists may be nested, what aliases stand for included.
  public static let maximumDepth = Hjson.maximumDepth

  /// How many bytes a text may have: 16 MiB.
  public static let maximumByteCount = 16 << 20

  /// How many values a text may have, keys and what aliases stand for included; and how many comments.
  public static let maximumNodeCount = Hjson.maximumNodeCount

  /// Reads a text, in time linear in its length.
  ///
  /// - Parameter bytes: The text in UTF-8, at most `maximumByteCount` bytes.
  /// - Returns: The value of its one document; of an empty text an empty map.
  /// - Throws: What is wrong with the text, and where.
  public static func parse(_ bytes: [UInt8]) throws(YAMLError) -> HjsonNode {
    guard bytes.count <= maximumByteCount else {
      throw YAMLError(
        position: TextPosition(line: 1, column: 1), problem: .tooLong(byteCount: bytes.count))
    }
    if let offset = bytes.firstInvalidByte {
      throw YAMLError(
        position: TextPosition(of: offset, in: bytes), problem: .invalidUTF8)
    }
    var composer = YAMLComposer()
    try forEachEvent(of: bytes) { event throws(YAMLError) in try composer.take(event) }
    return composer.root ?? HjsonNode(value: .map([]), position: TextPosition(line: 1, column: 1))
  }

  /// Takes libyaml's events of a text in UTF-8, in order.
  static func forEachEvent(
    of bytes: [UInt8], _ body: (YAMLEvent) throws(YAMLError) -> Void
  ) throws(YAMLError) {
    // Bounds: the parser ends inside of the closure, as long as the bytes stay where they are.
    let result = bytes.withUnsafeBufferPointer { text in
      Result { () throws(YAMLError) in
        let parser = try YAMLParser(text)
        while let event = try parser.next() { try body(event) }
      }
    }
    try result.get()
  }
}
