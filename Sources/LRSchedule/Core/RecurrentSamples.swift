/// The values of a recurrence, by random access and in blocks.
///
/// Each block starts at the nearest value that is known: an anchor of the recurrence, or what a block
/// before it ended with.
struct RecurrentSamples: Samples {
  let end: Int
  private let sketch: PieceTable
  private let known: Checkpoints
  // Bounds: the recurrence's `advance`, which writes as many values as the buffer counts.
  private let advance: @Sendable (inout Double, Int, UnsafeMutableBufferPointer<Double>) -> Void
  private let settled: @Sendable (RecurrentState, Int) -> Double?
  /// Values are settled at this step, if not before it.
  private let settling: Int
  private let anchor: @Sendable (Int) -> RecurrentState?

  /// Starts a recurrence with the value at step 0.
  ///
  /// Where the type is still known, the compiler makes the loops of it.
  @inline(__always) init<R: Recurrence>(_ recurrence: R, from start: Double) {
    end = start.isFinite ? recurrence.end(from: start) : 0
    sketch = PieceTable(recurrence.sketch)
    known = Checkpoints(start)
    advance = { recurrence.advance(&$0, from: $1, into: $2) }
    settled = { recurrence.settled($0, at: $1) }
    settling = start.isFinite ? recurrence.settling(from: start) : 0
    anchor = { recurrence.anchor(at: $0) }
  }

  func value(at step: Int) -> Double { value(at: step, from: nearest(to: step)) }

  func fill(_ steps: Range<Int>, into out: UnsafeMutableBufferPointer<Double>) {
    guard let first = steps.first, let last = steps.last else { return }
    var value: Double
    let start = nearest(to: first)
    // Bounds: `Samples.fill` has room for steps.count values, which is at least 1 here.
    if start.step == first {
      value = start.value
      out[0] = value
      advance(&value, first + 1, .init(rebasing: out[1..<steps.count]))
    } else {
      value = self.value(at: first - 1, from: start)
      advance(&value, first, .init(rebasing: out[..<steps.count]))
    }
    known.add(RecurrentState(step: last, value: value))
  }

  /// The value at a step, walked to from another one; what is on a long way is kept.
  private func value(at step: Int, from start: RecurrentState) -> Double {
    var state = start
    guard state.step < step else { return state.value }
    return withScratch { scratch in
      var kept = state.step
      while state.step < step {
        if let value = settled(state, step) {
          // The first of them, for whoever asks for one that is even farther away.
          if state.step > start.step { known.add(state) }
          return value
        }
        // Bounds: no more steps are walked at once than the scratch has room for.
        let count = min(scratch.count, step - state.step)
        advance(&state.value, state.step + 1, .init(rebasing: scratch[..<count]))
        state.step += count
        if state.step - kept >= Self.stride || state.step == step {
          known.add(state)
          kept = state.step
        }
      }
      return state.value
    }
  }

  /// On a long way so many steps lie between what is kept, or a little more.
  private static let stride = 1 << 16

  func walk(to step: Int) -> Int {
    let step = min(step, settling)
    return step - (anchor(step)?.step ?? 0)
  }

  private func nearest(to step: Int) -> RecurrentState {
    let state = known.last(at: step)
    guard let anchor = anchor(step), anchor.step > state.step else { return state }
    return anchor
  }

  func piece(holding step: Int) -> Piece? {
    let piece = sketch.piece(holding: step)
    return Piece(
      steps: piece.steps.lowerBound..<min(end, piece.steps.upperBound), title: piece.title,
      formula: piece.formula)
  }

  /// Those of the values, or, where it is a long way to them, of the closed form, which is nearer to them than a
  /// millionth of a picture.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    // What was computed before must not decide what a picture shows.
    let start = anchor(steps.lowerBound)?.step ?? 0
    guard steps.upperBound - start <= Self.nearby else {
      return sketch.bounds(in: steps)
    }
    var bounds: ClosedRange<Double>?
    withScratch { scratch in
      var next = steps.lowerBound
      while next < steps.upperBound {
        // Bounds: a block has no more steps than the scratch has room for.
        let block = next..<min(steps.upperBound, next + scratch.count)
        fill(block, into: .init(rebasing: scratch[..<block.count]))
        for value in scratch[..<block.count] {
          bounds = bounds?.union(value...value) ?? value...value
        }
        next = block.upperBound
      }
    }
    return bounds ?? sketch.bounds(in: steps)
  }

  /// So many steps are gone for the bounds of a few of them.
  private static let nearby = 1 << 14
}
