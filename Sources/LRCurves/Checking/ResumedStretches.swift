import LRText

/// Points of a log that were logged again: where the run went back, the later stretch counts.
///
/// A run that resumes from a checkpoint logs some steps anew; what it had logged behind the
/// checkpoint belongs to a run that is no more. Without going back, a step that has another value
/// than before is a contradiction: both points count.
struct ResumedStretches {
  /// The points that count, by their indices, in ascending steps.
  private(set) var kept: [Int] = []

  /// How many points do not count because the run went back.
  private(set) var dropped = 0

  /// How many points repeat the one before, and do not count either.
  private(set) var repeated = 0

  /// How many points have the step of the one before, and another value.
  private(set) var contradicting = 0

  /// The steps to which the run went back, in the order of the log.
  private(set) var returns: [Int] = []

  init(_ steps: [Int], _ values: [Double]) {
    kept.reserveCapacity(steps.count)
    for (index, step) in steps.enumerated() {
      if let last = kept.last, steps[last] > step {
        returns.append(step)
        while let last = kept.last, steps[last] >= step {
          kept.removeLast()
          dropped += 1
        }
      } else if let last = kept.last, steps[last] == step {
        if values[last] == values[index] {
          repeated += 1
          continue
        }
        contradicting += 1
      }
      kept.append(index)
    }
  }

  /// What is said of them on a column; empty where there is nothing to say.
  func notes(on column: String) -> [String] {
    var notes: [String] = []
    if let first = returns.first {
      let others = returns.count > 1 ? " and \((returns.count - 1).counted("time")) more" : ""
      notes.append(
        "the log goes back to step \(first)\(others), as that of a resumed run: the later stretch"
          + " counts, \(Self.points(dropped)) left out")
    }
    if repeated > 0 { notes.append("\(Self.points(repeated)) logged again with the same value") }
    if contradicting > 0 {
      notes.append(
        "\(column) contradicts itself \(contradicting.counted("time")), with another value at the same"
          + " step: each value is compared")
    }
    return notes
  }

  private static func points(_ count: Int) -> String {
    "\(count.counted("point")) \(count == 1 ? "is" : "are")"
  }
}
