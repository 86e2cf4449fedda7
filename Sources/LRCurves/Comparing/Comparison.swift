import LRConfiguration
import LRSchedule
import LRText

/// How two schedules, or a schedule and a curve, compare.
public struct Comparison: Sendable {
  /// From the first step that was compared to behind the last.
  public let steps: Range<Int>
  /// The columns that both have.
  public let columns: [ColumnComparison]
  /// The names of columns that only the first has.
  public let onlyInA: [String]
  /// The names of columns that only the second has.
  public let onlyInB: [String]
  /// Of columns that differ, the shift with which they would agree.
  let shifts: [(column: String, shift: Shift)]
  /// How many steps of the curves were not compared, as the other side has none such or the range does not.
  public let leftOutSteps: Int

  /// Whether both have the same columns and all values agree.
  public var isEqual: Bool {
    onlyInA.isEmpty && onlyInB.isEmpty && columns.allSatisfy { $0.differingSteps == 0 }
  }

  /// Compares two sides.
  ///
  /// - Parameters:
  ///   - a: The first side.
  ///   - b: The second side.
  ///   - range: Steps to compare; two schedules have all of them.
  ///   - chosen: Columns of the curves, in the order of the other side's; empty to go by names.
  ///   - tolerance: How far apart values may be.
  ///   - threads: The most threads that evaluate; they change nothing.
  /// - Throws: `ComparisonError` where there is nothing to compare.
  public init(
    _ a: ComparedSide, _ b: ComparedSide, on range: Range<Int>, columns chosen: [String] = [],
    tolerance: Tolerance = .exact, threads: Int = 1
  ) throws(ComparisonError) {
    let matched = try ColumnPairs(a, b, chosen: chosen)
    let compared = matched.pairs.map { name, a, b in
      ComparedPair(name: name, a: a, b: b).compare(
        on: range, tolerance: tolerance, threads: threads)
    }
    guard let first = compared.compactMap(\.steps?.lowerBound).min(),
      let end = compared.compactMap(\.steps?.upperBound).max()
    else {
      throw .noCommonStep(
        a: a.label, matched.pairs.compactMap(\.a.steps).first, b: b.label,
        matched.pairs.compactMap(\.b.steps).first,
        range: range == 0..<Schedule.stepLimit ? nil : range)
    }
    steps = first..<end
    columns = compared.map(\.result)
    shifts = zip(matched.pairs, compared).compactMap { pair, compared in
      guard let difference = compared.result.first, let steps = compared.steps,
        let shift = Shift(
          of: pair.a, and: pair.b, on: steps, first: difference.step, tolerance: tolerance)
      else { return nil }
      return (pair.name, shift)
    }
    leftOutSteps = compared.map(\.leftOut).max() ?? 0
    onlyInA = matched.onlyInA
    onlyInB = matched.onlyInB
  }
}

extension ComparedColumn {
  /// From the first step to behind the last; nil where there is none.
  var steps: Range<Int>? {
    switch self {
    case .computed(let column): column.steps
    case .recorded(let column): column.steps[...].extent
    }
  }
}

/// What the comparison of a pair of columns found.
struct ComparedSteps {
  let result: ColumnComparison
  /// From the first step that was compared to behind the last; nil for none.
  let steps: Range<Int>?
  /// Steps of curves that were not compared.
  let leftOut: Int
}

/// Two columns that belong together.
struct ComparedPair {
  let name: String
  let a, b: ComparedColumn

  /// Steps that are evaluated at once: the values of both fit into a first-level cache.
  private static let blockSize = 1024
  /// Steps of a piece of work.
  private static let pieceSize = 1 << 18

  func compare(on range: Range<Int>, tolerance: Tolerance, threads: Int) -> ComparedSteps {
    switch (a, b) {
    case (.computed(let a), .computed(let b)):
      let steps = range.clamped(to: a.steps).clamped(to: b.steps)
      return ComparedSteps(
        result: compare(a, b, on: steps, tolerance: tolerance, threads: threads),
        steps: steps.isEmpty ? nil : steps, leftOut: 0)
    case (.computed(let a), .recorded(let b)):
      return compare(a, b, on: range, tolerance: tolerance, threads: threads, isSwapped: false)
    case (.recorded(let a), .computed(let b)):
      return compare(b, a, on: range, tolerance: tolerance, threads: threads, isSwapped: true)
    case (.recorded(let a), .recorded(let b)):
      return compare(a, b, on: range, tolerance: tolerance)
    }
  }

