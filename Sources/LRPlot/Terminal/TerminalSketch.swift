import LRSchedule

/// A picture's curves in the cells of a terminal, and which steps lie in which of them.
public struct TerminalSketch: Sendable {
  /// The letters: `Picture.sketch(_:)` as cells.
  public let cells: CellGrid

  /// The cells of the panels from left to right, at least one.
  public let columns: Range<Int>

  /// The lines of each panel, from the top.
  public let panelRows: [Range<Int>]

  private let axis: StepAxis
  private let cellWidth: Int

  /// Draws the curves of a picture.
  ///
  /// - Parameters:
  ///   - picture: The picture.
  ///   - style: What the terminal can show, and how much of it the sketch fills.
  public init(_ picture: Picture, style: TerminalStyle) {
    let drawing = TerminalDrawing(sketchOf: picture, style: style)
    let panels = drawing.layout.panels.map(\.frame)
    func column(_ x: Double) -> Int { Int(x) / style.cellWidth }
    func row(_ y: Double) -> Int { Int(y) / style.cellHeight }
    let left = column(panels.first?.left ?? 0)
    cells = drawing.cells
    columns = left..<max(left + 1, column(panels.first?.right ?? 0))
    panelRows = panels.map { row($0.top)..<max(row($0.top), row($0.bottom)) }
    axis = drawing.layout.axis
    cellWidth = style.cellWidth
  }

  /// The cell that a step lies in.
  ///
  /// - Parameter step: Any step.
  /// - Returns: One of `columns`; nil where the axis does not have the step.
  public func column(of step: Int) -> Int? {
    axis.steps.contains(step) ? column(ofShown: step) : nil
  }

  /// The steps that lie in a cell.
  ///
  /// - Parameter column: One of `columns`.
  /// - Returns: The steps; empty where neighbouring steps are several cells apart.
  public func steps(in column: Int) -> Range<Int> {
    func first(from column: Int) -> Int {
      firstStep(in: axis.steps) { self.column(ofShown: $0) >= column }
    }
    return first(from: column)..<first(from: column + 1)
  }

  private func column(ofShown step: Int) -> Int {
    min(max(Int(axis.position(of: step)) / cellWidth, columns.lowerBound), columns.upperBound - 1)
  }
}
