import LRConfiguration
import LRSchedule

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

  /// Whether both have the same columns and all values agree.
  public var isEqual: Bool {
    onlyInA.isEmpty && onlyInB.isEmpty && columns.allSatisfy { $0.differingSteps == 0 }
  }

  /// Compares two sides.
  ///
  /// - Parameters:
  ///   - a: The first side.
  ///   - b: The second side.
  ///   - range: Steps to compare; two schedules have all of them, and a curve reaches their ends where
  ///     they are not 0 and 2^53.
  ///   - rows: The steps that a schedule has beside a curve, to count those that the curve lacks; nil for
  ///     those between the curve's first and last.
  ///   - chosen: Columns of the curves, in the order of the other side's; empty to go by names.
  ///   - tolerance: How far apart values may be.
  ///   - threads: The most threads that evaluate; they change nothing.
  /// - Throws: `ComparisonError` where there is nothing to compare, or less than was asked for.
  public init(
    _ a: ComparedSide, _ b: ComparedSide, on range: Range<Int>, rows: Range<Int>? = nil,
    columns chosen: [String] = [], tolerance: Tolerance = .exact, threads: Int = 1
  ) throws(ComparisonError) {
    let matched = try ColumnPairs(a, b, chosen: chosen)
    for pair in matched.pairs {
      for (label, column) in [(a.label, pair.a), (b.label, pair.b)] {
        guard let steps = column.steps(missingAtEndsOf: range) else { continue }
        throw .notCovered(curve: label, steps, range: range)
      }
    }
    let compared = matched.pairs.map { name, a, b in
      ComparedPair(name: name, a: a, b: b).compare(
        on: range, rows: rows, tolerance: tolerance, threads: threads)
    }
    guard let first = compared.compactMap(\.steps?.lowerBound).min(),
      let end = compared.compactMap(\.steps?.upperBound).max()
    else {
      throw .noCommonStep(
        a: a.label, matched.pairs.compactMap { $0.a.steps(in: range) }.first,
        b: b.label, matched.pairs.compactMap { $0.b.steps(in: range) }.first,
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
    onlyInA = matched.onlyInA
    onlyInB = matched.onlyInB
  }
}

extension ComparedColumn {
  /// From the first step of a range that has a value to behind the last; nil where none has.
  fileprivate func steps(in range: Range<Int>) -> Range<Int>? {
    switch self {
    case .computed(let column):
      let steps = range.clamped(to: column.steps)
      return steps.isEmpty ? nil : steps
    case .recorded(let column): return column.steps[column.steps.indices(of: range)].extent
    }
  }

  /// The steps of a curve that does not reach an end of a range; nil where it does, and of a schedule.
  ///
  /// Of rows at a distance, the next one may lie outside of the range.
  fileprivate func steps(missingAtEndsOf range: Range<Int>) -> Range<Int>? {
    guard case .recorded(let column) = self, let steps = column.steps[...].extent else {
      return nil
    }
    let (first, last) = (column.steps.prefix(2), column.steps.suffix(2))
    let isSingle = first.count < 2
    let before = steps.lowerBound - (isSingle ? 1 : first[1] - first[0])
    let behind =
      steps.upperBound - 1 + (isSingle ? 1 : last[last.endIndex - 1] - last[last.startIndex])
    let reachesFirst = range.lowerBound == 0 || before < range.lowerBound
    let reachesEnd = range.upperBound == Schedule.stepLimit || behind >= range.upperBound
    return reachesFirst && reachesEnd ? nil : steps
  }
}
