import LRConfiguration
import LRPlot

@testable import LRExplore

/// A view of schedules that were typed, with what was typed beside them.
func view(
  _ schedules: String..., lr: String? = nil, steps: String? = nil, parameters: [String] = [],
  columns: Int = 80, rows: Int = 24, usesBraille: Bool = false, usesColour: Bool = false
) throws -> Model {
  let typed = try TypedParameters(rest: parameters, assignments: [])
  let options = try ScheduleOptions(steps: steps, lr: lr, parameters: typed.arguments)
  return try Model(
    Resolution(schedules, options: options),
    style: TerminalStyle(
      columns: columns, rows: rows, usesBraille: usesBraille, usesColour: usesColour))
}

extension Model {
  /// Presses keys, with spaces between them: `right`, `shift-up`, `tab`, `ctrl-c`; anything else is typed
  /// letter by letter.
  ///
  /// - Returns: What they ask of the world.
  @discardableResult
  mutating func press(_ keys: String) -> [Effect] {
    keys.split(separator: " ").flatMap { Self.events($0) }.flatMap { update(&self, $0) }
  }

  private static func events(_ word: Substring) -> [Event] {
    let isShift = word.hasPrefix("shift-")
    if word.hasPrefix("ctrl-"), let letter = word.last { return [.key(.control(letter))] }
    if let key = named[isShift ? String(word.dropFirst(6)) : String(word)] {
      return [.key(key, shift: isShift)]
    }
    return word.map { .key(.character($0)) }
  }

  private static let named: [String: Key] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pgup": .pageUp, "pgdn": .pageDown, "tab": .tab, "enter": .enter, "esc": .escape,
    "backspace": .backspace, "delete": .delete,
  ]

  /// The lines of the screen.
  var lines: [String] { screen(of: self).lines(usesColour: style.usesColour) }

  /// The screen as one text.
  var text: String { lines.joined(separator: "\n") }

  /// What is said; an empty text for nothing.
  var said: String { notice?.text ?? "" }

  /// The value of a parameter of the selected schedule.
  func value(of name: String) -> String {
    parameters.first { $0.name == name }.map { "\($0.value)" } ?? ""
  }
}
