import LRPlot
import Testing

@testable import LRExplore

/// Only what changes is written.
@Suite struct ShownLinesTests {
  private func grid(_ lines: String...) -> CellGrid {
    var grid = CellGrid(columns: 4, rows: lines.count)
    for (row, line) in lines.enumerated() { grid.write(line, column: 0, row: row) }
    return grid
  }

  @Test func theFirstScreenIsWrittenWhole() {
    var lines = ShownLines()
    #expect(
      lines.changes(to: grid("ab", "", "cd"), usesColour: false)
        == "\u{1B}[2J\u{1B}[1;1H\u{1B}[Kab\u{1B}[2;1H\u{1B}[K\u{1B}[3;1H\u{1B}[Kcd")
  }

  @Test func laterOnlyLinesThatChange() {
    var lines = ShownLines()
    _ = lines.changes(to: grid("ab", "cd", "ef"), usesColour: false)
    #expect(lines.changes(to: grid("ab", "x", "ef"), usesColour: false) == "\u{1B}[2;1H\u{1B}[Kx")
    #expect(lines.changes(to: grid("ab", "x", "ef"), usesColour: false) == "")
  }

  @Test func allWhereNothingIsKnownOrTheSizeIsAnother() {
    var lines = ShownLines()
    let whole = lines.changes(to: grid("ab"), usesColour: false)
    lines.forget()
    #expect(lines.changes(to: grid("ab"), usesColour: false) == whole)
    #expect(lines.changes(to: grid("ab", "cd"), usesColour: false).hasPrefix("\u{1B}[2J"))
  }
}
