/// Where a value lies on an axis: a map from values to pixels.
protocol Scale: Sendable {
  /// The pixel position of a value, or nil where the scale has no place for it.
  func position(of value: Double) -> Double?
}

/// A scale on which equal differences are equal distances.
struct LinearScale: Scale {
  /// The values, not a single one.
  let domain: ClosedRange<Double>

  /// The pixel position of the domain's lower end.
  let start: Double

  /// The pixel position of the domain's upper end; above `start` or below it.
  let end: Double

  /// `start + (value - lower) / (upper - lower) * (end - start)`; nil for infinity and NaN.
  func position(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    // Halved, the span of the widest domain is still a double.
    let half = (domain.upperBound - domain.lowerBound).isFinite ? 1 : 0.5
    let span = domain.upperBound * half - domain.lowerBound * half
    let share = (value * half - domain.lowerBound * half) / span
    return start + share * (end - start)
  }
}
