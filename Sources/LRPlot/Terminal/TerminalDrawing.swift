/// Puts a layout into the cells of a terminal.
struct TerminalDrawing {
  let layout: Layout
  private let style: TerminalStyle
  private let letters: TerminalLetters

  /// The curves that have a look of their own, as the legend names them.
  private let entries: [LegendEntry]

  private(set) var cells: CellGrid

  /// The picture with everything around its panels, without subtitle and the like in few rows.
  init(_ picture: Picture, style: TerminalStyle) {
    let few = 16
    let spared: Furniture = style.rows < few ? [.subtitle, .stepName] : []
    let wide = LayoutChoice.choices(
      .everything.subtracting(spared), leavingOut: [.subtitle, .markLabels, .stepName, .title],
      metrics: Metrics(style))
    // Letters that no legend explains would name nothing.
    let tight = LayoutChoice.choices(
      [.legend, .axisNames, .tickLabels], leavingOut: [.axisNames],
      metrics: Metrics(style, isTight: true))
    let bare = LayoutChoice.choices(
      [.axisNames, .tickLabels], leavingOut: [.axisNames, .tickLabels], metrics: Metrics(style))
    let hasLegend = !LegendEntry.entries(for: picture.panels).isEmpty && picture.showsLegend
    self.init(picture, style: style, choices: wide + (hasLegend ? tight : []) + bare)
  }

  /// The curves with the labels of their axes, and in several panels with the names of these.
  init(sketchOf picture: Picture, style: TerminalStyle) {
    let names: Furniture = picture.panels.count > 1 ? .axisNames : []
    let choices: [Furniture] = [[.legend, .tickLabels, names], [.tickLabels, names], .tickLabels]
    self.init(
      picture, style: style,
      choices: choices.map { LayoutChoice(furniture: $0, metrics: Metrics(style)) })
  }

  init(_ picture: Picture, style: TerminalStyle, choices: [LayoutChoice]) {
    self.style = style
    letters = TerminalLetters(style: style)
    entries = LegendEntry.entries(for: picture.panels)
    let margin = Self.margin(for: entries.count, style: style)
    layout = Layout(
      picture, width: Double((style.columns - margin) * style.cellWidth),
      height: Double(style.rows * style.cellHeight), choices: choices,
      ruler: CellRuler(style: style))
    cells = CellGrid(columns: style.columns, rows: style.rows)
    for panel in layout.panels { drawFrame(of: panel) }
    for mark in layout.marks.lines { draw(mark) }
    for panel in layout.panels { drawCurves(of: panel) }
    for (number, key) in layout.legend.enumerated() { drawSample(key, ofCurve: number) }
    for text in layout.texts { write(text) }
  }

  /// Cells right of the panels for the names of curves that end there.
  private static func margin(for count: Int, style: TerminalStyle) -> Int {
    style.usesBraille && style.columns >= 20 ? min(count, mostNames) : 0
  }

  /// Names of curves that end at one height.
  private static let mostNames = 4

  private func column(_ x: Double) -> Int { Int(x) / style.cellWidth }
  private func row(_ y: Double) -> Int { Int(y) / style.cellHeight }

  private mutating func drawFrame(of panel: PanelLayout) {
    let frame = panel.frame
    let (left, bottom) = (column(frame.left) - 1, row(frame.bottom))
    for row in row(frame.top)..<bottom {
      cells.put(letters.upright, column: left, row: row, ink: .quiet)
    }
    for tick in panel.ticks {
      cells.put(letters.valueTick, column: left, row: row(tick.position), ink: .quiet)
    }
    // Without room for labels panels lie on each other, and what is between them is theirs.
    guard !layout.panels.contains(where: { row($0.frame.top) == bottom }) else { return }
    let right = column(frame.right)
    for column in max(0, left + 1)..<max(0, left + 1, right) {
      cells.put(letters.level, column: column, row: bottom, ink: .quiet)
    }
    for tick in layout.stepTicks {
      let place = min(column(tick.position), right - 1)
      cells.put(letters.stepTick, column: place, row: bottom, ink: .quiet)
    }
    cells.put(letters.corner, column: left, row: bottom, ink: .quiet)
  }

