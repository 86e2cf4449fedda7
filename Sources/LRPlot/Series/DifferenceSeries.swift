import LRSchedule

/// What one series has more than another, step by step: `minuend - subtrahend`, rounded once.
///
/// It has a value where both have one. Its bounds are values that it has, never an enclosure, and
/// cost the same on 10^4 steps as on 10^12:
///
/// - exact where one of the two is constant, and on few steps: up to 64 of two columns, up to 4,096
///   of other series;
/// - of two columns on more steps, short of the exact ones by less than a thousandth of what they
///   span: less than a pixel in a panel of 1,000. `DifferenceSearch` says why;
/// - that, too, of stairs and of cosines that swing up to about ten times within the steps, as a
///   column of pixels shows them. Of more, the bounds are those of some hundred values.
public struct DifferenceSeries: Series {
  /// The text that names the series in a legend: `B - A`.
  public let name: String

  private let minuend: any Series
  private let subtrahend: any Series

  /// Where a formula of either series begins.
  private let breakpoints: [Int]

  /// The steps on which all breakpoints are known: none of series that have no formulas.
  private let formulaSteps: Range<Int>

  /// The difference of two series.
  ///
  /// - Parameters:
  ///   - minuend: The series that the other is taken from.
  ///   - subtrahend: The series that is taken away.
  ///   - name: The name in a legend; without one, it is made of the two names.
  public init(_ minuend: any Series, minus subtrahend: any Series, name: String? = nil) {
    self.minuend = minuend
    self.subtrahend = subtrahend
    self.name = name ?? "\(minuend.name) - \(subtrahend.name)"
    guard let one = minuend as? Column, let other = subtrahend as? Column else {
      (breakpoints, formulaSteps) = ([], 0..<0)
      return
    }
    let limit = 64
    let pieces = [one, other].map { $0.pieces(in: $0.steps, atMost: limit) }
    breakpoints = Set(pieces.joined().map(\.steps.lowerBound)).sorted()
    let start = max(one.steps.lowerBound, other.steps.lowerBound)
    let end = pieces.map { $0.last?.steps.upperBound ?? start }.min() ?? start
    formulaSteps = start..<max(start, end)
  }

  /// The difference at a step.
  ///
  /// - Parameter step: Any step.
  /// - Returns: The difference, or nil where one of the two has no value.
  public func value(at step: Int) -> Double? {
    guard let most = minuend.value(at: step), let least = subtrahend.value(at: step) else {
      return nil
    }
    return most - least
  }

  /// The smallest and the largest difference on the steps of a range.
  ///
  /// - Parameter steps: A range of steps that is not empty.
  /// - Returns: Two values of the series, or nil where no step has two values.
  public func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    if steps.count == 1 { return value(at: steps.lowerBound).map { $0...$0 } }
    guard formulaSteps.contains(steps.lowerBound), steps.upperBound <= formulaSteps.upperBound
    else {
      var search = DifferenceSearch(minuend, minus: subtrahend, noise: nil)
      search.run(over: [steps])
      return search.found
    }
    let cuts = breakpoints.filter { steps.lowerBound < $0 && $0 < steps.upperBound }
    let start = breakpoints.last { $0 <= steps.lowerBound } ?? steps.lowerBound
    var search = DifferenceSearch(
      minuend, minus: subtrahend, noise: noise(on: start..<steps.upperBound))
    search.run(over: zip([steps.lowerBound] + cuts, cuts + [steps.upperBound]).map { $0..<$1 })
    return search.found
  }

  /// What rounding may add to a difference: some units in the last place of the largest value since
  /// the piece began, for a formula that comes down to 0 still rounds as it did when it was high.
  private func noise(on steps: Range<Int>) -> Double {
    let bounds = [minuend, subtrahend].compactMap { $0.bounds(in: steps) }
    let largest = bounds.flatMap { [$0.lowerBound.magnitude, $0.upperBound.magnitude] }.max() ?? 0
    return 8 * largest.ulp
  }
}
