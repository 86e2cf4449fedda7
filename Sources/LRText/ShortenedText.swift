extension String {
  /// The text for a message: what is far too long for a reader is left out in the middle.
  public var shortenedForMessage: String {
    let words = split(separator: " ", omittingEmptySubsequences: false).map {
      Self.shortened($0, to: 200)
    }
    return Self.shortened(words.joined(separator: " "), to: 4000)
  }

  private static func shortened(_ text: some StringProtocol, to length: Int) -> String {
    text.utf8.count <= length || text.count <= length
      ? String(text) : "\(text.prefix(length / 2)) .. \(text.suffix(length / 4))"
  }
}
