// What the schedulers of PyTorch share.

/// A scheduler of `torch/optim/lr_scheduler.py`.
protocol TorchScheduler: DefinedScheduler {
  /// The values of one group that is scheduled from its own rate.
  ///
  /// - Parameters:
  ///   - base: The group's `initial_lr`.
  ///   - isEntered: Whether `SequentialLR` comes to the scheduler at a milestone: step 0 has the closed form then,
  ///     where it has one.
  /// - Returns: The values.
  /// - Throws: `ScheduleError` where the framework raises an exception before the first step.
  func samples(from base: Double, isEntered: Bool) throws(ScheduleError) -> any Samples
}

extension TorchScheduler {
  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    var lr: [any Samples] = []
    for base in context.baseLRs() {
      lr.append(try samples(from: base, isEntered: context.isEntered))
    }
    return Channels(lr: lr)
  }
}

/// `lr = lr * factor(t)`: what three of the recurrences are.
protocol FactorRecurrence: Recurrence {
  /// The factor that a step's value is of the last one.
  associatedtype Factor: Formula
  var factor: Factor { get }
  /// From the step behind this one on nothing changes.
  var lastStep: Int { get }
}

extension FactorRecurrence {
  func advance(_ value: inout Double, from step: Int, into out: UnsafeMutableBufferPointer<Double>)
  {
    let count = max(0, min(out.count, lastStep - step + 1))
    let changing = UnsafeMutableBufferPointer(rebasing: out[..<count])
    // The factors, then the values stand in one place.
    factor.fill(from: step, into: changing)
    for index in changing.indices {
      value = value * changing[index]
      changing[index] = value
    }
    UnsafeMutableBufferPointer(rebasing: out[count...]).update(repeating: value)
  }

  func isSettled(_ value: Double, at step: Int) -> Bool { step >= lastStep }
}

extension Quirk {
  static let roundingAccumulates: Quirk = """
    step() computes each rate from the last one, so that rounding accumulates: these are its numbers, not \
    those of the closed form.
    """
}

extension ScheduleError {
  /// Python's ZeroDivisionError.
  static func divisionByZero(_ parameter: String, release: Release = Framework.torch.newestRelease)
    -> ScheduleError
  {
    .raises(
      "because it divides by zero", parameter: parameter, release: release, until: nil)
  }
}
