import LRSchedule
import LRText

extension Value {
  /// Reads a value that was typed on the command line.
  ///
  /// `true`, `false`, `null` (`none`), numbers (`10000`, `10_000`, `1e6`, `10k`; whole ones are whole
  /// however they are written), lists in brackets, and anything else as a text.
  ///
  /// - Parameter text: The text behind `=` or the flag.
  /// - Throws: `TypedNumberError` for a number that is too large or too small.
  init(typed text: some StringProtocol) throws(TypedNumberError) {
    switch text.lowercased() {
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    case "null", "none": self = .null
    default:
      if text.hasPrefix("["), text.hasSuffix("]") {
        let inside = text.dropFirst().dropLast()
        let elements = inside.isEmpty ? [] : splitAtCommas(inside)
        var values: [Value] = []
        for element in elements { values.append(try Value(typed: element.trimmingSpaces)) }
        self = .list(values)
      } else {
        self = try Value(typedNumberOrText: text)
      }
    }
  }

  private init(typedNumberOrText text: some StringProtocol) throws(TypedNumberError) {
    do {
      switch try TypedNumber(text) {
      case .integer(let value): self = .int(value)
      case .float(let value): self = .float(value)
      }
    } catch .empty, .notANumber {
      self = .string(String(text))
    }
  }
}

extension Value {
  /// The mend for a text that is a number in quotes, or one as only a command line takes it (`1k`); nil
  /// for any other value.
  var asNumber: String? {
    guard case .string(let text) = self, let number = try? TypedNumber(text) else { return nil }
    return "write it as a number: \(number)"
  }
}

/// Splits at the commas that stand in no brackets.
func splitAtCommas(_ text: some StringProtocol) -> [Substring] {
  var parts: [Substring] = []
  var depth = 0
  let text = Substring(text)
  var start = text.startIndex
  for index in text.indices {
    switch text[index] {
    case "[": depth += 1
    case "]": depth -= 1
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
