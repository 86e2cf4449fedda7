/// PyTorch's `LinearLR`: the rate's share goes along a line, for some steps.
public struct LinearLR: TorchScheduler {
  /// `start_factor`: the share at the beginning, above 0 and at most 1.
  public var startFactor = 1.0 / 3
  /// `end_factor`: the share at the end, from 0 to 1.
  public var endFactor = 1.0
  /// `total_iters`: the steps from the one to the other.
  public var totalIters = 5

  /// Makes the schedule with every default.
  public init() {}
}

extension LinearLR {
  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    LinearLR.self, framework: .torch, name: "LinearLR", commandName: "linear-lr",
    summary: "goes along a line from one share of the rate to another",
    source: "torch/optim/lr_scheduler.py, class LinearLR",
    formula: """
      d = end_factor - start_factor
      row 0:             lr = base_lr * start_factor
      t <= total_iters:  lr = lr * (1 + d / (total_iters * start_factor + (t - 1) * d)),  of the last row's lr
      t > total_iters:   lr stays
      """,
    quirks: [.roundingAccumulates])

  static let parameters: [Parameter<LinearLR>] = [
    Parameter(
      "start_factor", \.startFactor, "share of the rate at the beginning",
      rules: [.within(0...1, open: true)]),
    Parameter("end_factor", \.endFactor, "share of the rate at the end", rules: [.within(0...1)]),
    Parameter(
      "total_iters", \.totalIters, "steps from the beginning to the end", role: .rampSteps),
  ]

  func samples(from base: Double, isEntered: Bool) -> any Samples {
    // A total of 0 divides by zero where it is entered: not a number, and the schedule ends.
    let total = Double(totalIters)
    let first =
      isEntered
      ? base * (startFactor + (endFactor - startFactor) * min(total, 0) / total)
      : base * startFactor
    return RecurrentSamples(
      LinearRecurrence(
        base: base, start: startFactor, end: endFactor, lastStep: totalIters, first: first),
      from: first)
  }
}

/// `lr = lr * (1 + (end - start) / (total * start + (t - 1) * (end - start)))`, up to the total.
private struct LinearRecurrence: FactorRecurrence {
  let base, start, end: Double
  let lastStep: Int
  /// The value at step 0.
  let first: Double

  var factor: LinearFactor {
    LinearFactor(first: Double(lastStep) * start, delta: end - start)
  }

  var sketch: [Part] {
    let ramp = Scaled(
      base, Interpolation(from: start, delta: end - start, along: Intervals(of: Double(lastStep))))
    return lastStep > 0
      ? [
        Part(0, "line", Sketch(form: ramp, source: self)),
        Part(lastStep, "constant", Sketch(form: Constant(base * end), source: self)),
      ] : [Part(0, "constant", Sketch(form: Constant(first), source: self))]
  }
}

/// `1 + delta / (first + (t - 1) * delta)`.
private struct LinearFactor: Formula {
  let first, delta: Double

  var text: String { "(1 + \(delta.text) / (\(first.text) + (t - 1) * \(delta.text)))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    1 + delta / (first + delta * (t - 1))
  }
}
