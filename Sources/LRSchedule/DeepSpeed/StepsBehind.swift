/// The steps behind a size, the rows from `size + 1` on: `((t - 1) - size) + 1`.
///
/// DeepSpeed counts from its `last_batch_iteration`, `t - 1`. With a fractional size, `t - size` is rounded otherwise
/// where it has just passed a power of two.
struct StepsBehind: Sendable, Equatable {
  /// The size: a warm-up's or a cycle's length.
  let size: Double

  init(_ size: Double) { self.size = size }

  /// The count with its constant, in parentheses.
  var text: String { "(((t - 1) - \(size.text)) + 1)" }

  /// The count at step t.
  @inline(__always) func count<L: Lanes>(at t: L) -> L { ((t - 1) - size) + 1 }
}
