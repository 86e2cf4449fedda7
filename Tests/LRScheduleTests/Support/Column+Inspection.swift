@testable import LRSchedule

/// The pieces of a column, in order.
func pieces(of column: Column) -> [Piece] {
  guard let timeline = (column.samples as? ClosedForm)?.timeline else { return [] }
  var pieces: [Piece] = []
  var step = 0
  while step < timeline.end {
    let piece = timeline.piece(holding: step)
    pieces.append(piece)
    guard piece.steps.upperBound > step else { break }
    step = piece.steps.upperBound
  }
  return pieces
}

/// The first steps of the pieces of a schedule's first column.
func breakpoints(of plain: some PlainScheduler) throws -> [Int] {
  try pieces(of: plain.schedule().columns[0]).map(\.steps.lowerBound)
}
