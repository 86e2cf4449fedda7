import LRSchedule

/// The lines that show a series exactly, in pixels; a gap in the values is a gap between two lines.
///
/// Where there are more steps than columns of pixels, each column shows its first value, its
/// extremes and its last value (U. Jugel et al., "M4", PVLDB 2014): no step is left out, however
/// many there are. Else the values themselves are joined by straight lines.
struct CurvePath {
  /// From pixel to pixel of one column: the extremes that lie beyond its first and last value.
  struct Span: Hashable {
    let x: Double

    /// The upper end, the smaller number.
    let top: Double
    let bottom: Double

    var line: [Point] { [Point(x: x, y: top), Point(x: x, y: bottom)] }

    func touches(_ other: Span?) -> Bool {
      guard let other else { return false }
      return top <= other.bottom && other.top <= bottom
    }
  }

  /// The lines, which may be dashed; a line of a single point is a dot.
  private(set) var lines: [[Point]] = []

  /// To be drawn without gaps, so that no dash hides an extreme.
  private(set) var spans: [Span] = []

  /// A column this high beside a span is one too, in pixels.
  private static let bandHeight = 8.0

  /// What rounding adds to a difference, in pixels, is no extreme of its own.
  private static let invisible = 1e-6

  private var line: [Point] = []
  private var spanBefore: Span?

  private let series: any Series
  private let axis: StepAxis
  private let scale: any Scale

  /// Asks the series three times a column, and where it jumps in one some more times, to find where; or
  /// once a step where there are fewer steps.
  init(_ series: any Series, axis: StepAxis, scale: any Scale) {
    self.series = series
    self.axis = axis
    self.scale = scale
    if axis.isDense {
      for column in 0..<axis.columns { addColumn(axis.steps(in: column)) }
    } else {
      for step in axis.steps { add(position(at: step), at: step) }
    }
    breakLine()
  }

  private mutating func addColumn(_ steps: Range<Int>) {
    // Only on a logarithmic axis, whose first steps are columns apart.
    if steps.isEmpty {
      spanBefore = nil
      return
    }
    let (firstStep, lastStep) = (steps.lowerBound, steps.upperBound - 1)
    let first = position(at: firstStep)
    let last = position(at: lastStep)
    let span = span(of: steps, beyond: [first, last].compactMap { $0 })
    if let span {
      spans.append(span)
      // Spans side by side that touch need no line between them.
      if span.touches(spanBefore) { line = [] } else { add(first, at: firstStep) }
      breakLine()
    } else {
      add(first, at: firstStep)
      if let first, let last, let jump = jump(in: steps, from: first, to: last) {
        if jump.step > firstStep { add(jump.from, at: jump.step) }
        if jump.step + 1 < lastStep { add(jump.to, at: jump.step + 1) }
      }
    }
    if lastStep > firstStep { add(last, at: lastStep) }
    spanBefore = span
  }

  /// Where a column goes from one end to the other in one step: the riser of a stair, which a line from
  /// the first value to the last one would show leaning; nil where no step has most of the way.
  private func jump(
    in steps: Range<Int>, from first: Double, to last: Double
  ) -> (step: Int, from: Double, to: Double)? {
    let most = 0.9 * (last - first).magnitude
    // What leans by less is not seen.
    guard steps.count > 2, most >= 1 else { return nil }
    var (low, high) = (steps.lowerBound, steps.upperBound - 1)
    var (from, to) = (first, last)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      guard let y = position(at: middle) else { return nil }
      if (y - from).magnitude >= most {
        (high, to) = (middle, y)
      } else if (to - y).magnitude >= most {
        (low, from) = (middle, y)
      } else {
        return nil
      }
    }
    return (low, from, to)
  }

  /// The extremes of a column, unless they are among these ends and belong to no band of spans.
  private func span(of steps: Range<Int>, beyond ends: [Double]) -> Span? {
    guard steps.count > 1, let bounds = series.bounds(in: steps),
      let high = scale.position(of: bounds.upperBound),
      let low = scale.position(of: bounds.lowerBound) ?? lowestPosition(in: steps)
    else { return nil }
    let middle =
      (axis.position(of: steps.lowerBound) + axis.position(of: steps.upperBound - 1)) / 2
    let span = Span(x: middle, top: min(low, high), bottom: max(low, high))
    // In a band, dashes from end to end would only make a pattern of their own.
    let isBand = span.bottom - span.top >= Self.bandHeight && span.touches(spanBefore)
    func isAmongEnds(_ y: Double) -> Bool {
      ends.contains { ($0 - y).magnitude <= Self.invisible }
    }
    return isAmongEnds(low) && isAmongEnds(high) && !isBand ? nil : span
  }

  /// On a logarithmic scale, where the smallest value above 0 is.
  private func lowestPosition(in steps: Range<Int>) -> Double? {
    guard scale.isLogarithmic else { return nil }
    return smallestPositive(of: series, in: steps).flatMap(scale.position)
  }

  /// Goes on to a value, or ends the line where there is none.
  private mutating func add(_ y: Double?, at step: Int) {
    if let y { line.append(Point(x: axis.position(of: step), y: y)) } else { breakLine() }
  }

  private func position(at step: Int) -> Double? {
    series.bounds(in: step..<(step + 1)).flatMap { scale.position(of: $0.lowerBound) }
  }

  private mutating func breakLine() {
    if !line.isEmpty { lines.append(line) }
    line = []
  }
}
