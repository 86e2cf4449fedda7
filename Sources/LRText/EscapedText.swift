extension String {
  /// The text with everything that a terminal would obey, or hide, written out.
  ///
  /// Control characters, line and paragraph separators and invisible format characters (those that
  /// turn the direction of writing among them) become `\n`, `\t` or `\u{1B}`. Joiners stay, because
  /// scripts and emoji need them. A text that is escaped already stays as it is.
  public var escapedForTerminal: String {
    guard unicodeScalars.contains(where: \.mustBeEscaped) else { return self }
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case _ where scalar.mustBeEscaped:
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Unicode.Scalar {
  fileprivate var mustBeEscaped: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: self != "\u{200C}" && self != "\u{200D}"
    default: false
    }
  }
}
