/// The values that an axis shows for curves with these bounds: never empty, never a single value.
///
/// Zero is shown where the values come near it, so that heights compare as the values do; a curve
/// that hardly moves is shown at four fifths of the height above zero.
func valueDomain(showing bounds: [ClosedRange<Double>]) -> ClosedRange<Double> {
  let ends = bounds.flatMap { [$0.lowerBound, $0.upperBound] }.filter(\.isFinite)
  guard let lower = ends.min(), let upper = ends.max() else { return 0...1 }

  /// Narrower than this share of the values, labels would need more than nine digits.
  let narrow = 1e-9
  /// Zero belongs to the axis where the other end is this share of it or nearer.
  let near = 0.3
  /// Below this span the subnormal doubles are too few for an axis.
  let smallest = 2048 * Double.leastNonzeroMagnitude

  let magnitude = max(lower.magnitude, upper.magnitude)
  if upper - lower <= narrow * magnitude {
    if magnitude == 0 { return 0...1 }
    let reach = max(smallest, min(magnitude * 1.25, .greatestFiniteMagnitude))
    return upper > 0 ? 0...reach : -reach...0
  }
  if lower > 0, lower <= near * upper { return 0...max(upper, smallest) }
  if upper < 0, upper >= near * lower { return min(lower, -smallest)...0 }
  return lower...max(upper, lower + smallest)
}

/// The values that a logarithmic axis shows for curves with these bounds above 0: never a single one.
///
/// A constant lies in the middle of two decades.
func logarithmicDomain(showing bounds: [ClosedRange<Double>]) -> ClosedRange<Double> {
  let ends = bounds.flatMap { [$0.lowerBound, $0.upperBound] }.filter { $0.isFinite && $0 > 0 }
  guard let lower = ends.min(), let upper = ends.max() else { return 0.1...1 }
  let smallest = Double.leastNonzeroMagnitude
  /// Narrower than this share of the values, labels would need more than nine digits.
  let narrow = 1e-9
  if upper - lower <= narrow * upper {
    let middle = max(upper, smallest)
    return max(smallest, middle / 10)...min(.greatestFiniteMagnitude, middle * 10)
  }
  return withRoundEnds(max(lower, smallest)...max(upper, smallest * 10))
}

/// The range, up to the next 1, 2 or 5 times a power of ten where that is near.
private func withRoundEnds(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
  /// Near is this share of the axis.
  let share = 0.08
  let span = binaryLogarithm(range.upperBound) - binaryLogarithm(range.lowerBound)
  func rounds(_ value: Double) -> [Double] {
    let decade = decimalExponent(of: value)
    return [1, 2, 5, 10].map { DecimalNumber($0, exponent: decade).value }.filter(\.isFinite)
  }
  func isNear(_ value: Double, _ other: Double) -> Bool {
    value > 0 && (binaryLogarithm(value) - binaryLogarithm(other)).magnitude <= share * span
  }
  let low = rounds(range.lowerBound).last { $0 <= range.lowerBound } ?? range.lowerBound
  let high = rounds(range.upperBound).first { $0 >= range.upperBound } ?? range.upperBound
  return
    (isNear(low, range.lowerBound) ? low : range.lowerBound)...(isNear(high, range.upperBound)
    ? high : range.upperBound)
}
