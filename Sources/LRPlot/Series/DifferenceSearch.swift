import LRSchedule

/// Finds the extremes of the difference of two series by a bounded number of evaluations.
///
/// Parts of the steps are halved, all of one size before the smaller ones, until each is settled:
///
/// - The smaller bound of the one series less the larger bound of the other, and the other way
///   round, enclose the difference. Where the enclosure goes beyond the values that are found by no
///   more than the tolerance, nothing is left to find. So it is where one series is constant, as on
///   a stair, and where one rises while the other falls.
/// - On one piece of either series the formulas are logarithms, lines, cosines and their like, of
///   which each bends one way, or on a cosine the other way once. Where their difference at four
///   more places is that of the parabola through its ends and its middle, up to the tolerance, the
///   extremes are those of the parabola. The places are at no simple fractions, so that stairs and
///   swings do not meet them all.
/// - Few steps are evaluated.
///
/// A part that begins with a stair is cut where the stair ends, any other in the middle.
///
/// The tolerance is a 2048th of what the values found span. When no more parts are allowed, those
/// that are not settled have had their ends and places looked at; of all these values, the stairs
/// that have the extremes are looked at from end to end.
struct DifferenceSearch {
  private let minuend: any Series
  private let subtrahend: any Series

  /// What rounding may add to a difference; nil where a part may be more than one piece.
  private let noise: Double?

  private var low = Double.infinity
  private var high = -Double.infinity

  /// Where they are, unless they are bounds of a part.
  private var lowStep: Int?
  private var highStep: Int?

  private static let mostParts = 96

  /// Where none of so many parts is settled, stairs or swings are too many to be told apart.
  private static let mostUnsettledParts = 12

  /// The steps of a part that are all evaluated, at most.
  private var fewSteps: Int { noise == nil ? 4096 : 64 }

  /// A search.
  ///
  /// - Parameters:
  ///   - minuend: The series that the other is taken from.
  ///   - subtrahend: The series that is taken away.
  ///   - noise: Where each range that will be searched is on one piece of either series, what
  ///     rounding may add to a difference; else nil.
  init(_ minuend: any Series, minus subtrahend: any Series, noise: Double?) {
    self.minuend = minuend
    self.subtrahend = subtrahend
    self.noise = noise
  }

  /// The smallest and the largest of the values that are found; nil where there is none.
  var found: ClosedRange<Double>? { low <= high ? low...high : nil }

  private var tolerance: Double { max(0, high - low) / 2048 }

  /// Searches ranges of steps, none of them empty.
  mutating func run(over ranges: [Range<Int>]) {
    var parts = ranges
    var (next, settled, givenUp) = (0, 0, false)
    while next < parts.count {
      let part = parts[next]
      next += 1
      guard let cut = cut(of: part) else {
        settled += 1
        continue
      }
      let isHopeless = settled == 0 && next >= Self.mostUnsettledParts
      if isHopeless || parts.count >= Self.mostParts {
        givenUp = true
      } else {
        parts += [part.lowerBound..<cut, cut..<part.upperBound]
      }
    }
    guard givenUp else { return }
    for step in [lowStep, highStep].compactMap({ $0 }) {
      guard let range = ranges.first(where: { $0.contains(step) }) else { continue }
      for series in [minuend, subtrahend] { lookAtStair(of: series, around: step, in: range) }
    }
  }

  /// Looks for extremes on a part.
  ///
  /// - Returns: Where the part has to be cut to find others; nil where it is settled.
  private mutating func cut(of part: Range<Int>) -> Int? {
    if part.count <= fewSteps {
      for step in part { find(at: step) }
      return nil
    }
    guard let most = minuend.bounds(in: part), let least = subtrahend.bounds(in: part) else {
      return nil
    }
    let enclosure = (most.lowerBound - least.upperBound, most.upperBound - least.lowerBound)
    if most.lowerBound == most.upperBound || least.lowerBound == least.upperBound {
      find(enclosure.0)
      find(enclosure.1)
      return nil
    }
    guard let first = find(at: part.lowerBound), let last = find(at: part.upperBound - 1) else {
      return part.lowerBound + part.count / 2
    }
    if low - tolerance <= enclosure.0, enclosure.1 <= high + tolerance { return nil }
    let middle = part.lowerBound + part.count / 2
    guard let noise else { return middle }
    if let edge = stairEdge(of: minuend, in: part) ?? stairEdge(of: subtrahend, in: part) {
      return edge
    }
    return isParabola(part, from: first, to: last, noise: noise) ? nil : middle
  }

  /// Places of a part at which it is looked at, as shares of it.
  private static let places = [0.1713, 0.3371, 0.6421, 0.8677]

  /// The step after the stair that a part begins with; nil where it begins with none, or a short one.
  private func stairEdge(of series: any Series, in part: Range<Int>) -> Int? {
    let place = part.lowerBound + Int(Double(part.count) * Self.places[0])
    guard let level = series.value(at: part.lowerBound), series.value(at: place) == level else {
      return nil
    }
    let edge = firstStep(in: place..<part.upperBound) { series.value(at: $0) != level }
    return edge < part.upperBound ? edge : nil
  }

  /// Looks at both ends of the stair that a step is on, and at the steps beyond them.
  private mutating func lookAtStair(of series: any Series, around step: Int, in range: Range<Int>) {
    let level = series.value(at: step)
    /// Steps in one direction that have this value, of `count` steps.
    func reach(_ count: Int, _ step: (Int) -> Int) -> Int {
      var size = 1
      while size < count, series.value(at: step(size)) == level { size *= 2 }
      return firstStep(in: (size / 2 + 1)..<max(size / 2 + 1, min(size, count - 1))) {
        series.value(at: step($0)) != level
      } - 1
    }
    let last = step + reach(range.upperBound - step) { step + $0 }
    let first = step - reach(step - range.lowerBound + 1) { step - $0 }
    for step in [first - 1, first, last, last + 1] where range.contains(step) { find(at: step) }
  }

  /// Whether the values of a part are those of a parabola, whose vertex then is looked at.
  private mutating func isParabola(
    _ part: Range<Int>, from first: Double, to last: Double, noise: Double
  ) -> Bool {
    let middle = part.lowerBound + part.count / 2
    guard let centre = find(at: middle) else { return false }
    // Distances are counted in halves of the part: from `start` past 0, the middle, to `end`.
    let half = Double(part.count) / 2
    let start = Double(part.lowerBound - middle) / half
    let end = Double(part.upperBound - 1 - middle) / half
    let slopes = ((first - centre) / start, (last - centre) / end)
    let bend = (slopes.1 - slopes.0) / (end - start)
    let slope = slopes.0 - bend * start

    for share in Self.places {
      let step = part.lowerBound + Int(Double(part.count) * share)
      guard let value = find(at: step) else { return false }
      let x = Double(step - middle) / half
      let expected = centre + (slope + bend * x) * x
      if (value - expected).magnitude > max(tolerance, noise) { return false }
    }
    let vertex = -slope / (2 * bend)
    if start < vertex, vertex < end {
      find(at: middle + Int((vertex * half).rounded()))
    }
    return true
  }

  /// The difference at a step, which is one of those that are found.
  @discardableResult
  private mutating func find(at step: Int) -> Double? {
    guard let most = minuend.value(at: step), let least = subtrahend.value(at: step) else {
      return nil
    }
    let difference = most - least
    if difference < low { lowStep = step }
    if difference > high { highStep = step }
    find(difference)
    return difference
  }

  private mutating func find(_ value: Double) {
    guard value.isFinite else { return }
    low = min(low, value)
    high = max(high, value)
  }
}
