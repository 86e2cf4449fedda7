// How a message shows a word of the text that it is about.

extension String {
  /// The word in double quotes, shortened.
  package var quotedWord: String {
    let scalars = shortenedWord.unicodeScalars.map { $0 == "\"" ? "\\\"" : String($0) }
    return "\"\(scalars.joined())\""
  }

  /// The word fit for one line: control characters escaped, at most 40 scalars of it.
  package var shortenedWord: String {
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex)
    else { return escapedForTerminal }
    return String(scalars[..<end]).escapedForTerminal + (end < scalars.endIndex ? ".." : "")
  }
}

extension UInt32 {
  /// The value of a character in lower-case hexadecimal, at least four digits.
  package var fourHexDigits: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.utf8.count)) + digits
  }
}
