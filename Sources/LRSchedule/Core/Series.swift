/// What a picture draws: a name and, for any range of steps, its exact bounds.
///
/// A column of a schedule is a series; so is a curve that was read from a log.
public protocol Series: Sendable {
  /// The text that names the series in a legend, `onecycle.lr` say.
  var name: String { get }

  /// The smallest and the largest value on the steps of a range, as exactly as a picture needs.
  ///
  /// - Parameter steps: A range of steps that is not empty.
  /// - Returns: The bounds, or nil where the series has no value on any of these steps.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double>?

  /// The value at a step.
  ///
  /// - Parameter step: Any step.
  /// - Returns: The value, or nil where the series has none.
  func value(at step: Int) -> Double?
}

extension Series {
  /// The bounds on the step alone.
  public func value(at step: Int) -> Double? { bounds(in: step..<step + 1)?.lowerBound }
}
