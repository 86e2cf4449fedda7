import LRSchedule

/// What a curve is in five numbers.
public struct CurveSummary: Sendable {
  /// The value at the first step.
  public let first: Double
  /// The largest value.
  public let peak: Double
  /// The first step that has it.
  public let peakStep: Int
  /// The value at the last step.
  public let last: Double
  /// The mean of the values.
  public let mean: Double
  /// The share of the steps whose value is above half of the peak, from 0 to 1.
  public let shareAboveHalf: Double
  /// Of how many steps, evenly spaced, mean and share are; all of them up to `mostSteps`.
  public let countedSteps: Int

  /// The most steps that are looked at one by one.
  public static let mostSteps = 1 << 23

  /// How many are looked at where there are more.
  public static let spacedSteps = 1 << 16

  /// Of spaced steps so many values are computed to get to one.
  private static let longestWalk = 1 << 12

  /// Looks at the steps of a column.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - steps: The steps; nil is returned where the column does not have all of them, or none are
  ///     given.
  public init?(_ column: Column, steps: Range<Int>) {
    guard !steps.isEmpty, let first = column.value(at: steps.lowerBound),
      let last = column.value(at: steps.upperBound - 1)
    else { return nil }
    self.first = first
    self.last = last
    countedSteps = steps.count <= Self.mostSteps ? steps.count : Self.spacedSteps
    guard let top = Self.peak(of: column, steps: steps, isWalked: countedSteps == steps.count)
    else { return nil }
    (peak, peakStep) = top
    let counted = Self.count(column, steps: steps, atMost: countedSteps, half: peak / 2)
    mean = counted.sum / Double(countedSteps) / Self.scale
    shareAboveHalf = Double(counted.above) / Double(countedSteps)
  }

  /// The largest value and the first step that has it.
  private static func peak(
    of column: Column, steps: Range<Int>, isWalked: Bool
  ) -> (value: Double, step: Int)? {
    guard isWalked else {
      guard let peak = column.bounds(in: steps)?.upperBound,
        let first = column.value(at: steps.lowerBound)
      else { return nil }
      // Bounds of very many steps are those of a closed form, next to the values.
      if first >= peak - peak.magnitude * 1e-9 { return (first, steps.lowerBound) }
      // The peak of the steps so far never falls.
      let step = firstStep(in: steps) { step in
        (column.bounds(in: steps.lowerBound..<step + 1)?.upperBound ?? peak) >= peak
      }
      return (column.value(at: step) ?? peak, step)
    }
    var top = (value: -Double.infinity, step: steps.lowerBound)
    forEachBlock(of: column, steps: steps) { first, values in
      for (index, value) in values.enumerated() where value > top.value {
        top = (value, first + index)
      }
    }
    return top
  }

  /// Values are summed as so small a part of themselves, a power of two, that no sum overflows; nothing
  /// is lost but what is far below the least rate.
  private static let scale = 0x1p-64

  /// The scaled sum of the values at steps that are evenly spaced, and how many are above a half.
  private static func count(
    _ column: Column, steps: Range<Int>, atMost limit: Int, half: Double
  ) -> (sum: Double, above: Int) {
    // Compensated (Kahan), so that millions of equal values have themselves for their mean.
    var sum = 0.0
    var lost = 0.0
    var above = 0
    func add(_ value: Double) {
      let term = value * scale - lost
      let next = sum + term
      lost = (next - sum) - term
      sum = next
      if value > half { above += 1 }
    }
    guard steps.count == limit else {
      for index in 0..<limit {
        let (high, low) = steps.count.multipliedFullWidth(by: index)
        let offset = limit.dividingFullWidth((high, low)).quotient
        if let (value, _) = column.value(
          at: steps.lowerBound + offset, walkingAtMost: longestWalk)
        {
          add(value)
        }
      }
      return (sum, above)
    }
    forEachBlock(of: column, steps: steps) { _, values in
      for value in values { add(value) }
    }
    return (sum, above)
  }

  /// Visits the values of a column in blocks, each with its first step.
  private static func forEachBlock(
    of column: Column, steps: Range<Int>, _ body: (Int, UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    // Bounds: the cursor and `body` get no more than room, and room is at most buffer.count.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: min(steps.count, 4096)) { buffer in
      buffer.initialize(repeating: 0)
      var cursor = column.cursor(at: steps.lowerBound)
      while cursor.step < steps.upperBound {
        let first = cursor.step
        let room = min(steps.upperBound - first, buffer.count)
        let count = cursor.next(into: .init(rebasing: buffer[..<room]))
        guard count > 0 else { return }
        body(first, .init(rebasing: buffer[..<count]))
      }
    }
  }
}
