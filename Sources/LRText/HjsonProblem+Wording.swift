extension HjsonError.Problem {
  /// Explains a value without quotes that took a closing bracket with it.
  static func quotelessDescription(_ text: String) -> String {
    let end = text.utf8.firstIndex { HjsonText.isOne(of: ",]}", $0) } ?? text.endIndex
    let word = HjsonText.trimmed(text[..<end])
    return
      "the value \(word.shortenedWord) stands without quotes, so it is a string that runs to the "
      + "end of its line, closing brackets included; \(quotelessMend(word))"
  }

  private static func quotelessMend(_ word: String) -> String {
    switch word {
    case "True": return "write true"
    case "False": return "write false"
    case "None": return "write null"
    case "NaN", "nan", "Infinity", "-Infinity", "inf", "-inf": return "write a finite number"
    default: break
    }
    if word.utf8.contains(UInt8(ascii: "\"")) { return "is there a comma or a quote missing?" }
    if let first = word.utf8.first, HjsonText.isOne(of: "0123456789+-.", first) {
      return word.utf8.contains(UInt8(ascii: " "))
        ? "is there a comma missing?" : "write a number like 1000, 0.5 or 1e-3, or use quotes"
    }
    return "write \(word.quotedWord)"
  }

  /// Explains a control character in a quoted text.
  static func controlDescription(_ scalar: Unicode.Scalar, opened: TextPosition) -> String {
    let (name, mend) =
      switch scalar {
      case "\t": ("a tab", "write \\t or a space")
      case "\n", "\r": ("a line break", "close the quotes before it, or write \\n")
      default: ("the control character \(escaped(scalar))", "write \(escaped(scalar))")
      }
    return "\(name) stands in the string opened at \(opened); \(mend)"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    "\\u" + scalar.value.fourHexDigits
  }
}
