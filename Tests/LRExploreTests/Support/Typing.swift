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
  /// Presses keys by their names.
  ///
  /// - Returns: What they ask of the world.
  @discardableResult
  mutating func press(_ keys: String) -> [Effect] {
    Event.keys(keys).flatMap { update(&self, $0) }
  }

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
