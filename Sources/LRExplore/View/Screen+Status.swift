import LRPlot

// The last line, and what is said above it.

extension ScreenView {
  mutating func drawStatus() {
    let area = plan.status
    if let prompt = model.prompt {
      if let notice = model.notice { draw(notice, above: area.row) }
      return drawPrompt(prompt)
    }
    if let notice = model.notice { return draw(notice, above: area.row + 1) }
    if let parameter = model.parameter, !model.showsHelp {
      let place = "\((model.parameterIndex ?? 0) + 1) of \(model.parameters.count)"
      let text =
        plan.isWide
        ? "up and down change it, digits or Enter type it, Esc goes back"
        : "\(parameter.name) (\(place)): \(parameter.help)"
      return write(text, column: 0, row: area.row, width: area.width, ink: .quiet)
    }
    let hints =
      model.showsHelp
      ? "any key goes back"
      : "? keys  arrows move  + - zoom  n p breakpoints  Tab parameters  q leaves"
    let brief = "? keys  Tab parameters  q leaves"
    write(
      hints.count <= area.width ? hints : brief, column: 0, row: area.row, width: area.width,
      ink: .quiet)
  }

  /// What is typed, its end where it is longer than the line.
  private mutating func drawPrompt(_ prompt: Prompt) {
    let area = plan.status
    let label = model.style.showable(prompt.label)
    write(label, column: 0, row: area.row, width: area.width, ink: .bold)
    let start = model.style.width(of: label) + 1
    let room = max(1, area.width - start - 1)
    var text = String(model.style.showable(prompt.text).suffix(room))
    while model.style.width(of: text) > room { text.removeFirst() }
    write(text, column: start, row: area.row, width: room)
    put("_", column: start + model.style.width(of: text), row: area.row, ink: .reversed)
    guard let hint = model.hint(for: prompt.purpose) else { return }
    let free = room - model.style.width(of: text) - 3
    if hint.count <= free {
      write(hint, column: area.width - hint.count, row: area.row, width: hint.count, ink: .quiet)
    }
  }

  /// Something that is said, over as many lines as it takes.
  private mutating func draw(_ notice: Model.Notice, above end: Int) {
    let lines = wrapped(notice.text, to: grid.columns)
    let shown = lines.prefix(max(1, grid.rows / 3))
    let first = end - shown.count
    clear(rows: first..<end)
    for (index, line) in shown.enumerated() {
      write(
        line, column: 0, row: first + index, width: grid.columns,
        ink: notice.isError ? .alert : .plain)
    }
  }
}

extension Model {
  /// What is typed there.
  fileprivate func hint(for purpose: Prompt.Purpose) -> String? {
    switch purpose {
    case .value: parameter?.declaration.map { "\($0.takes)" }
    case .step: "12000, 1e6, 10k"
    case .file: nil
    case .release:
      "\(schedule.schedule.type.framework.releases[0]) to"
        + " \(schedule.schedule.type.framework.newestRelease)"
    }
  }
}
