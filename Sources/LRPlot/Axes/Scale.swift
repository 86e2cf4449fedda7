/// Where a value lies on an axis: a map from values to pixels.
protocol Scale: Sendable {
  /// Whether equal ratios are equal distances, so that there is no place for 0 and below.
  var isLogarithmic: Bool { get }

  /// The pixel position of a value, or nil where the scale has no place for it.
  func position(of value: Double) -> Double?
}

/// A scale on which equal differences are equal distances.
struct LinearScale: Scale {
  let isLogarithmic = false

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

/// A scale on which equal ratios are equal distances.
struct LogarithmicScale: Scale {
  let isLogarithmic = true

  /// The pixel position of the domain's lower end.
  let start: Double

  /// Logarithms of the domain's ends.
  private let lower: Double
  private let span: Double

  private let length: Double

  /// A scale from the pixel position of the domain's lower end to that of its upper end.
  ///
  /// The domain is finite, above 0 and not a single value.
  init(domain: ClosedRange<Double>, start: Double, end: Double) {
    self.start = start
    length = end - start
    lower = binaryLogarithm(domain.lowerBound)
    span = binaryLogarithm(domain.upperBound) - lower
  }

  /// `start + log(value / lower) / log(upper / lower) * (end - start)`; nil for 0 and below, for
  /// infinity and NaN.
  func position(of value: Double) -> Double? {
    guard value.isFinite, value > 0 else { return nil }
    return start + (binaryLogarithm(value) - lower) / span * length
  }
}
