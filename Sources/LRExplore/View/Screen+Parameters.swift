import LRConfiguration
import LRPlot
import LRSchedule

// The parameters of the selected schedule.

extension ScreenView {
  mutating func drawParameters() {
    if plan.isWide { drawPanel() } else { drawRows() }
  }

  /// Below the curves, side by side; where not all have room, the lines about the selected one.
  private mutating func drawRows() {
    let rows = model.parameters
    let area = plan.parameters
    let width = max(1, model.parameterWidth(of: rows))
    let inLine = max(1, (area.width + 2) / (width + 2))
    let selected = model.parameterIndex ?? 0
    let lines = (rows.count + inLine - 1) / inLine
    let first = max(0, min(selected / inLine - area.height / 2, lines - area.height))
    for (index, row) in rows.enumerated() {
      let (line, place) = index.quotientAndRemainder(dividingBy: inLine)
      guard (first..<first + area.height).contains(line) else { continue }
      let isSelected = index == model.parameterIndex
      write(
        Model.text(of: row, isSelected: isSelected), column: place * (width + 2),
        row: area.row + line - first, width: min(width, area.width),
        ink: isSelected ? .reversed : row.isChanged ? .bold : .plain)
    }
  }

  /// On the right: the schedule, its parameters one a line, and what the selected one is.
  private mutating func drawPanel() {
    let area = plan.parameters
    var row = area.row
    func write(_ text: String, ink: CellGrid.Ink = .plain) {
      guard row < area.row + area.height else { return }
      self.write(text, column: area.column, row: row, width: area.width, ink: ink)
      row += 1
    }
    let schedule = model.schedule
    let count = model.schedules.count
    let type = schedule.schedule.type
    write(
      count == 1
        ? schedule.label : "\(schedule.label) (\(model.scheduleIndex + 1) of \(count), s: next)",
      ink: .bold)
    write("\(type.name), \(type.framework.title) \(schedule.schedule.release)", ink: .quiet)
    row += 1

    let rows = model.parameters
    let names = rows.map { model.style.width(of: $0.name) }.max() ?? 0
    // Six lines stay for what the selected one is.
    let height = max(1, area.row + area.height - row - 6)
    let selected = model.parameterIndex ?? 0
    let first = max(0, min(selected - height / 2, rows.count - height))
    for (index, parameter) in rows.enumerated().dropFirst(first).prefix(height) {
      let isSelected = index == model.parameterIndex
      let space = String(repeating: " ", count: names - model.style.width(of: parameter.name))
      let before = parameter.isChanged ? " * was \(parameter.given.typed)" : ""
      write(
        "\(isSelected ? ">" : " ") \(parameter.name)\(space) \(parameter.value.typed)\(before)",
        ink: isSelected ? .reversed : parameter.isChanged ? .bold : .plain)
    }
    row += 1
    guard let parameter = model.parameter else {
      for line in wrapped("\(type.summary)", to: area.width) { write(line, ink: .quiet) }
      return
    }
    for line in wrapped("\(parameter.name): \(parameter.help)", to: area.width) {
      write(line, ink: .quiet)
    }
  }
}
