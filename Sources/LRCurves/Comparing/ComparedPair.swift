import LRSchedule
import LRText

/// Two columns that belong together.
struct ComparedPair {
  let name: String
  let a, b: ComparedColumn

  /// Steps that are evaluated at once: the values of both fit into a first-level cache.
  private static let blockSize = 1024
  /// Steps of a piece of work.
  private static let pieceSize = 1 << 18

  /// Compares the columns.
  ///
  /// - Parameters:
  ///   - range: The steps that are wanted.
  ///   - rows: The steps that a schedule has beside a curve, as far as it ends; nil for the curve's.
  ///   - tolerance: How far apart values may be.
  ///   - threads: The most threads that evaluate.
  /// - Returns: What was found, and from the first step that was compared to behind the last.
  func compare(
    on range: Range<Int>, rows: Range<Int>?, tolerance: Tolerance, threads: Int
  ) -> (result: ColumnComparison, steps: Range<Int>?) {
    switch (a, b) {
    case (.computed(let a), .computed(let b)):
      let steps = range.clamped(to: a.steps).clamped(to: b.steps)
      return (
        compare(a, b, on: steps, tolerance: tolerance, threads: threads),
        steps.isEmpty ? nil : steps
      )
    case (.computed(let a), .recorded(let b)):
      var found = compare(
        a, b, on: range, tolerance: tolerance, threads: threads, isSwapped: false)
      found.result.onlyInA = count(of: a, in: rows, and: found.steps) - found.result.comparedSteps
      found.result.onlyInB = b.steps.indices(of: range).count - found.result.comparedSteps
      return found
    case (.recorded(let a), .computed(let b)):
      var found = compare(
        b, a, on: range, tolerance: tolerance, threads: threads, isSwapped: true)
      found.result.onlyInA = a.steps.indices(of: range).count - found.result.comparedSteps
      found.result.onlyInB = count(of: b, in: rows, and: found.steps) - found.result.comparedSteps
      return found
    case (.recorded(let a), .recorded(let b)):
      return compare(a, b, on: range, tolerance: tolerance)
    }
  }

  /// How many steps a schedule has in its rows, and from the first step of a comparison to its last.
  private func count(of column: Column, in rows: Range<Int>?, and compared: Range<Int>?) -> Int {
    guard let compared else { return 0 }
    let rows = rows ?? compared
    let steps =
      min(rows.lowerBound, compared.lowerBound)..<max(rows.upperBound, compared.upperBound)
    return steps.clamped(to: column.steps).count
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
            // Bounds: `mine` and `its` have room for the block.
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
  ) -> (result: ColumnComparison, steps: Range<Int>?) {
    let indices = curve.steps.indices(of: range.clamped(to: column.steps))
    var result = sum(indices, threads: threads) { piece, result in
      withBlocks(of: piece) { block, mine, its in
        // Bounds: `mine` and `its` have room for the block.
        let steps = curve.steps[block]
        column.fill(at: steps, into: mine)
        _ = its.update(fromContentsOf: curve.values[block])
        let (a, b) = isSwapped ? (its, mine) : (mine, its)
        result.add(UnsafeBufferPointer(a), UnsafeBufferPointer(b), tolerance: tolerance) {
          steps[block.lowerBound + $0]
        }
      }
    }
    result.outside = curve.steps.count - curve.steps.indices(of: range).count
    return (result, curve.steps[indices].extent)
  }

  /// Compares two curves at the steps that both have.
  private func compare(
    _ a: RecordedColumn, _ b: RecordedColumn, on range: Range<Int>, tolerance: Tolerance
  ) -> (result: ColumnComparison, steps: Range<Int>?) {
    var result = ColumnComparison(name: name)
    var steps: [Int] = []
    var mine: [Double] = []
    var its: [Double] = []
    let (mineInRange, itsInRange) = (a.steps.indices(of: range), b.steps.indices(of: range))
    var (i, j) = (mineInRange, itsInRange)
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
    // Bounds: both have a value for each of `steps`, and do not change meanwhile.
    mine.withUnsafeBufferPointer { mine in
      its.withUnsafeBufferPointer { its in
        result.add(mine, its, tolerance: tolerance) { steps[$0] }
      }
    }
    result.onlyInA = mineInRange.count - steps.count
    result.onlyInB = itsInRange.count - steps.count
    result.outside = max(a.steps.count - mineInRange.count, b.steps.count - itsInRange.count)
    return (result, steps[...].extent)
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
    // Bounds: count is at most blockSize, and there is room for two blocks until the closure ends.
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
    // Bounds: `out` has room for a value a step.
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
  func indices(of range: Range<Int>) -> Range<Int> {
    let first = firstStep(in: 0..<count) { self[$0] >= range.lowerBound }
    return first..<firstStep(in: first..<count) { self[$0] >= range.upperBound }
  }
}

extension ArraySlice<Int> {
  /// From the first of ascending numbers to behind the last.
  var extent: Range<Int>? {
    first.flatMap { first in last.map { first..<$0 + 1 } }
  }
}
