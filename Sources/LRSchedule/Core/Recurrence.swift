/// A schedule whose next value the framework computes from the last one.
///
/// Rounding accumulates, so that the closed form has other bits: these values can only be had in order.
/// `advance(_:from:into:)` is the one text of it.
protocol Recurrence: Sendable, Equatable {
  // Bounds: the caller lends the buffer for the call; as many values are written as it counts.
  /// Goes on by as many steps as a buffer has room for.
  ///
  /// - Parameters:
  ///   - value: The value before the first of the steps; then that of the last one.
  ///   - step: The first of the steps, at least 1.
  ///   - out: Where the values are written.
  func advance(_ value: inout Double, from step: Int, into out: UnsafeMutableBufferPointer<Double>)

  /// The value at a later step where it is known at once: no step from here on changes more than a sign.
  func settled(_ state: State, at step: Int) -> Double?

  /// A step from which on values are settled; the limit of steps where they may never be.
  ///
  /// - Parameter value: The value at step 0.
  /// - Returns: The step, or a later one: an upper bound of it.
  func settling(from value: Double) -> Int

  /// A step at or before another one whose value needs no other values.
  func anchor(at step: Int) -> State?

  /// The first step at which the framework has no finite value.
  ///
  /// - Parameter value: The value at step 0.
  /// - Returns: The step.
  func end(from value: Double) -> Int

  /// The closed form, in parts: what a picture of very many steps shows.
  var sketch: [Part] { get }

  typealias State = RecurrentState
}

/// A value of a recurrence and its step.
struct RecurrentState: Sendable {
  var step: Int
  var value: Double
}

extension Recurrence {
  func settled(_ state: State, at step: Int) -> Double? { nil }

  func settling(from value: Double) -> Int { Schedule.stepLimit }

  func anchor(at step: Int) -> State? { nil }

  func end(from value: Double) -> Int { Schedule.stepLimit }

  /// The first step whose value is not finite, found by walking; the limit where there is none.
  ///
  /// - Parameters:
  ///   - value: The value at step 0.
  ///   - limit: Where the walk ends.
  ///   - estimate: About which step it is. Nobody waits for one that is far away: a little less of the estimate is
  ///     said to be there.
  /// - Returns: The step.
  func firstOverflow(from value: Double, before limit: Int, about estimate: Double) -> Int {
    let mostWalked = 1e8
    guard estimate < mostWalked else { return Int(min(estimate * 0.999999, Double(limit))) }
    var value = value
    var next = 1
    return withScratch { scratch in
      while next < limit {
        let count = min(scratch.count, limit - next)
        // Bounds: count is at most that of the scratch.
        let block = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
        advance(&value, from: next, into: block)
        if !value.isFinite { return next + (block.firstIndex { !$0.isFinite } ?? 0) }
        next += count
        if settled(RecurrentState(step: next - 1, value: value), at: limit) != nil { return limit }
      }
      return limit
    }
  }
}

/// Lends room for the values of a block that nobody asked for.
func withScratch<Result>(_ body: (UnsafeMutableBufferPointer<Double>) -> Result) -> Result {
  // Bounds: the room is there until `body` returns, and the buffer that is lent knows its count.
  withUnsafeTemporaryAllocation(of: Double.self, capacity: 4096) { scratch in
    scratch.initialize(repeating: 0)
    return body(scratch)
  }
}

/// The closed form of a recurrence: the same piece only where the recurrence is, and so all of its values.
struct Sketch<Form: Formula, Source: Recurrence>: Formula {
  let form: Form
  let source: Source

  var text: String { "near \(form.text.withoutOuterParentheses)" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    form.value(at: t, by: functions)
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> { form.bounds(in: steps) }

  /// The recurrence says where it ends.
  func firstGap(in steps: Range<Int>) -> Int? { nil }
}
