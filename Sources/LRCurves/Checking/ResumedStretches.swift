import LRText

/// Points of a log in which the run went back: of each step the last one counts.
///
/// A run that resumes from a checkpoint logs some steps anew; what it had logged behind the
/// checkpoint belongs to a run that is no more.
struct ResumedStretches {
  /// The points that count, by their indices, in ascending steps.
  private(set) var kept: [Int] = []

  /// How many points do not count.
  private(set) var dropped = 0

  /// The steps to which the run went back, each once.
  private(set) var returns: [Int] = []

  init(_ steps: [Int]) {
    kept.reserveCapacity(steps.count)
    for (index, step) in steps.enumerated() {
      if let last = kept.last, steps[last] > step { returns.append(step) }
      while let last = kept.last, steps[last] >= step {
        kept.removeLast()
        dropped += 1
      }
      kept.append(index)
    }
  }

  /// What is said of them; nil where there is nothing to say.
  var note: String? {
    guard dropped > 0 else { return nil }
    let points = dropped == 1 ? "1 point is" : "\(dropped) points are"
    guard let first = returns.first else {
      return "\(points) logged twice at a step; the later one counts"
    }
    let others = returns.count > 1 ? " and \(returns.count - 1) more" : ""
    return "the log goes back to step \(first)\(others), as that of a resumed run: the later"
      + " stretch counts, \(points) left out"
  }
}
