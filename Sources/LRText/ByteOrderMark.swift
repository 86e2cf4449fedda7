extension [UInt8] {
  /// U+FEFF in UTF-8, which some programs write in front of a text.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension Collection<UInt8> where Index == Int {
  /// The index of the text's first byte, behind a byte order mark if there is one.
  public var textStart: Int {
    starts(with: [UInt8].byteOrderMark) ? startIndex + [UInt8].byteOrderMark.count : startIndex
  }
}
