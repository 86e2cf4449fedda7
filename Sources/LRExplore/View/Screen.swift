import LRConfiguration
import LRCurves
import LRPictures
import LRPlot
import LRSchedule

/// Draws what a model shows.
///
/// - Parameter model: The model.
/// - Returns: The letters of the whole terminal.
public func screen(of model: Model) -> CellGrid {
  var view = ScreenView(model)
  view.draw()
  return view.grid
}

/// Puts the parts of the view where its plan has them.
struct ScreenView {
  let model: Model
  let plan: ScreenPlan
  private(set) var grid: CellGrid

  init(_ model: Model) {
    self.model = model
    plan = ScreenPlan(model)
    grid = CellGrid(columns: model.style.columns, rows: model.style.rows)
  }

  mutating func draw() {
    let (columns, rows) = (grid.columns, grid.rows)
    guard columns >= ScreenPlan.least.columns, rows >= ScreenPlan.least.rows else {
      let least = "\(ScreenPlan.least.columns)x\(ScreenPlan.least.rows)"
      let lines = wrapped("explore needs \(least) cells; here are \(columns)x\(rows)", to: columns)
      for (row, line) in lines.enumerated() { write(line, column: 0, row: row, width: columns) }
      return
    }
    drawTitle()
    if model.showsHelp {
      drawHelp()
    } else {
      drawCurves()
      drawStep()
      drawValues()
      drawPieces()
      drawParameters()
    }
    drawStatus()
  }

  /// The schedules on the left, the steps that are seen on the right.
  private mutating func drawTitle() {
    let names = PictureNames(model.schedules)
    let single = model.schedules.count == 1 ? model.schedule : nil
    let title =
      single.map { schedule in
        let type = schedule.schedule.type
        return
          "\(schedule.label): \(type.name), \(type.framework.title) \(schedule.schedule.release)"
      } ?? names.title
    let steps = "steps \(model.visible.lowerBound)..<\(model.visible.upperBound)"
    let area = plan.title
    write(title, column: 0, row: 0, width: area.width, ink: .bold)
    let room = area.width - model.style.width(of: model.style.showable(title)) - 2
    if room >= steps.count {
      write(steps, column: area.width - steps.count, row: 0, width: steps.count, ink: .quiet)
    }
  }

  private mutating func drawCurves() {
    let area = plan.curves
    guard let sketch = model.sketch else {
      let text = "no axis of these steps is logarithmic; L makes it linear"
      return write(text, column: 0, row: area.row, width: area.width, ink: .quiet)
    }
    grid.place(sketch.cells, column: area.column, row: area.row)
    guard let column = sketch.column(of: model.cursor) else { return }
    let isWide = model.style.usesBraille
    for row in sketch.panelRows.joined() where sketch.cells.isEmpty(column: column, row: row) {
      put(isWide ? "\u{250A}" : ":", column: area.column + column, row: area.row + row)
    }
    for rows in sketch.panelRows where rows.upperBound < sketch.cells.rows {
      put(isWide ? "\u{2534}" : "^", column: area.column + column, row: area.row + rows.upperBound)
    }
  }
}

extension ScreenView {
  /// Writes a text as far as there is room, and as the terminal can show it.
  mutating func write(
    _ text: String, column: Int, row: Int, width: Int, ink: CellGrid.Ink = .plain
  ) {
    grid.write(cut(model.style.showable(text), to: width), column: column, row: row, ink: ink)
  }

  mutating func put(_ letter: Character, column: Int, row: Int, ink: CellGrid.Ink = .bold) {
    grid.put(letter, column: column, row: row, ink: ink)
  }

  /// Puts spaces into whole lines.
  mutating func clear(rows: Range<Int>) {
    grid.place(CellGrid(columns: grid.columns, rows: rows.count), column: 0, row: rows.lowerBound)
  }

  /// A text that can be shown, with points at its end where it is too long.
  func cut(_ text: String, to width: Int) -> String {
    guard model.style.width(of: text) > width else { return text }
    let points = ".."
    var cut = ""
    var used = points.count
    for character in text {
      used += model.style.width(of: String(character))
      if used > width { break }
      cut.append(character)
    }
    return cut + points.prefix(max(0, width))
  }

  /// A text in lines of whole words; a word that is too long for a line is cut at its end.
  func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in model.style.showable(text).split(separator: " ") {
      var word = word
      while true {
        let space = line.isEmpty ? "" : " "
        if model.style.width(of: line + space + word) <= width {
          line += space + word
          break
        }
        if !line.isEmpty {
          lines.append(line)
          line = ""
        } else {
          let head = word.prefix(max(1, width))
          lines.append(String(head))
          word = word.dropFirst(head.count)
          if word.isEmpty { break }
        }
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
