import LRSchedule

/// By how many steps one column is shifted against another.
struct Shift: Sendable, Hashable {
  /// The second column has at step t the value that the first one has at step t + `steps`.
  let steps: Int
  /// At how many steps that was looked at.
  let seenCount: Int
  /// Whether these are all the steps that both have.
  let isOfAll: Bool

  /// The most steps that are tried.
  private static let most = 64
  /// The most steps at which a shift is looked at.
  private static let mostSeen = 1_000_000

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
    let tried = SampledSteps.steps(near: first, in: range)
    let all = b.steps(of: range, atMost: Self.mostSeen)
    for shift in (1...Self.most).flatMap({ [$0, -$0] })
    where a.value(at: first + shift) != nil
      && Self.count(tried[...], of: a, and: b, by: shift, tolerance) != nil
    {
      // A few steps tell what does not fit; all of them whether it does.
      guard let count = Self.count(all.steps, of: a, and: b, by: shift, tolerance) else { continue }
      (steps, seenCount, isOfAll) = (shift, count, all.areAll)
      return
    }
    return nil
  }

  /// At how many steps shifted columns agree; nil where they differ, or where less than half of the
  /// steps can be looked at.
  private static func count(
    _ steps: some Sequence<Int>, of a: ComparedColumn, and b: ComparedColumn, by shift: Int,
    _ tolerance: Tolerance
  ) -> Int? {
    var (known, count) = (0, 0)
    for step in steps {
      guard let its = b.value(at: step) else { continue }
      known += 1
      guard let mine = a.value(at: step + shift) else { continue }
      count += 1
      guard tolerance.allows(mine, its) else { return nil }
    }
    return count > known / 2 ? count : nil
  }

  /// `b is a 3 steps later`.
  func sentence(a: String, b: String) -> String {
    "\(b) is \(a) \(steps.magnitude.counted("step")) \(steps > 0 ? "earlier" : "later")"
      + (isOfAll ? "" : ", as far as the first \(seenCount.counted("step")) say")
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

  /// The first steps of a range that have a value, and whether there are no more.
  fileprivate func steps(
    of range: Range<Int>, atMost limit: Int
  ) -> (steps: AnySequence<Int>, areAll: Bool) {
    switch self {
    case .computed(let column):
      let steps = range.clamped(to: column.steps)
      return (AnySequence(steps.prefix(limit)), steps.count <= limit)
    case .recorded(let column):
      let steps = column.steps[column.steps.indices(of: range)]
      return (AnySequence(steps.prefix(limit)), steps.count <= limit)
    }
  }
}
