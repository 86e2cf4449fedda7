import LRSchedule

/// A series given by a table: the bounds are searched for, value by value.
struct TableSeries: Series {
  let name: String
  let values: [Double?]

  init(_ values: [Double?], name: String = "table") {
    self.name = name
    self.values = values
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    let present = values[steps.clamped(to: values.indices)].compactMap { $0 }
    guard let lower = present.min(), let upper = present.max() else { return nil }
    return lower...upper
  }
}

/// One value at step 0, another one from step 1 on.
struct StepSeries: Series {
  let name = "step"
  let first: Double
  let rest: Double

  func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    if steps.lowerBound > 0 { return rest...rest }
    return steps.upperBound == 1 ? first...first : min(first, rest)...max(first, rest)
  }
}

/// A straight line from `start` at step 0 to `end` at step `last`.
struct LineSeries: Series {
  var name = "line"
  let start: Double
  let end: Double
  let last: Int

  func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    let ends = [steps.lowerBound, steps.upperBound - 1].map { step in
      let share = Double(step) / Double(max(1, last))
      return start * (1 - share) + end * share
    }
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }
}

/// The same bounds on any steps: a curve that moves through all of them within each column.
struct BandSeries: Series {
  let name = "band"
  let values: ClosedRange<Double>

  func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    let single = steps.lowerBound.isMultiple(of: 2) ? values.lowerBound : values.upperBound
    return steps.count > 1 ? values : single...single
  }
}
