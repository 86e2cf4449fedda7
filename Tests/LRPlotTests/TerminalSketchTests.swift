import LRSchedule
import Testing

@testable import LRPlot

/// The curves in cells, and which steps lie in them.
@Suite struct TerminalSketchTests {
  private func sketch(
    of steps: Range<Int>, isLogarithmic: Bool = false, braille: Bool = true, panels: Int = 1
  ) throws -> (sketch: TerminalSketch, picture: Picture, style: TerminalStyle) {
    let curve = Picture.Curve(
      LineSeries(start: 0, end: 1e-3, last: steps.upperBound - 1), style: 0)
    let picture = try Picture(
      title: "", panels: (0..<panels).map { _ in .init("learning rate", [curve]) }, steps: steps,
      scales: Picture.Scales(isStepLogarithmic: isLogarithmic))
    let style = TerminalStyle(columns: 60, rows: 20, usesBraille: braille, usesColour: false)
    return (TerminalSketch(picture, style: style), picture, style)
  }

  @Test(arguments: [1, 2], [false, true])
  func itsCellsAreTheSketch(panels: Int, braille: Bool) throws {
    let (sketch, picture, style) = try sketch(of: 0..<10_000, braille: braille, panels: panels)
    #expect(sketch.cells.text(usesColour: false) == picture.sketch(style))
    #expect(sketch.panelRows.count == panels)
    for rows in sketch.panelRows {
      let axis = sketch.cells.lines(usesColour: false)[rows.upperBound]
      #expect(axis.contains(braille ? "\u{2514}" : "+"))
    }
  }

  /// Each step lies in one cell, and the cells are in order.
  @Test(arguments: [0..<10_000, 0..<1_000_000_000_000, 5..<12, 0..<2, 7..<8, 3..<60, 0..<128])
  func cellsShareTheSteps(steps: Range<Int>) throws {
    for isLogarithmic in [false, true] where !isLogarithmic || steps.upperBound > 1 {
      for braille in [false, true] {
        let sketch = try sketch(of: steps, isLogarithmic: isLogarithmic, braille: braille).sketch
        let ranges = sketch.columns.map(sketch.steps)
        let first = isLogarithmic ? max(1, steps.lowerBound) : steps.lowerBound
        #expect(ranges[0].lowerBound == first)
        #expect(ranges[ranges.count - 1].upperBound == steps.upperBound)
        for (one, next) in zip(ranges, ranges.dropFirst()) {
          #expect(one.upperBound == next.lowerBound)
        }
        for (column, range) in zip(sketch.columns, ranges) where !range.isEmpty {
          #expect(sketch.column(of: range.lowerBound) == column)
          #expect(sketch.column(of: range.upperBound - 1) == column)
        }
        #expect(sketch.column(of: first - 1) == nil)
        #expect(sketch.column(of: steps.upperBound) == nil)
      }
    }
  }
}

@Suite struct CellGridTests {
  @Test func aGridLiesOnAnother() {
    var grid = CellGrid(columns: 5, rows: 3)
    grid.write("aaaaa", column: 0, row: 1)
    var other = CellGrid(columns: 3, rows: 3)
    other.write("bc", column: 0, row: 0)
    grid.place(other, column: 3, row: 1)
    #expect(grid.lines(usesColour: false) == ["", "aaabc", ""])
    grid.place(other, column: 7, row: 9)
    #expect(grid.lines(usesColour: false) == ["", "aaabc", ""])
  }

  /// What is selected is seen up to its end, its spaces too.
  @Test func reversedSpacesAreSeen() {
    var grid = CellGrid(columns: 6, rows: 1)
    grid.write("a b ", column: 0, row: 0, ink: .reversed)
    #expect(grid.lines(usesColour: true) == ["\u{1B}[7ma b \u{1B}[0m"])
    #expect(grid.lines(usesColour: false) == ["a b"])
    grid.write("c", column: 5, row: 0)
    #expect(grid.lines(usesColour: true) == ["\u{1B}[7ma b \u{1B}[0m c"])
  }

  @Test func aShowableTextCommandsNothing() {
    let text = "a\u{1B}[2Jb\u{202E}\n\u{E9}\u{300}"
    let braille = TerminalStyle(usesBraille: true, usesColour: true)
    let ascii = TerminalStyle(usesBraille: false, usesColour: true)
    #expect(braille.showable(text) == "a [2Jb \u{E9}\u{300}")
    #expect(ascii.showable(text) == "a [2Jb e")
    #expect(braille.width(of: braille.showable(text)) == 8)
  }
}
