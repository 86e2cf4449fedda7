extension String {
  /// The text for a message: what is far too long for a reader is left out in the middle.
  public var shortenedForMessage: String {
    let words = utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map {
      Self.shortened(Substring($0), to: 200)
    }
    return Self.shortened(words.joined(separator: " ")[...], to: 4000)
  }

  /// Counted are scalars: a letter may carry any number of accents.
  private static func shortened(_ text: Substring, to length: Int) -> String {
    let scalars = text.unicodeScalars
    return text.utf8.count <= length || scalars.count <= length
      ? String(text)
      : "\(String(scalars.prefix(length / 2))) .. \(String(scalars.suffix(length / 4)))"
  }
}
