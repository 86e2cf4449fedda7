import LRSchedule

extension LogCheck.Outcome {
  /// Whether there are points, and all are as planned.
  var isExplained: Bool { differing == 0 && compared > 0 }
}

extension LogCheck.Pair {
  /// The row of the plan that a point stands for, and its value; nil where it is outside of the plan.
  func planned(at index: Int, _ alignment: LogCheck.Alignment) -> (row: Int, value: Double)? {
    guard let row = alignment.row(of: logged.rows[index]), row <= lastRow,
      let value = planned.value(at: row)
    else { return nil }
    return (row, value)
  }
}

extension LogCheck {
  /// Compares all points.
  ///
  /// - Parameters:
  ///   - pairs: What is compared.
  ///   - alignment: Which rows of the plan the points stand for.
  ///   - stopsAtFirst: Whether the first difference is enough to know.
  /// - Returns: What was found; of the first difference only that it is there.
  static func compare(
    _ pairs: [Pair], _ alignment: Alignment, stopsAtFirst: Bool = false
  ) -> Outcome {
    var outcome = Outcome()
    for pair in pairs {
      let points = pair.logged.points
      for index in pair.logged.rows.indices {
        guard let (_, expected) = pair.planned(at: index, alignment) else {
          outcome.outside += 1
          continue
        }
        let value = points.values[index]
        outcome.compared += 1
        outcome.add(step: points.steps[index])
        if value == expected { outcome.equal += 1 }
        if pair.tolerance.allows(value, expected) { continue }
        outcome.differing += 1
        if stopsAtFirst { return outcome }
        outcome.add(
          Difference(step: points.steps[index], a: value, b: expected), at: index,
          of: pair.logged)
      }
    }
    return outcome
  }

  /// Whether points differ at places where they differed before, which takes little time.
  private static func differs(_ pair: Pair, _ alignment: Alignment, at hints: [Int]) -> Bool {
    hints.contains { index in
      guard let (_, expected) = pair.planned(at: index, alignment) else { return false }
      return !pair.tolerance.allows(pair.logged.points.values[index], expected)
    }
  }

  /// The offsets and strides that a log is tried with where the usual ones do not explain it.
  private static let offsets = (1...100).flatMap { [-$0, $0] }
  private static let strides = 2...64

  /// An alignment with which all points are as planned; nil where there is none.
  ///
  /// An offset comes before a stride, a small one before a large one. All but a few points have to
  /// have rows, and the plan has to move on them: else anything would explain anything.
  static func explanation(
    of pairs: [Pair], besides tried: [Alignment], usual: [Int]
  ) -> Alignment? {
    let candidates =
      ([0] + offsets).map { Alignment(offset: $0) }
      + strides.flatMap { stride in usual.map { Alignment(offset: $0, stride: stride) } }
    // A column may be blank in all rows.
    guard let pair = pairs.first(where: { !$0.logged.rows.isEmpty }) else { return nil }
    let count = pair.logged.rows.count
    let places = [0, count / 3, count / 2, 2 * count / 3, count - 1]
    return candidates.first { candidate in
      guard !tried.contains(candidate), !differs(pair, candidate, at: places) else { return false }
      let outcome = compare(pairs, candidate, stopsAtFirst: true)
      return outcome.isExplained && outcome.compared >= 2 * outcome.outside
        && moves(pairs, candidate)
    }
  }

  /// Whether the plan has at least three values at the rows of the points.
  private static func moves(_ pairs: [Pair], _ alignment: Alignment) -> Bool {
    var values: Set<Double> = []
    for pair in pairs {
      for index in pair.logged.rows.indices {
        if let (_, value) = pair.planned(at: index, alignment) {
          values.insert(value)
          if values.count > 2 { return true }
        }
      }
    }
    return false
  }
}

extension LogCheck.Outcome {
  fileprivate mutating func add(step: Int) {
    let known = steps ?? step...step
    steps = min(known.lowerBound, step)...max(known.upperBound, step)
  }

  fileprivate mutating func add(_ difference: Difference, at index: Int, of logged: LoggedColumn) {
    let isFirst = first.map { difference.step < $0.step } ?? true
    let isWorst = worst.map { difference.isWorse(than: $0.difference) } ?? true
    guard isFirst || isWorst else { return }
    let mismatch = LogCheck.Mismatch(
      column: logged.name, step: difference.step, line: logged.points.line(of: index),
      place: logged.points.place(of: index), difference: difference)
    if isFirst { first = mismatch }
    if isWorst { worst = mismatch }
  }
}
