import LRConfiguration
import LRSchedule
import LRText

/// How two schedules compare on some steps.
public struct ScheduleComparison: Sendable {
  /// The steps, all of which both have.
  public let steps: Range<Int>
  /// The columns that both have.
  public let columns: [ColumnComparison]
  /// The names of columns that only the first has.
  public let onlyInA: [String]
  /// The names of columns that only the second has.
  public let onlyInB: [String]

  /// Steps that are evaluated at once: the values of both fit into a first-level cache.
  private static let blockSize = 1024
  /// Steps of a piece of work.
  private static let pieceSize = 1 << 18

  /// Compares two schedules.
  ///
  /// Steps on which both are the same formula are known to be equal; the others are evaluated.
  ///
  /// - Parameters:
  ///   - a: The first schedule.
  ///   - b: The second one.
  ///   - steps: Steps that both have.
  ///   - tolerance: How far apart values may be.
  ///   - threads: The most threads that evaluate; they change nothing.
  public init(
    _ a: Schedule, _ b: Schedule, on steps: Range<Int>, tolerance: Tolerance, threads: Int
  ) {
    self.steps = steps
    let namesInA = a.columns.map(\.name)
    let namesInB = b.columns.map(\.name)
    onlyInA = namesInA.filter { !namesInB.contains($0) }
    onlyInB = namesInB.filter { !namesInA.contains($0) }
    columns = a.columns.compactMap { column in
      b.columns.first { $0.name == column.name }.map { other in
        Self.compare(column, other, on: steps, tolerance: tolerance, threads: threads)
      }
    }
  }

  private static func compare(
    _ a: Column, _ b: Column, on steps: Range<Int>, tolerance: Tolerance, threads: Int
  ) -> ColumnComparison {
    let unknown = a.steps(notKnownToEqual: b, in: steps)
    var result = ColumnComparison(name: a.name)
    result.addProved(steps.count - unknown.reduce(0) { $0 + $1.count })
    for range in unknown {
      result.add(
        ParallelWork.sum(
          pieces: (range.count - 1) / pieceSize + 1, threads: threads,
          empty: ColumnComparison(name: a.name)
        ) { piece, result in
          let start = range.lowerBound + piece * pieceSize
          compare(
            a, b, on: start..<min(start + pieceSize, range.upperBound), tolerance: tolerance,
            adding: &result)
        } join: {
          $0.add($1)
        })
    }
    return result
  }

  /// Evaluates some steps of both, block by block.
  private static func compare(
    _ a: Column, _ b: Column, on steps: Range<Int>, tolerance: Tolerance,
    adding result: inout ColumnComparison
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * blockSize) { space in
      space.initialize(repeating: 0)
      for start in stride(from: steps.lowerBound, to: steps.upperBound, by: blockSize) {
        let count = min(blockSize, steps.upperBound - start)
        let mine = UnsafeMutableBufferPointer(rebasing: space[..<count])
        let its = UnsafeMutableBufferPointer(rebasing: space[blockSize..<blockSize + count])
        a.fill(from: start, into: mine)
        b.fill(from: start, into: its)
        result.add(
          from: start, UnsafeBufferPointer(mine), UnsafeBufferPointer(its), tolerance: tolerance)
      }
    }
  }
}
