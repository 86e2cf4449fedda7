/// What is scheduled.
public enum Channel: String, Sendable, Hashable, CaseIterable {
  /// The learning rate.
  case lr
  /// The momentum: `betas[0]` of Adam's kind of optimizer.
  case momentum
}

/// One channel of one parameter group: a value for every step.
public struct Column: Series {
  /// What it is.
  public let channel: Channel
  /// The parameter group, counted from 0.
  public let group: Int
  /// `lr`, or with several groups `lr_0`, `lr_1`, ..
  public let name: String

  /// The steps that have a value: those of the schedule.
  public let steps: Range<Int>

  private let samples: any Samples

  init(
    _ channel: Channel, group: Int, of groups: Int, samples: any Samples, steps: Range<Int>
  ) {
    self.channel = channel
    self.group = group
    self.name = groups == 1 ? channel.rawValue : "\(channel.rawValue)_\(group)"
    self.samples = samples
    self.steps = steps
  }

  /// The value at a step.
  ///
  /// - Parameter step: The number of completed `scheduler.step()` calls.
  /// - Returns: The value that the optimizer then holds, nil outside `steps`.
  public func value(at step: Int) -> Double? {
    steps.contains(step) ? samples.value(at: step) : nil
  }

  /// Writes consecutive values into a buffer.
  ///
  /// - Parameters:
  ///   - step: The step of the first value; one outside `steps` writes nothing.
  ///   - buffer: Where to write, one double a step.
  /// - Returns: How many values were written: less than the buffer holds at the column's end only.
  @discardableResult
  public func fill(from step: Int, into buffer: UnsafeMutableBufferPointer<Double>) -> Int {
    guard steps.contains(step) else { return 0 }
    // Bounds: no more values are written than the buffer counts, lent for the call.
    let count = min(buffer.count, steps.upperBound - step)
    samples.fill(step..<step + count, into: .init(rebasing: buffer[..<count]))
    return count
  }

  /// The most values that are computed one after the other for the one at a step.
  ///
  /// What was asked for before, and is known since, does not count: the answer is the same every time.
  ///
  /// - Parameter step: The number of completed `scheduler.step()` calls.
  /// - Returns: The steps since the last one whose value needs no others; 0 of a closed form and outside `steps`.
  public func walk(to step: Int) -> Int { steps.contains(step) ? samples.walk(to: step) : 0 }

  /// The value at a step, or, where it follows from too many others, that of the closed form.
  ///
  /// The closed form differs by the rounding errors that the recurrence gathers on its way.
  ///
  /// - Parameters:
  ///   - step: The number of completed `scheduler.step()` calls.
  ///   - limit: How many values, at most, are computed one after the other.
  /// - Returns: The value, and whether it is the schedule's own to the bit; nil outside `steps`.
  public func value(
    at step: Int, walkingAtMost limit: Int
  ) -> (value: Double, isExact: Bool)? {
    guard steps.contains(step) else { return nil }
    return samples.walk(to: step) <= limit
      ? (samples.value(at: step), true)
      : (samples.bounds(in: step..<step + 1).lowerBound, false)
  }

  /// The pieces of a closed form from a step on; none of a recurrence.
  ///
  /// - Parameters:
  ///   - steps: The steps that are looked at.
  ///   - limit: The most pieces that are returned.
  /// - Returns: The pieces that meet the steps, in order.
  public func pieces(in steps: Range<Int>, atMost limit: Int) -> [Piece] {
    var steps = steps.clamped(to: self.steps)
    var pieces: [Piece] = []
    while !steps.isEmpty, pieces.count < limit {
      guard let piece = samples.piece(holding: steps.lowerBound) else { break }
      pieces.append(piece)
      steps = min(piece.steps.upperBound, steps.upperBound)..<steps.upperBound
    }
    return pieces
  }

  /// The steps of a range on which another column is not known to have the same values.
  ///
  /// Where both are the same formula with the same constants their values are equal, and no step has to be
  /// looked at.
  ///
  /// - Parameters:
  ///   - other: The other column.
  ///   - steps: A range of steps that both have.
  ///   - limit: The most pieces that are looked at; the steps behind them are returned.
  /// - Returns: The ranges in order, none of them empty and no two of them adjacent.
  public func steps(
    notKnownToEqual other: Column, in steps: Range<Int>, lookingAt limit: Int = 10_000
  ) -> [Range<Int>] {
    var unknown: [Range<Int>] = []
    var step = steps.lowerBound
    for _ in 0..<limit where step < steps.upperBound {
      guard let mine = samples.piece(holding: step), let its = other.samples.piece(holding: step)
      else { break }
      let end = min(mine.steps.upperBound, its.steps.upperBound, steps.upperBound)
      if !mine.isSame(as: its) { unknown.append(joining: step..<end) }
      step = end
    }
    if step < steps.upperBound { unknown.append(joining: step..<steps.upperBound) }
    return unknown
  }

  /// A cursor whose next value is the one at a step; outside `steps` it has none.
  public func cursor(at step: Int) -> any Cursor {
    let end = steps.upperBound
    return samples.cursor(over: (steps.contains(step) ? step : end)..<end)
  }

  /// The smallest and the largest value on the steps of a range: exact, but where the steps are so many that a
  /// recurrence is not walked and laps are not all visited, and no picture shows the difference.
  ///
  /// - Parameter steps: Any range of steps.
  /// - Returns: The bounds, or nil where none of the steps has a value.
  public func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    let steps = steps.clamped(to: self.steps)
    return steps.isEmpty ? nil : samples.bounds(in: steps)
  }
}

extension [Range<Int>] {
  /// Adds a range behind the last one, or to it.
  fileprivate mutating func append(joining range: Range<Int>) {
    if let last, last.upperBound == range.lowerBound {
      self[endIndex - 1] = last.lowerBound..<range.upperBound
    } else {
      append(range)
    }
  }
}
