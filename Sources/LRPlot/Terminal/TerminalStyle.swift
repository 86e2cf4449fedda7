/// What a terminal can show: how many cells, which letters, colours or not.
public struct TerminalStyle: Sendable, Hashable {
  /// Cells from left to right, 1 to 1000.
  public let columns: Int

  /// Lines, 1 to 1000.
  public let rows: Int

  /// Whether curves are dots of braille letters, eight a cell, and texts may be in any script; else
  /// all is ASCII.
  public let usesBraille: Bool

  /// Whether curves have colours and names are bold, by the sequences that terminals obey.
  public let usesColour: Bool

  /// The widths and heights that are used.
  public static let allowedSides = 1...1000

  /// A terminal; a width or height that is not between 1 and 1000 becomes the nearest that is.
  ///
  /// - Parameters:
  ///   - columns: Cells from left to right.
  ///   - rows: Lines.
  ///   - usesBraille: Whether the terminal shows UTF-8, braille letters among it.
  ///   - usesColour: Whether the terminal shows 256 colours.
  public init(columns: Int = 80, rows: Int = 24, usesBraille: Bool, usesColour: Bool) {
    func allowed(_ side: Int) -> Int {
      min(max(side, Self.allowedSides.lowerBound), Self.allowedSides.upperBound)
    }
    self.columns = allowed(columns)
    self.rows = allowed(rows)
    self.usesBraille = usesBraille
    self.usesColour = usesColour
  }

  /// Dots of a cell from left to right: two of braille, one of ASCII.
  var cellWidth: Int { usesBraille ? 2 : 1 }

  /// Dots of a cell from top to bottom: four of braille; three of ASCII, which are `'`, `-` and `_`.
  var cellHeight: Int { usesBraille ? 4 : 3 }
}
