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
  func samples(from base: Double, isEntered: Bool) -> any Samples
}

extension TorchScheduler {
  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let isEntered = context.isEntered
    return Channels(lr: context.baseLRs().map { samples(from: $0, isEntered: isEntered) })
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
    // Bounds: count is from 0 to out.count.
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

  func settled(_ state: RecurrentState, at step: Int) -> Double? {
    state.step >= lastStep ? state.value : nil
  }

  func settling(from value: Double) -> Int { max(0, lastStep) }
}

/// `gamma ^ t`.
struct GammaPower: Formula {
  let gamma: Double

  var text: String { "\(gamma.text) ^ t" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    L(repeating: gamma).power(t)
  }

  /// A negative factor turns the sign over at every step.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    bounds(at: Set(Array(steps.prefix(2)) + Array(steps.suffix(2))))
  }
}

/// A scheduler that moves momentum against the rate.
protocol MomentumCyclingScheduler: DefinedScheduler {
  /// `cycle_momentum`.
  var cycleMomentum: Bool { get set }
  /// `base_momentum`.
  var baseMomentum: PerGroup { get set }
  /// `max_momentum`.
  var maxMomentum: PerGroup { get set }
}

extension MomentumCyclingScheduler {
  /// The bounds of each group's momentum; none where it does not move.
  func momentumBounds(
    in context: SchedulerContext
  ) throws(ScheduleError) -> [(base: Double, max: Double)] {
    guard cycleMomentum else { return [] }
    guard context.hasMomentum else {
      throw .raises(
        "because \(context.optimizerType) has neither momentum nor betas to cycle (false leaves them"
          + " alone)",
        parameter: "cycle_momentum", release: context.release, until: nil)
    }
    let groups = context.groupCount
    let base = try baseMomentum.values(groups: groups, of: "base_momentum")
    let max = try maxMomentum.values(groups: groups, of: "max_momentum")
    return zip(base, max).map { ($0, $1) }
  }
}

extension Quirk {
  static let roundingAccumulates: Quirk = """
    step() computes each rate from the last one, so that rounding accumulates: these are its numbers, not \
    those of the closed form.
    """
}

extension ScheduleError {
  /// Python's ZeroDivisionError.
  static func divisionByZero(_ parameter: String, release: Release) -> ScheduleError {
    .raises(
      "because \(parameter) makes it divide by zero", parameter: parameter, release: release,
      until: nil)
  }
}
