import LRPlot

/// The lines that a terminal shows, to write only those that change.
public struct ShownLines: Sendable {
  private var lines: [String] = []

  /// Nothing is known of what the terminal shows.
  public init() {}

  /// Nothing is known any more of what the terminal shows.
  public mutating func forget() { lines = [] }

  /// What the terminal is told to show other lines; an empty text where it shows them.
  ///
  /// - Parameters:
  ///   - grid: The letters of all of it.
  ///   - usesColour: Whether it has colours.
  /// - Returns: For each line that changes its place, the end of what was there, and the letters.
  public mutating func changes(to grid: CellGrid, usesColour: Bool) -> String {
    let new = grid.lines(usesColour: usesColour)
    let isKnown = lines.count == new.count
    var text = isKnown ? "" : "\u{1B}[2J"
    for (row, line) in new.enumerated() where !isKnown || lines[row] != line {
      text += "\u{1B}[\(row + 1);1H\u{1B}[K\(line)"
    }
    lines = new
    return text
  }
}
