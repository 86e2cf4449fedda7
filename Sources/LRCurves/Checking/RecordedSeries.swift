import LRSchedule

/// What was read, or its distance from a plan, as a series for a picture: values at some steps.
public struct RecordedSeries: Series {
  /// The text that names the series in a legend.
  public let name: String

  private let steps: [Int]
  private let values: [Double]

  /// Makes a series.
  ///
  /// - Parameters:
  ///   - name: The name in a legend.
  ///   - steps: The steps, ascending; some may be there several times.
  ///   - values: As many values; those that are not finite are not shown.
  public init(name: String, steps: [Int], values: [Double]) {
    self.name = name
    self.steps = steps
    self.values = values
  }

  /// The smallest and the largest finite value on the steps of a range, exactly.
  ///
  /// - Parameter steps: A range of steps that is not empty.
  /// - Returns: The bounds, or nil where none of the steps has a finite value.
  public func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    var bounds: ClosedRange<Double>?
    for value in values[index(of: steps.lowerBound)..<index(of: steps.upperBound)]
    where value.isFinite {
      let known = bounds ?? value...value
      bounds = min(known.lowerBound, value)...max(known.upperBound, value)
    }
    return bounds
  }

  /// The index of the first step that is not below another.
  private func index(of step: Int) -> Int {
    firstStep(in: 0..<steps.count) { steps[$0] >= step }
  }
}

extension LogCheck {
  /// The steps of the plan that the log covers, at least one.
  public var plannedSteps: Range<Int> {
    let rows = pairs.flatMap { series(of: $0).0 }
    guard let first = rows.min(), let last = rows.max() else { return 0..<1 }
    return first..<last + 1
  }

  /// What was logged, at the steps of the plan.
  public func logged(_ pair: Pair) -> RecordedSeries {
    let (rows, values, _) = series(of: pair)
    return RecordedSeries(
      name: "\(log.name) \(pair.logged.points.name)", steps: rows, values: values)
  }

  /// What was logged less what was planned, at the steps of the plan.
  public func difference(_ pair: Pair) -> RecordedSeries {
    let (rows, _, differences) = series(of: pair)
    return RecordedSeries(name: "difference", steps: rows, values: differences)
  }

  private func series(of pair: Pair) -> (rows: [Int], values: [Double], differences: [Double]) {
    var result: (rows: [Int], values: [Double], differences: [Double]) = ([], [], [])
    // A row has several points where steps were skipped, and rows may go back where that is wrong.
    let rows = pair.logged.rows
    for index in rows.indices.sorted(by: { (rows[$0], $0) < (rows[$1], $1) }) {
      guard let (row, planned) = pair.planned(at: index, alignment) else { continue }
      let value = pair.logged.points.values[index]
      result.rows.append(row)
      result.values.append(value)
      result.differences.append(value - planned)
    }
    return result
  }
}
