import LRSchedule

/// By how many steps one column is shifted against another.
struct Shift: Sendable, Hashable {
  /// The second column has at step t the value that the first one has at step t + `steps`.
  let steps: Int

  /// The most steps that are tried.
  private static let most = 64
  /// On so many steps, spread over the range, and on as many next to the first difference.
  private static let triedCount = 400

  /// Finds the smallest shift with which two columns agree; nil where none explains what is seen.
  ///
  /// - Parameters:
  ///   - a: The first column.
  ///   - b: The second column.
  ///   - range: The steps on which they are compared.
  ///   - first: A step at which they do not agree.
  ///   - tolerance: How far apart values may be.
  init?(
    of a: ComparedColumn, and b: ComparedColumn, on range: Range<Int>, first: Int,
    tolerance: Tolerance
  ) {
    let half = Self.triedCount / 2
    let near = max(range.lowerBound, first - half)..<min(range.upperBound, first + half)
    let spread = (0..<Self.triedCount).map {
      range.lowerBound + Int(Double(range.count) * (Double($0) / Double(Self.triedCount)))
    }
    let tried = Set(near).union(spread)
    let known = tried.compactMap { step in b.value(at: step).map { (step, $0) } }
    let found = (1...Self.most).flatMap { [$0, -$0] }.first { shift in
      var count = 0
      let fits = known.allSatisfy { step, its in
        guard let mine = a.value(at: step + shift) else { return true }
        count += 1
        return tolerance.allows(mine, its)
      }
      return fits && count > known.count / 2 && a.value(at: first + shift) != nil
    }
    guard let found else { return nil }
    steps = found
  }

  /// `b is a 3 steps later`.
  func sentence(a: String, b: String) -> String {
    "\(b) is \(a) \(steps.magnitude.counted("step")) \(steps > 0 ? "earlier" : "later")"
  }
}

extension ComparedColumn {
  /// The value at a step; nil where there is none.
  func value(at step: Int) -> Double? {
    switch self {
    case .computed(let column): return column.value(at: step)
    case .recorded(let column):
      let index = firstStep(in: 0..<column.steps.count) { column.steps[$0] >= step }
      return index < column.steps.count && column.steps[index] == step
        ? column.values[index] : nil
    }
  }
}
