/// The letters of a terminal's cells and their looks.
public struct CellGrid: Sendable, Hashable {
  /// How a letter looks where the terminal has colours.
  public enum Ink: Sendable, Hashable {
    /// The terminal's own ink.
    case plain
    /// Titles.
    case bold
    /// Axes, labels and what else matters less.
    case quiet
    /// What is selected: letter and ground change their colours.
    case reversed
    /// What went wrong.
    case alert
    /// A curve, and its name.
    case curve(style: Picture.LineStyle)
  }

  private struct Cell: Hashable {
    /// A letter; empty for the second cell of a wide one.
    var letter = " "
    var ink = Ink.plain
  }

  /// Cells from left to right.
  public let columns: Int

  /// Lines.
  public let rows: Int

  private var cells: [Cell]

  /// A grid without letters.
  ///
  /// - Parameters:
  ///   - columns: Cells from left to right, 0 or more.
  ///   - rows: Lines, 0 or more.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Cell(), count: columns * rows)
  }

  /// Whether a cell of the grid has no letter.
  public func isEmpty(column: Int, row: Int) -> Bool {
    contains(column: column, row: row) && cells[row * columns + column].letter == " "
  }

  /// Puts one letter of one cell; nothing outside of the grid.
  public mutating func put(_ letter: Character, column: Int, row: Int, ink: Ink = .plain) {
    guard contains(column: column, row: row) else { return }
    cells[row * columns + column] = Cell(letter: String(letter), ink: ink)
  }

  /// Puts a text from a cell on, as far as the grid reaches.
  ///
  /// - Parameters:
  ///   - text: The text, without letters that a terminal would obey: `TerminalStyle.showable(_:)` has none.
  ///   - column: The cell of its first letter.
  ///   - row: The line.
  ///   - ink: How it looks.
  public mutating func write(_ text: String, column: Int, row: Int, ink: Ink = .plain) {
    var place = column
    for scalar in text.unicodeScalars {
      let width = scalar.cellWidth
      if width == 0 {
        // A mark on the letter before.
        guard place > column, contains(column: place - 1, row: row) else { continue }
        let last = cells[row * columns + place - 1].letter.isEmpty ? place - 2 : place - 1
        cells[row * columns + last].letter.unicodeScalars.append(scalar)
        continue
      }
      guard contains(column: place, row: row), contains(column: place + width - 1, row: row)
      else { return }
      cells[row * columns + place] = Cell(letter: String(scalar), ink: ink)
      if width == 2 { cells[row * columns + place + 1] = Cell(letter: "", ink: ink) }
      place += width
    }
  }

  /// Puts a whole grid from a cell on, as far as this one reaches.
  ///
  /// - Parameters:
  ///   - grid: The other grid.
  ///   - column: The cell of its first letter, 0 or more.
  ///   - row: The line of its first one, 0 or more.
  public mutating func place(_ grid: CellGrid, column: Int, row: Int) {
    let width = max(0, min(grid.columns, columns - column))
    for line in 0..<max(0, min(grid.rows, rows - row)) {
      let (to, from) = ((row + line) * columns + column, line * grid.columns)
      cells.replaceSubrange(to..<to + width, with: grid.cells[from..<from + width])
    }
  }

  private func contains(column: Int, row: Int) -> Bool {
    (0..<columns).contains(column) && (0..<rows).contains(row)
  }

  /// The lines, each with its end, without spaces at their ends and without empty ones at the end.
  func text(usesColour: Bool) -> String {
    var lines = lines(usesColour: usesColour)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  /// All lines, without spaces at their ends.
  ///
  /// - Parameter usesColour: Whether inks are made by the sequences that terminals obey.
  /// - Returns: One text a row.
  public func lines(usesColour: Bool) -> [String] {
    (0..<rows).map { line($0, usesColour: usesColour) }
  }

  private func line(_ row: Int, usesColour: Bool) -> String {
    let line = cells[(row * columns)..<((row + 1) * columns)]
    func isReversed(_ ink: Ink) -> Bool { usesColour && ink == .reversed }
    guard let last = line.lastIndex(where: { $0.letter != " " || isReversed($0.ink) }) else {
      return ""
    }
    var text = ""
    var ink = Ink.plain
    for cell in line[...last] {
      // A space looks the same in all inks but one.
      let isSeen = cell.letter != " " || isReversed(cell.ink) || isReversed(ink)
      if usesColour, cell.ink != ink, isSeen {
        text += cell.ink == .plain ? Ink.end : (ink == .plain ? "" : Ink.end) + cell.ink.start
        ink = cell.ink
      }
      text += cell.letter
    }
    return ink == .plain ? text : text + Ink.end
  }
}

extension CellGrid.Ink {
  /// Select Graphic Rendition: all off.
  static let end = "\u{1B}[0m"

  /// The nearest of the 256 colours to those of the light theme; black is the terminal's own ink.
  private static let colours = [
    "38;5;32", "38;5;166", "38;5;36", "38;5;175", "39", "38;5;178", "38;5;74",
  ]

  /// Select Graphic Rendition: on, when all is off.
  var start: String {
    switch self {
    case .plain: ""
    case .bold: "\u{1B}[1m"
    case .quiet: "\u{1B}[2m"
    case .reversed: "\u{1B}[7m"
    case .alert: "\u{1B}[31m"
    case .curve(.numbered(let number)):
      "\u{1B}[\(Self.colours[wrapped(number, below: Self.colours.count)])m"
    case .curve(.ink): "\u{1B}[\(Self.colours[Theme.inkColour])m"
    case .curve(.quiet): "\u{1B}[38;5;245m"
    }
  }
}
