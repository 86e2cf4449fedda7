/// The dots of curves, several in each cell of a terminal.
struct DotGrid {
  /// How the lines in a cell run, if they are not almost level.
  struct Slopes: OptionSet, Hashable {
    let rawValue: UInt8

    static let rising = Slopes(rawValue: 1)
    static let falling = Slopes(rawValue: 2)

    /// Steeper than a letter can show.
    static let upright = Slopes(rawValue: 4)

    /// No line: a value without neighbours.
    static let point = Slopes(rawValue: 8)
  }

  struct Cell: Hashable {
    /// A bit a dot: row by row from the top, in each from the left; the first dot is bit 0.
    var dots: UInt8 = 0
    var slopes: Slopes = []

    /// The curves that have dots here, in the order they were drawn.
    var curves: [Int] = []
  }

  let columns: Int
  let rows: Int
  private let cellWidth: Int
  private let cellHeight: Int
  private var cells: [Cell]

  init(_ style: TerminalStyle) {
    (columns, rows) = (style.columns, style.rows)
    (cellWidth, cellHeight) = (style.cellWidth, style.cellHeight)
    cells = Array(repeating: Cell(), count: columns * rows)
  }

  /// A cell; an empty one outside of the grid.
  subscript(column: Int, row: Int) -> Cell {
    contains(column, row) ? cells[row * columns + column] : Cell()
  }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    (0..<columns).contains(column) && (0..<rows).contains(row)
  }

  /// Draws a curve by its number, clipped to a frame.
  mutating func draw(_ path: CurvePath, curve: Int, dashes: [Double], in frame: Rectangle) {
    var brush = Brush(curve: curve, dashes: dashes, frame: frame)
    for line in path.lines {
      if line.count == 1 { drawPoint(line[0], with: brush) } else { draw(line, with: &brush) }
    }
    brush = Brush(curve: curve, dashes: [], frame: frame)
    for span in path.spans { draw(span.line, with: &brush) }
  }

  /// Draws a piece of a curve by its number, clipped to a frame.
  mutating func draw(_ line: [Point], curve: Int, dashes: [Double], in frame: Rectangle) {
    var brush = Brush(curve: curve, dashes: dashes, frame: frame)
    draw(line, with: &brush)
  }

  private mutating func draw(_ line: [Point], with brush: inout Brush) {
    for part in clipped(line, to: brush.frame) {
      brush.way = 0
      for (start, end) in zip(part, part.dropFirst()) { draw(from: start, to: end, with: &brush) }
    }
  }

  /// A value without neighbours: two dots wide and high where a cell has so many.
  private mutating func drawPoint(_ point: Point, with brush: Brush) {
    guard brush.frame.contains(point) else { return }
    let (x, y) = brush.dot(at: point)
    let right = min(x + cellWidth - 1, Int(brush.frame.right) - 1)
    let top = max(y - cellWidth + 1, Int(brush.frame.top))
    for x in x...max(x, right) {
      for y in min(y, top)...y { set(x, y, curve: brush.curve, slopes: .point) }
    }
  }

  private mutating func draw(from start: Point, to end: Point, with brush: inout Brush) {
    let (x0, y0) = brush.dot(at: start)
    let (x1, y1) = brush.dot(at: end)
    let length = max(abs(x1 - x0), abs(y1 - y0))
    let slopes = slopes(from: start, to: end)
    for place in 0...length where place > 0 || length == 0 || brush.way == 0 {
      func between(_ from: Int, _ to: Int) -> Int {
        let share = Double(place) / Double(max(1, length))
        return from + Int((Double(to - from) * share).rounded())
      }
      if brush.isDown {
        set(between(x0, x1), between(y0, y1), curve: brush.curve, slopes: slopes)
      }
      if length > 0 { brush.way += 1 }
    }
  }

  private func slopes(from start: Point, to end: Point) -> Slopes {
    let across = (end.x - start.x).magnitude / Double(cellWidth)
    let down = (end.y - start.y) / Double(cellHeight)
    // Slashes are told from upright lines up to three rows a column, and from level ones from here.
    if down.magnitude > 3 * across { return .upright }
    if down.magnitude < 0.2 * across { return [] }
    return down < 0 ? .rising : .falling
  }

  private mutating func set(_ x: Int, _ y: Int, curve: Int, slopes: Slopes) {
    let (column, row) = (x / cellWidth, y / cellHeight)
    guard x >= 0, y >= 0, contains(column, row) else { return }
    let index = row * columns + column
    cells[index].dots |= 1 << UInt8(y % cellHeight * cellWidth + x % cellWidth)
    cells[index].slopes.formUnion(slopes)
    if cells[index].curves.last != curve { cells[index].curves.append(curve) }
  }
}

/// What draws the dots of one curve.
private struct Brush {
  let curve: Int

  /// Dots that are drawn and left out in turn; empty for all of them drawn.
  let dashes: [Double]

  /// No dot is outside of this.
  let frame: Rectangle

  /// Dots since the line began.
  var way = 0

  init(curve: Int, dashes: [Double], frame: Rectangle) {
    (self.curve, self.dashes, self.frame) = (curve, dashes, frame)
  }

  /// The dot that a point lies in, and at the edges the nearest one.
  func dot(at point: Point) -> (Int, Int) {
    (
      max(Int(frame.left), min(Int(point.x), Int(frame.right) - 1)),
      max(Int(frame.top), min(Int(point.y), Int(frame.bottom) - 1))
    )
  }

  var isDown: Bool {
    guard !dashes.isEmpty else { return true }
    var place = Double(way).truncatingRemainder(dividingBy: dashes.reduce(0, +))
    for (index, length) in dashes.enumerated() {
      if place < length { return index.isMultiple(of: 2) }
      place -= length
    }
    return true
  }
}
