// What DeepSpeed's schedulers share: the releases that exist, and resuming.

extension Release {
  /// The releases of DeepSpeed from 0.10.0 to 0.19.8, oldest first.
  static let deepSpeed: [Release] = [
    // minor figure, last patch figure
    (10, 3), (11, 2), (12, 6), (13, 5), (14, 5), (15, 4), (16, 9), (17, 6), (18, 9), (19, 8),
  ].flatMap { minor, last in (0...last).map { Release(0, minor, $0) } }
}

/// A scheduler of `deepspeed/runtime/lr_schedules.py`.
protocol DeepSpeedScheduler: DefinedScheduler {
  /// The last step of the run that is resumed, -1 for a run from the beginning.
  var lastBatchIteration: Int { get set }
}

extension Parameter where S: DeepSpeedScheduler {
  /// `last_batch_iteration`, which all five have.
  static var lastBatchIteration: Parameter {
    Parameter(
      "last_batch_iteration", \.lastBatchIteration,
      "last step of the run that is resumed; -1 starts from the beginning",
      role: .lastBatchIteration, rules: [.atLeast(-1)])
  }
}

extension Change {
  static let sizesAreChecked = Change(
    Release(0, 19, 4), "step sizes are checked",
    before: "any step size is accepted, and 0 divides by zero later", refuses: true)
}
