/// PyTorch's `StepLR`: the rate falls by a factor every so many steps.
public struct StepLR: TorchScheduler {
  /// `step_size`: steps from one fall to the next.
  public var stepSize: Int
  /// `gamma`: the factor of a fall.
  public var gamma = 0.1

  /// Makes the schedule with every default but the one that the framework requires.
  public init(stepSize: Int) { self.stepSize = stepSize }
}

extension StepLR {
  /// An example's steps.
  init() { self.init(stepSize: 1000) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    StepLR.self, framework: .torch, name: "StepLR", commandName: "step-lr",
    summary: "falls by a factor every so many steps",
    source: "torch/optim/lr_scheduler.py, class StepLR",
    formula: """
      row 0:                  lr = base_lr
      t mod step_size == 0:   lr = lr * gamma,  of the last row's lr
      else:                   lr stays
      """,
    quirks: [
      .roundingAccumulates,
      "Many examples count step_size in epochs; here, as in DeepSpeed, it is in steps.",
    ])

  static let parameters: [Parameter<StepLR>] = [
    Parameter(
      "step_size", \.stepSize, "steps from one fall to the next", .required(example: .int(1000)),
      rules: [.positive()]),
    Parameter("gamma", \.gamma, "factor of a fall"),
  ]

  func samples(from base: Double, isEntered: Bool) -> any Samples {
    StepSamples(
      levels: RecurrentSamples(GeometricRecurrence(gamma: gamma, start: base), from: base),
      size: stepSize)
  }
}

/// The values of a geometric recurrence, each held for the same number of steps.
private struct StepSamples: Samples {
  /// The value after so many falls.
  let levels: RecurrentSamples
  let size: Int

  var end: Int {
    let (end, overflow) = levels.end.multipliedReportingOverflow(by: size)
    return overflow ? Schedule.stepLimit : min(end, Schedule.stepLimit)
  }

  func value(at step: Int) -> Double { levels.value(at: step / size) }

  func fill(_ steps: Range<Int>, into out: UnsafeMutableBufferPointer<Double>) {
    // With a fall at every step there is nothing to hold.
    if size == 1 { return levels.fill(steps, into: out) }
    guard let first = steps.first, let last = steps.last else { return }
    let falls = first / size..<last / size + 1
    // Bounds: room for a value a fall; no value is held beyond the steps, and so beyond `out`.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: falls.count) { values in
      levels.fill(falls, into: values)
      var step = first
      for (fall, value) in zip(falls, values) {
        let end = min(steps.upperBound, (fall + 1) * size)
        out[step - first..<end - first].update(repeating: value)
        step = end
      }
    }
  }

  func walk(to step: Int) -> Int { levels.walk(to: step / size) }

  func piece(holding step: Int) -> Piece? {
    let falls = step / size
    let (next, overflow) = ((falls + 1) * size, falls >= Schedule.stepLimit / size)
    return Piece(
      steps: falls * size..<(overflow ? end : min(end, next)),
      title: falls == 0 ? "base" : "fall \(falls)",
      formula: CompiledFormula(Constant(levels.value(at: falls))))
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    levels.bounds(in: steps.lowerBound / size..<(steps.upperBound - 1) / size + 1)
  }
}