  /// A mark behind the curves, from its label down through the panels.
  private mutating func draw(_ mark: MarkLayout.Line) {
    guard let first = layout.panels.first else { return }
    let column = min(column(mark.x), column(first.frame.right) - 1)
    let label = row(mark.top)..<max(row(mark.top), row(first.frame.top))
    let panels = layout.panels.map(\.frame).flatMap {
      row($0.top)..<max(row($0.top), row($0.bottom))
    }
    for row in label + panels { cells.put(letters.mark, column: column, row: row, ink: .quiet) }
  }

  private func number(of curve: Picture.Curve) -> Int {
    entries.firstIndex(of: LegendEntry(label: curve.label, style: curve.style)) ?? 0
  }

  private mutating func drawCurves(of panel: PanelLayout) {
    var dots = DotGrid(style)
    var ends: [Point?] = []
    for (index, curve) in panel.curves.enumerated() {
      let path = CurvePath(curve.series, axis: layout.axis, scale: panel.scale)
      dots.draw(path, curve: index, dashes: dashes(curve.style), in: panel.frame)
      ends.append(path.end)
    }
    for row in row(panel.frame.top)..<max(row(panel.frame.top), row(panel.frame.bottom)) {
      for column in 0..<style.columns {
        let cell = dots[column, row]
        guard !cell.curves.isEmpty else { continue }
        // Curves that lie on each other are seen in turn.
        let curve = panel.curves[cell.curves[column % cell.curves.count]]
        cells.put(letter(of: cell, curve), column: column, row: row, ink: ink(curve.style))
      }
    }
    guard style.usesBraille, !layout.legend.isEmpty else { return }
    for (curve, end) in zip(panel.curves, ends) { writeName(of: curve, behind: end, in: panel) }
  }

  private func letter(of cell: DotGrid.Cell, _ curve: Picture.Curve) -> Character {
    style.usesBraille || entries.isEmpty
      ? letters.dots(cell) : letters.name(ofCurve: number(of: curve))
  }

  /// Lengths in dots; ASCII's signs tell curves apart by themselves.
  private func dashes(_ style: Picture.LineStyle) -> [Double] {
    self.style.usesBraille
      ? Theme.light.pen(style: style, width: layout.metrics.curveWidth).dashes : []
  }

  private func ink(_ style: Picture.LineStyle) -> CellGrid.Ink { .curve(style: style) }

  /// The name of a curve in the next cell that is free, if there is one nearby.
  private mutating func writeName(
    of curve: Picture.Curve, behind end: Point?, in panel: PanelLayout
  ) {
    guard let end else { return }
    let row = min(row(end.y), row(panel.frame.bottom) - 1)
    let first = min(column(end.x), column(panel.frame.right) - 1) + 1
    guard
      let place = (first..<(first + Self.mostNames)).first(where: {
        cells.isEmpty(column: $0, row: row)
      })
    else { return }
    cells.put(
      letters.name(ofCurve: number(of: curve)), column: place, row: row, ink: ink(curve.style))
  }

  private mutating func drawSample(_ key: LegendKey, ofCurve number: Int) {
    guard let start = key.sample.first, let end = key.sample.last else { return }
    let (first, last, row) = (column(start.x), column(end.x) - 1, row(start.y))
    let name = letters.name(ofCurve: number)
    var dots = DotGrid(style)
    dots.draw(key.sample, curve: number, dashes: dashes(key.style), in: layout.picture)
    for column in first...max(first, last) {
      let letter = style.usesBraille && column < last ? letters.dots(dots[column, row]) : name
      cells.put(letter, column: column, row: row, ink: ink(key.style))
    }
  }

  private mutating func write(_ text: PlacedText) {
    let middle = (text.box.top + text.box.bottom) / 2
    let column = Int((text.box.left / Double(style.cellWidth)).rounded())
    let ink: CellGrid.Ink = text.isQuiet ? .quiet : text.font.weight == .bold ? .bold : .plain
    cells.write(text.text, column: column, row: row(middle), ink: ink)
  }
}

extension CurvePath {
  /// Where the last value lies; nil where there is none.
  fileprivate var end: Point? {
    let ends =
      [lines.last?.last].compactMap { $0 } + [spans.last].compactMap { $0?.line.last }
    return ends.max { $0.x < $1.x }
  }
}

extension Metrics {
  init(_ style: TerminalStyle, isTight: Bool = false) {
    self.init(
      cellWidth: Double(style.cellWidth), cellHeight: Double(style.cellHeight), isTight: isTight)
  }
}
