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