  /// Steps on which both are the same formula are known to be equal; the others are evaluated.
  private func compare(
    _ a: Column, _ b: Column, on steps: Range<Int>, tolerance: Tolerance, threads: Int
  ) -> ColumnComparison {
    let unknown = a.steps(notKnownToEqual: b, in: steps)
    var result = ColumnComparison(name: name)
    result.addProved(steps.count - unknown.reduce(0) { $0 + $1.count })
    for range in unknown {
      result.add(
        sum(range, threads: threads) { steps, result in
          withBlocks(of: steps) { block, mine, its in
            a.fill(from: block.lowerBound, into: mine)
            b.fill(from: block.lowerBound, into: its)
            result.add(
              UnsafeBufferPointer(mine), UnsafeBufferPointer(its), tolerance: tolerance
            ) { block.lowerBound + $0 }
          }
        })
    }
    return result
  }

  /// Evaluates a column at the steps of a curve.
  private func compare(
    _ column: Column, _ curve: RecordedColumn, on range: Range<Int>, tolerance: Tolerance,
    threads: Int, isSwapped: Bool
  ) -> ComparedSteps {
    let indices = curve.steps.indices(of: range.clamped(to: column.steps))
    let result = sum(indices, threads: threads) { piece, result in
      withBlocks(of: piece) { block, mine, its in
        let steps = curve.steps[block]
        column.fill(at: steps, into: mine)
        _ = its.update(fromContentsOf: curve.values[block])
        let (a, b) = isSwapped ? (its, mine) : (mine, its)
        result.add(UnsafeBufferPointer(a), UnsafeBufferPointer(b), tolerance: tolerance) {
          steps[block.lowerBound + $0]
        }
      }
    }
    return ComparedSteps(
      result: result, steps: curve.steps[indices].extent,
      leftOut: curve.steps.count - indices.count)
  }

  /// Compares two curves at the steps that both have.
  private func compare(
    _ a: RecordedColumn, _ b: RecordedColumn, on range: Range<Int>, tolerance: Tolerance
  ) -> ComparedSteps {
    var result = ColumnComparison(name: name)
    var steps: [Int] = []
    var mine: [Double] = []
    var its: [Double] = []
    var i = a.steps.indices(of: range)
    var j = b.steps.indices(of: range)
    while let x = i.first, let y = j.first {
      if a.steps[x] == b.steps[y] {
        steps.append(a.steps[x])
        mine.append(a.values[x])
        its.append(b.values[y])
      }
      let (before, behind) = (a.steps[x] <= b.steps[y], a.steps[x] >= b.steps[y])
      if before { i.removeFirst() }
      if behind { j.removeFirst() }
    }
    mine.withUnsafeBufferPointer { mine in
      its.withUnsafeBufferPointer { its in
        result.add(mine, its, tolerance: tolerance) { steps[$0] }
      }
    }
    return ComparedSteps(
      result: result, steps: steps[...].extent,
      leftOut: max(a.steps.count, b.steps.count) - steps.count)
  }

  /// Adds up what the pieces of a range have, on several threads.
  private func sum(
    _ range: Range<Int>, threads: Int,
    _ add: @Sendable (Range<Int>, inout ColumnComparison) -> Void
  ) -> ColumnComparison {
    ParallelWork.sum(
      pieces: range.isEmpty ? 0 : (range.count - 1) / Self.pieceSize + 1, threads: threads,
      empty: ColumnComparison(name: name)
    ) { piece, result in
      let start = range.lowerBound + piece * Self.pieceSize
      add(start..<min(start + Self.pieceSize, range.upperBound), &result)
    } join: {
      $0.add($1)
    }
  }

  /// Space for the values of both, block by block.
  private func withBlocks(
    of range: Range<Int>,
    _ body: (Range<Int>, UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>)
      -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * Self.blockSize) { space in
      space.initialize(repeating: 0)
      for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockSize) {
        let count = min(Self.blockSize, range.upperBound - start)
        body(
          start..<start + count, UnsafeMutableBufferPointer(rebasing: space[..<count]),
          UnsafeMutableBufferPointer(
            rebasing: space[Self.blockSize..<Self.blockSize + count]))
      }
    }
  }
}

extension Column {
  /// Writes the values at ascending steps, all of which the column has.
  fileprivate func fill(at steps: ArraySlice<Int>, into out: UnsafeMutableBufferPointer<Double>) {
    guard let first = steps.first, let last = steps.last else { return }
    if last - first == steps.count - 1 {
      fill(from: first, into: out)
      return
    }
    for (index, step) in steps.enumerated() { out[index] = value(at: step) ?? .nan }
  }
}

extension [Int] {
  /// The indices of ascending numbers that lie in a range.
  fileprivate func indices(of range: Range<Int>) -> Range<Int> {
    let first = firstStep(in: 0..<count) { self[$0] >= range.lowerBound }
    return first..<firstStep(in: first..<count) { self[$0] >= range.upperBound }
  }
}

extension ArraySlice<Int> {
  /// From the first of ascending numbers to behind the last.
  fileprivate var extent: Range<Int>? {
    first.flatMap { first in last.map { first..<$0 + 1 } }
  }
}
