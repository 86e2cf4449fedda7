/// Splits at the commas that stand in no brackets or parentheses.
func splitAtCommas(_ text: some StringProtocol) -> [Substring] {
  var parts: [Substring] = []
  var depth = 0
  let text = Substring(text)
  var start = text.startIndex
  for index in text.indices {
    switch text[index] {
    case "[", "(": depth += 1
    case "]", ")": depth -= 1
    case "," where depth == 0:
      parts.append(text[start..<index])
      start = text.index(after: index)
    default: break
    }
  }
  return parts + [text[start...]]
}

extension StringProtocol {
  /// The text without spaces at either end.
  var trimmingSpaces: Substring {
    var text = Substring(self)
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
