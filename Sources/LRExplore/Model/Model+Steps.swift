import LRPlot
import LRSchedule

// Where the cursor is, and which steps are seen.

extension Model {
  /// The steps that exist: those that a schedule has a value at.
  private var existing: Range<Int> {
    let all = schedules.map(\.schedule.steps).filter { !$0.isEmpty }
    return all.reduce(all.first ?? run, union)
  }

  /// The first step that the axis has a place for, if there is one.
  var firstStep: Int {
    min(scales.isStepLogarithmic ? max(1, room.lowerBound) : room.lowerBound, room.upperBound - 1)
  }

  /// Moves the cursor to a step of the room, and what is seen along with it.
  mutating func moveCursor(to step: Int) {
    cursor = min(max(step, firstStep), room.upperBound - 1)
    guard !visible.contains(cursor) else { return }
    // Some of what was seen stays, where the way is not far.
    let count = visible.count
    let margin = count / 8
    let first = cursor < visible.lowerBound ? cursor - margin : cursor - count + 1 + margin
    see(first..<first + count)
  }

  /// Goes to any step that exists, beyond the run too.
  ///
  /// - Parameter step: The step.
  /// - Returns: Whether it exists.
  mutating func go(to step: Int) -> Bool {
    guard existing.contains(step) else { return false }
    room = union(room, step..<step + 1)
    moveCursor(to: step)
    return true
  }

  /// Moves the cursor by columns of the curves; beyond the last one, what is seen moves.
  mutating func moveCursor(byColumns count: Int) {
    draw()
    guard let sketch else { return moveCursor(to: cursor + count) }
    let direction = count.signum()
    var column = (sketch.column(of: cursor) ?? sketch.columns.lowerBound - 1) + count
    while sketch.columns.contains(column) {
      let steps = sketch.steps(in: column)
      if !steps.isEmpty { return moveCursor(to: steps.lowerBound) }
      column += direction
    }
    moveCursor(to: cursor + count * max(1, visible.count / sketch.columns.count))
  }

  /// Moves the cursor to the first step of a cell of the curves; to the nearest one where it has none.
  mutating func moveCursor(toColumn column: Int) {
    draw()
    guard let sketch else { return }
    let nearest = sketch.columns.filter { !sketch.steps(in: $0).isEmpty }
      .min { ($0 - column).magnitude < ($1 - column).magnitude }
    if let nearest { moveCursor(to: sketch.steps(in: nearest).lowerBound) }
  }

  /// Moves by as many steps as are seen.
  mutating func moveScreen(by direction: Int) {
    let count = visible.count * direction
    let step = cursor + count
    see(visible.lowerBound + count..<visible.upperBound + count)
    moveCursor(to: step)
  }

  /// Shows half as many steps, or twice as many, about the cursor, which stays in its place.
  ///
  /// - Returns: Whether that shows others than before.
  mutating func zoom(isIn: Bool) -> Bool {
    let factor = isIn ? 0.5 : 2
    let (low, high) = (visible.lowerBound, visible.upperBound)
    var (first, end): (Double, Double)
    if scales.isStepLogarithmic {
      let place = Double(max(cursor, 1))
      func moved(_ step: Int) -> Double {
        let ratio = Double(max(step, 1)) / place
        return isIn ? place * ratio.squareRoot() : place * ratio * ratio
      }
      (first, end) = (moved(low), moved(high))
    } else {
      let place = Double(cursor)
      (first, end) = (
        place - (place - Double(low)) * factor, place + (Double(high) - place) * factor
      )
    }
    let limits = Double(room.lowerBound)...Double(room.upperBound)
    first = min(max(first.rounded(.down), limits.lowerBound), limits.upperBound)
    end = min(max(end.rounded(.up), limits.lowerBound), limits.upperBound)
    let before = visible
    see(Int(first)..<max(Int(first), Int(end)))
    return visible != before
  }

  /// Shows some steps, as far as there is room; never fewer than two, which an axis needs.
  private mutating func see(_ steps: Range<Int>) {
    let count = min(max(steps.count, 2), room.count)
    let first = min(max(steps.lowerBound, room.lowerBound), room.upperBound - count)
    visible = first..<first + count
  }

  /// The next step behind the cursor, or the last one before it, at which a formula of a schedule begins.
  func breakpoint(isNext: Bool) -> Int? {
    let columns = schedules.flatMap(\.schedule.columns)
    let steps = columns.compactMap { column -> Int? in
      guard let piece = piece(of: column, at: cursor) else { return nil }
      if isNext {
        return piece.steps.upperBound < column.steps.upperBound ? piece.steps.upperBound : nil
      }
      let first = piece.steps.lowerBound
      let start =
        first < cursor ? first : self.piece(of: column, at: cursor - 1)?.steps.lowerBound
      return start.flatMap { $0 > column.steps.lowerBound ? $0 : nil }
    }
    return isNext ? steps.min() : steps.max()
  }

  /// The piece of a column that holds a step.
  func piece(of column: Column, at step: Int) -> Piece? {
    column.pieces(in: step..<step + 1, atMost: 1).first
  }
}
