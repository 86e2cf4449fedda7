/// A bracket or parenthesis of a typed text that lacks its partner.
public struct UnpairedBracket: Sendable, Equatable {
  /// The bracket.
  let bracket: Character
  /// What stands in front of an opening one, up to the bracket or comma before it.
  let word: String

  /// Finds the first one; nil where all are in pairs, and in a text in quotes.
  init?(in text: some StringProtocol) {
    if let quote = text.first, quote == "\"" || quote == "'" { return nil }
    var open: [UnpairedBracket] = []
    var word = ""
    for character in text {
      switch character {
      case "[", "(":
        open.append(UnpairedBracket(bracket: character, word: String(word.trimmingSpaces)))
        word = ""
      case "]", ")":
        guard open.contains(where: { $0.partner == character }) else {
          self.init(bracket: character, word: "")
          return
        }
        let last = open.removeLast()
        guard last.partner == character else {
          self = last
          return
        }
        word = ""
      case ",": word = ""
      default: word.append(character)
      }
    }
    guard let last = open.last else { return nil }
    self = last
  }

  private init(bracket: Character, word: String) {
    self.bracket = bracket
    self.word = word
  }

  private var partner: Character { bracket == "(" ? ")" : "]" }
}

extension UnpairedBracket: CustomStringConvertible {
  /// What is wrong, and the mend.
  public var description: String {
    guard bracket == "[" || bracket == "(" else {
      return "a \(bracket) closes nothing; take it out"
    }
    return "the \(bracket) \(word.isEmpty ? "" : "behind \(word) ")is not closed; write the"
      + " \(partner) that it lacks"
  }
}
