import LRText

extension YAML {
  /// The comments of a text: what stands behind a `#` at the beginning of a line or behind a space.
  ///
  /// - Parameter bytes: The text in UTF-8.
  /// - Returns: The comments, in order; a `#` inside a text with quotes is taken for one too.
  public static func comments(in bytes: [UInt8]) -> [HjsonComment] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { number, line in
      let mark = line.indices.first { index in
        line[index] == UInt8(ascii: "#")
          && (index == line.startIndex || " \t".utf8.contains(line[index - 1]))
      }
      guard let mark else { return nil }
      return HjsonComment(
        text: String(decoding: line[mark...], as: UTF8.self),
        position: TextPosition(
          line: number + 1, column: line[..<mark].count { $0 & 0xC0 != 0x80 } + 1))
    }
  }
}
