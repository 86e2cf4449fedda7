import LRSchedule

/// The values that the axis of a panel has to show.
struct PanelValues: Sendable {
  /// The bounds of each curve that has values here.
  let bounds: [ClosedRange<Double>]

  let isLogarithmic: Bool

  /// Whether there are differences and all are 0, so that no other number has a meaning.
  let isZero: Bool

  /// The smallest value, if it is one that the axis has no place for.
  let lowestWithoutPlace: Double?

  /// What is said in the panel where there is nothing to see; nil where there is.
  let emptiness: String?

  /// The values of a panel that is at most so many points wide.
  init(_ panel: Picture.Panel, in picture: Picture, width: Int, pixelsPerPoint: Double) {
    let isLogarithmic = picture.scales.isValueLogarithmic && !panel.showsDifferences
    let axis = StepAxis(
      steps: picture.steps, left: 0, width: width, pixelsPerPoint: pixelsPerPoint,
      isLogarithmic: picture.scales.isStepLogarithmic)
    self.isLogarithmic = isLogarithmic
    let all = panel.curves.compactMap { curve in
      curve.series is DifferenceSeries
        ? boundsByColumn(
          of: curve.series, width: width, isLogarithmic: picture.scales.isStepLogarithmic,
          steps: picture.steps)
        : curve.series.bounds(in: axis.steps)
    }
    if !isLogarithmic {
      bounds = all
      lowestWithoutPlace = nil
    } else {
      let lowest = all.map(\.lowerBound).min() ?? 1
      lowestWithoutPlace = lowest > 0 ? nil : lowest
      bounds = panel.curves.compactMap { positiveBounds(of: $0.series, on: axis) }
    }
    isZero = panel.showsDifferences && !bounds.isEmpty && bounds.allSatisfy { $0 == 0...0 }
    if all.isEmpty {
      emptiness = "no values on these steps"
    } else if bounds.isEmpty {
      emptiness = "no values above 0 on these steps"
    } else if isZero {
      emptiness = panel.zeroNote
    } else {
      emptiness = nil
    }
  }
}

/// What logarithmic axes have no place for; empty if there is nothing.
///
/// - Parameters:
///   - value: The smallest value, of those that are 0 or below.
///   - step: The first step, of those that are 0 or below.
///   - stepZero: How step 0 is called.
/// - Returns: The note.
func noteOnLogarithmicAxes(
  withoutValue value: Double? = nil, withoutStep step: Int? = nil, stepZero: String = "0"
) -> String {
  var parts: [String] = []
  if let value { parts.append(value < 0 ? "0 and below" : "0") }
  if let step { parts.append(step < 0 ? "\(stepZero) and below" : stepZero) }
  if parts.isEmpty { return "" }
  let isOne = parts.count == 1 && !parts[0].contains(" and ")
  return "(\(parts.joined(separator: " and ")) \(isOne ? "is" : "are") not on a log axis)"
}

extension Picture.Panel {
  /// Whether the curves are differences, for which an axis is linear.
  var showsDifferences: Bool {
    !curves.isEmpty && curves.allSatisfy { $0.series is DifferenceSeries }
  }
}

/// The bounds that columns of some pixels have: nearer to the extremes than those of all steps at
/// once where a series finds its bounds by a search.
private func boundsByColumn(
  of series: any Series, width: Int, isLogarithmic: Bool, steps: Range<Int>
) -> ClosedRange<Double>? {
  let axis = StepAxis(
    steps: steps, left: 0, width: width / 8, isLogarithmic: isLogarithmic)
  guard axis.isDense else { return series.bounds(in: axis.steps) }
  let all = (0..<axis.columns).lazy.map(axis.steps).filter { !$0.isEmpty }
    .compactMap(series.bounds)
  guard let low = all.map(\.lowerBound).min(), let high = all.map(\.upperBound).max() else {
    return nil
  }
  return low...high
}

/// The bounds of the values above 0, nil where there are none.
///
/// Where a curve comes down to 0 within one column of pixels, the values in between are not part of
/// it: one column would else take most of the axis. Such a curve leaves its panel at the bottom.
private func positiveBounds(of series: any Series, on axis: StepAxis) -> ClosedRange<Double>? {
  guard let bounds = series.bounds(in: axis.steps), bounds.upperBound > 0 else { return nil }
  if bounds.lowerBound > 0 { return bounds }
  var low = Double.infinity
  func look(at steps: Range<Int>) {
    guard !steps.isEmpty, let found = series.bounds(in: steps) else { return }
    if found.lowerBound > 0 {
      low = min(low, found.lowerBound)
    } else if steps.count > 1 {
      look(at: steps.lowerBound..<(steps.lowerBound + 1))
      look(at: (steps.upperBound - 1)..<steps.upperBound)
    }
  }
  if axis.isDense {
    for column in 0..<axis.columns { look(at: axis.steps(in: column)) }
  } else {
    for step in axis.steps { look(at: step..<(step + 1)) }
  }
  return min(low, bounds.upperBound)...bounds.upperBound
}
