extension Event {
  /// Keys by their names, as a script of a visit has them: `tab tab 0.01 enter`.
  ///
  /// - Parameter text: Words with spaces between them: `right`, `shift-up`, `ctrl-c`, and what else the keys
  ///   are called; any other word is typed letter by letter.
  /// - Returns: The keys in order.
  public static func keys(_ text: String) -> [Event] {
    text.split(separator: " ").flatMap { word -> [Event] in
      if word.hasPrefix("ctrl-"), let letter = word.last { return [.key(.control(letter))] }
      let isShift = word.hasPrefix("shift-")
      if let key = named[String(isShift ? word.dropFirst(6) : word)] {
        return [.key(key, shift: isShift)]
      }
      return word.map { .key(.character($0)) }
    }
  }

  private static let named: [String: Key] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pgup": .pageUp, "pgdn": .pageDown, "tab": .tab, "enter": .enter, "esc": .escape,
    "backspace": .backspace, "delete": .delete,
  ]
}
