import LRSchedule
import LRText

/// What a value most likely means where a list is asked for.
enum ListMistake {
  /// How the value is mended.
  ///
  /// - Parameters:
  ///   - value: A value of the wrong type.
  ///   - kind: What the parameter takes.
  /// - Returns: The mend; nil where the value is like no list.
  static func mend(for value: Value, kind: ParameterKind) -> String? {
    switch (kind, value) {
    case (.numberOrList, .string(let text)), (.integers, .string(let text)):
      guard text.contains(",") else { return nil }
      let inside = text.drop { $0 == "[" || $0 == " " }.prefix { $0 != "]" }
      return inBrackets(String(inside))
    case (.integers, .int), (.schedulers, .scheduler): return inBrackets("\(value)")
    case (.schedulers, .string(let text)):
      let parts = splitAtCommas(text).map { String($0.trimmingSpaces) }
      guard parts.contains(where: { $0.last == ")" }) else { return nil }
      return inBrackets(parts.map { named($0)?.text ?? $0 }.joined(separator: ","))
    case (.schedulers, .list(let parts)):
      return parts.lazy.compactMap { part in
        if case .string(let text) = part {
          named(text).map { "\($0.rule): \($0.text)" }
        } else {
          nil
        }
      }.first
    default: return nil
    }
  }

  private static func inBrackets(_ text: String) -> String {
    "a list is written in brackets: [\(text)]"
  }

  /// A scheduler as it is written here, and the rule that its text breaks; nil where it is none.
  private static func named(_ text: String) -> (text: String, rule: String)? {
    let word = String(text.prefix { $0 != "(" }.trimmingSpaces)
    guard text.last == ")" else {
      guard let type = SchedulerNames.findPart(word) else { return nil }
      return ("\(type.name)()", "parentheses stand behind a scheduler's name")
    }
    let type = SchedulerNames.findPart(word)
    var names = (type?.parameters ?? []).map(\.name)[...]
    var arguments: [String] = []
    let inside = text.dropFirst(word.count).drop { $0 == " " || $0 == "(" }.dropLast()
    for (index, argument) in splitAtCommas(inside).enumerated() {
      let argument = argument.trimmingSpaces
      // Python's first one is the optimizer.
      if argument.contains("=") {
        arguments.append(String(argument))
      } else if index > 0 || !isName(argument) {
        arguments.append("\(names.popFirst() ?? "NAME")=\(argument)")
      }
    }
    return (
      "\(type?.name ?? word)(\(arguments.joined(separator: ",")))",
      "a scheduler's parameters stand by name, its optimizer left out"
    )
  }

  /// Whether a text is the name of something, as Python's `optimizer` and `self.optimizer`.
  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
  }
}
