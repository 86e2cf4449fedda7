/// Reads a column's values from a step on, block by block.
///
/// It holds no more than its step, so any thread may take any block; a recurrence itself keeps the values
/// that its next blocks start from.
public protocol Cursor {
  /// The step of the next value.
  var step: Int { get }

  // Bounds: the caller lends the buffer for the call; no more values are written than it counts.
  /// Writes the next values into a buffer and moves past them.
  ///
  /// - Parameter buffer: Where to write, one double a step.
  /// - Returns: How many values were written: less than the buffer holds at the column's end only.
  mutating func next(into buffer: UnsafeMutableBufferPointer<Double>) -> Int
}

/// Where a column's values come from: a closed form or a recurrence.
protocol Samples: Sendable {
  /// The first step without a value.
  var end: Int { get }
  /// The value at a step below `end`.
  func value(at step: Int) -> Double
  // Bounds: the buffer, lent for the call, counts as many values as there are steps.
  /// Writes the values of some steps below `end` into a buffer that is as long.
  func fill(_ steps: Range<Int>, into out: UnsafeMutableBufferPointer<Double>)
  /// The most values that are computed one after the other for the one at a step below `end`, of a fresh source.
  func walk(to step: Int) -> Int
  /// The piece that holds a step below `end`; nil where there is no closed form.
  func piece(holding step: Int) -> Piece?
  /// The minimum and maximum on a range of steps below `end` that is not empty, as `Column.bounds` promises them.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double>
}

extension Samples {
  func walk(to step: Int) -> Int { 0 }

  /// A cursor over some steps below `end`, whose next value is the first of them.
  func cursor(over steps: Range<Int>) -> any Cursor {
    BlockCursor(samples: self, step: steps.lowerBound, end: steps.upperBound)
  }
}

/// The values of a timeline.
struct ClosedForm: Samples {
  private let timeline: any Timeline

  init(_ timeline: any Timeline) { self.timeline = timeline }

  /// The values of a handful of pieces.
  init(_ parts: [Part], before limit: Int = Schedule.stepLimit) {
    self.init(PieceTable(parts, before: limit))
  }

  /// A source without any value: its first one overflows.
  static var overflowing: ClosedForm { ClosedForm([Part(0, "overflow", Constant(.infinity))]) }

  var end: Int { timeline.end }

  func value(at step: Int) -> Double {
    timeline.piece(holding: step).formula.value(at: step)
  }

  func fill(_ steps: Range<Int>, into out: UnsafeMutableBufferPointer<Double>) {
    var step = steps.lowerBound
    while step < steps.upperBound {
      let piece = timeline.piece(holding: step)
      let end = min(steps.upperBound, piece.steps.upperBound)
      // Bounds: nothing goes beyond the steps, which are as many as the buffer counts.
      let written = step - steps.lowerBound
      piece.formula.fill(from: step, into: .init(rebasing: out[written..<written + end - step]))
      step = end
    }
  }

  func piece(holding step: Int) -> Piece? { timeline.piece(holding: step) }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> { timeline.bounds(in: steps) }
}

private struct BlockCursor: Cursor {
  let samples: any Samples
  private(set) var step: Int
  let end: Int

  mutating func next(into buffer: UnsafeMutableBufferPointer<Double>) -> Int {
    // Bounds: no more values are written than the buffer counts.
    let count = min(buffer.count, end - step)
    samples.fill(step..<step + count, into: .init(rebasing: buffer[..<count]))
    step += count
    return count
  }
}
