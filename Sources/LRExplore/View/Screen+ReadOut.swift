import LRConfiguration
import LRCurves
import LRPlot
import LRSchedule
import LRText

// What is known at the cursor.

extension ScreenView {
  /// The step and how far the breakpoints are; what there is no room for is left out from the end.
  mutating func drawStep() {
    let cursor = model.cursor
    let next = model.breakpoint(isNext: true)
    let last = model.breakpoint(isNext: false)
    var parts = ["step \(cursor)"]
    parts.append(next.map { "next breakpoint \($0) (+\($0 - cursor))" } ?? "no next breakpoint")
    if let last { parts.append("last \(last) (-\(cursor - last))") }
    var brief = ["step \(cursor)"]
    if let next { brief.append("next \(next) (+\(next - cursor))") }
    if let last { brief.append("last \(last) (-\(cursor - last))") }
    let width = plan.step.width
    func joined(_ parts: some Collection<String>) -> String { parts.joined(separator: "  ") }
    let tries = [joined(parts), joined(brief), joined(brief.prefix(2)), parts[0]]
    let text = tries.first { $0.count <= width } ?? parts[0]
    write(text, column: 0, row: plan.step.row, width: width, ink: .bold)
  }

  /// The values as `csv` writes them, in columns where they have room, else one behind the other.
  mutating func drawValues() {
    let table = CurveTable(model.schedules)
    let area = plan.values
    let items = model.values(of: table).map { fitted($0, to: area.width) }
    let width = min(model.valueWidth(of: table), area.width)
    let inLine = max(1, (area.width + 2) / (width + 2))
    let fits = items.allSatisfy { model.style.width(of: model.style.showable($0.text)) <= width }
    if fits, (items.count + inLine - 1) / inLine <= area.height {
      for (index, item) in items.enumerated() {
        let (row, place) = index.quotientAndRemainder(dividingBy: inLine)
        draw(item, column: place * (width + 2), row: area.row + row, width: width)
      }
    } else {
      drawFlow(items, in: area)
    }
  }

  /// No value is cut: what has no room is counted.
  private mutating func drawFlow(_ items: [Model.ReadValue], in area: ScreenPlan.Area) {
    var (row, column) = (0, 0)
    for (index, item) in items.enumerated() {
      var item = item
      var width = model.style.width(of: model.style.showable(item.text))
      let isLast = index == items.count - 1
      let more = "+\(items.count - index)"
      if column > 0, column + width > area.width { (row, column) = (row + 1, 0) }
      let reserved = isLast || row < area.height - 1 ? 0 : more.count + 2
      // The first one has room in any case.
      if index == 0 {
        item = fitted(item, to: area.width - reserved)
        width = model.style.width(of: model.style.showable(item.text))
      }
      guard row < area.height, column + width + reserved <= area.width else {
        let place = row < area.height ? column : max(0, area.width - more.count)
        let line = area.row + min(row, area.height - 1)
        return write(more, column: place, row: line, width: more.count, ink: .quiet)
      }
      draw(item, column: column, row: area.row + row, width: width)
      column += width + 2
    }
  }

  /// A value that a line has room for.
  ///
  /// What it was goes first, then the end of its name; a number is never cut.
  private func fitted(_ item: Model.ReadValue, to width: Int) -> Model.ReadValue {
    func isFitting(_ item: Model.ReadValue) -> Bool {
      model.style.width(of: model.style.showable(item.text)) <= width
    }
    if isFitting(item) { return item }
    let brief = Model.ReadValue(name: item.name, value: item.value, before: "", style: item.style)
    if isFitting(brief) { return brief }
    let room = max(0, width - model.style.width(of: item.value) - 1)
    return Model.ReadValue(
      name: cut(model.style.showable(item.name), to: room), value: item.value, before: "",
      style: item.style)
  }

  private mutating func draw(_ item: Model.ReadValue, column: Int, row: Int, width: Int) {
    write(item.name, column: column, row: row, width: width, ink: .curve(style: item.style))
    let start = model.style.width(of: model.style.showable(item.name)) + 1
    write(item.value, column: column + start, row: row, width: width - start)
    let behind = start + model.style.width(of: item.value)
    write(item.before, column: column + behind, row: row, width: width - behind, ink: .quiet)
  }

