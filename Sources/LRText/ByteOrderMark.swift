extension [UInt8] {
  /// U+FEFF in UTF-8, which some programs write in front of a text.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The offset of the text's first byte, behind a byte order mark if there is one.
  public var textStart: Int { starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0 }
}
