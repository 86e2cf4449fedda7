@testable import LRSchedule

/// The pieces of a column, in order.
func pieces(of column: Column) -> [Piece] {
  column.pieces(in: column.steps, atMost: 1000)
}

/// The first steps of the pieces of a schedule's first column.
func breakpoints(of plain: some PlainScheduler) throws -> [Int] {
  try pieces(of: plain.schedule().columns[0]).map(\.steps.lowerBound)
}