  /// The formulas that the cursor lies in, those of the selected schedule first.
  mutating func drawPieces() {
    let area = plan.pieces
    let texts = model.pieces
    var row = area.row
    let end = area.row + area.height
    for (index, text) in texts.enumerated() where row < end {
      // Each has a line at least; what has none is counted.
      let most = max(1, end - row - (texts.count - index - 1))
      let lines = wrapped(text, to: area.width)
      let left = row + 1 == end ? texts.count - index - 1 : 0
      let more = left > 0 ? "  +\(left)" : ""
      for (number, line) in lines.prefix(most).enumerated() {
        let isCut = number == most - 1 && lines.count > most
        let room = area.width - more.count
        let shown = cut(isCut ? line + " .." : line, to: room)
        write(shown + more, column: 0, row: row, width: area.width, ink: .quiet)
        row += 1
      }
    }
  }
}

extension Model {
  /// A value of a column at the cursor.
  struct ReadValue {
    /// `lr`, or with several schedules `onecycle.lr`, as `csv` names it.
    let name: String
    /// The value as `csv` writes it, or why there is none.
    let value: String
    /// The value of the schedule as it was given, where that is another schedule.
    let before: String
    /// How its curve looks.
    let style: Picture.LineStyle

    var text: String { "\(name) \(value)\(before)" }
  }

  /// The values at the cursor, one a column.
  func values(of table: CurveTable) -> [ReadValue] {
    let before = given.schedules
    var values: [ReadValue] = []
    var styles = 0
    var names = table.names.makeIterator()
    for (index, schedule) in schedules.enumerated() {
      let isChanged = isChanged(index)
      for column in schedule.schedule.columns {
        let old = before[index].schedule.columns.first {
          $0.channel == column.channel && $0.group == column.group
        }
        let oldText = isChanged ? old.map { " (was \(text(of: $0)))" } ?? " (new)" : ""
        values.append(
          ReadValue(
            name: names.next() ?? column.name, value: text(of: column), before: oldText,
            style: .numbered(styles + column.group)))
      }
      styles += schedule.schedule.optimizer.groupCount
    }
    return values
  }

  /// So many values, at most, are computed unasked for one that is shown: some milliseconds' work.
  private static let shortWalk = 1 << 20

  /// The value at the cursor as `csv` writes it; never one that is only near it.
  private func text(of column: Column) -> String {
    guard column.steps.contains(cursor) else { return "none" }
    let walk = column.walk(to: cursor)
    // What was computed on the way to a step is kept, and near.
    guard walk <= Self.shortWalk || cursor <= walked + Self.shortWalk,
      let value = column.value(at: cursor)
    else { return "not computed: \(walk) steps to walk" + (hasLongWay(walk) ? "" : ", Enter does") }
    return NumberText.text(of: value)
  }

  private func hasLongWay(_ walk: Int) -> Bool { walk > Resolution.longestWalk }

  /// What the formulas at the cursor are: `decay, steps 1000..<10000: 0.001 * ..`; those of the selected
  /// schedule first, and each once.
  var pieces: [String] {
    let table = CurveTable(schedules)
    let all = Array(zip(table.names, table.columns))
    // The columns of the selected schedule.
    let first = schedules[..<scheduleIndex].map(\.schedule.columns.count).reduce(0, +)
    let own = first..<first + schedule.schedule.columns.count
    var texts: [(name: String, text: String)] = []
    for (name, column) in all[own] + all[..<own.lowerBound] + all[own.upperBound...]
    where column.channel == .lr || showsMomentum {
      guard let piece = piece(of: column, at: cursor) else { continue }
      let steps = "\(piece.steps.lowerBound)..<\(piece.steps.upperBound)"
      let text = "\(piece.title), steps \(steps): \(piece.text)"
      if !texts.contains(where: { $0.text == text }) { texts.append((name, text)) }
    }
    return texts.map { all.count == 1 ? $0.text : "\($0.name): \($0.text)" }
  }
}
