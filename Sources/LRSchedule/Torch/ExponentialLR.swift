/// PyTorch's `ExponentialLR`: each step multiplies the rate by the same factor.
public struct ExponentialLR: TorchScheduler {
  /// `gamma`: the factor.
  public var gamma: Double

  /// Makes the schedule of a factor.
  public init(gamma: Double) { self.gamma = gamma }
}

extension ExponentialLR {
  /// An example's factor.
  init() { self.init(gamma: 0.999) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    ExponentialLR.self, framework: .torch, name: "ExponentialLR", commandName: "exponential-lr",
    summary: "falls by the same factor at every step",
    source: "torch/optim/lr_scheduler.py, class ExponentialLR",
    formula: """
      row 0:  lr = base_lr
      t > 0:  lr = lr * gamma,  of the last row's lr
      """,
    quirks: [
      .roundingAccumulates,
      "gamma is of one step: 0.9, well known from epochs, is nothing left after some hundred steps.",
    ])

  static let parameters: [Parameter<ExponentialLR>] = [
    Parameter(
      "gamma", \.gamma, "factor of one step", .required(example: .float(0.999)))
  ]

  func samples(from base: Double, isEntered: Bool) -> any Samples {
    RecurrentSamples(GeometricRecurrence(gamma: gamma, start: base), from: base)
  }
}

/// `lr = lr * gamma`.
struct GeometricRecurrence: Recurrence {
  let gamma: Double
  let start: Double

  func advance(_ value: inout Double, from step: Int, into out: UnsafeMutableBufferPointer<Double>)
  {
    // Bounds: only the buffer's own indices are used.
    for index in out.indices {
      value = value * gamma
      out[index] = value
    }
  }

  /// 0, what rounds to itself, or any value where the factor is 1 or -1.
  func settled(_ state: RecurrentState, at step: Int) -> Double? {
    let isSettled = (state.value * gamma).magnitude == state.value.magnitude
    let turnsOver = gamma.sign == .minus && !(step - state.step).isMultiple(of: 2)
    return isSettled ? (turnsOver ? -state.value : state.value) : nil
  }

  /// Where `value * gamma ^ t` is below half the smallest double.
  ///
  /// That is 2^-1075 = e^-745.13; e^-746 leaves room for the rounding of the logarithms. Subnormal values may stop
  /// before, where they round to themselves.
  func settling(from value: Double) -> Int {
    guard value != 0, gamma.magnitude != 1 else { return 0 }
    guard gamma.magnitude < 1 else { return Schedule.stepLimit }
    guard gamma != 0 else { return 1 }
    let steps = (746 + value.magnitude.logarithm()) / -gamma.magnitude.logarithm()
    return Int(min(max(1, steps.rounded(.up)), Double(Schedule.stepLimit)))
  }

  /// Where a factor above 1 overflows.
  func end(from value: Double) -> Int {
    guard gamma.magnitude > 1, value != 0 else { return Schedule.stepLimit }
    let about = (709.79 - value.magnitude.logarithm()) / gamma.magnitude.logarithm()
    return firstOverflow(from: value, before: Schedule.stepLimit, about: about)
  }

  var sketch: [Part] {
    [
      Part(
        0, "decay",
        Sketch(form: Scaled(start, GammaPower(gamma: gamma)), source: self))
    ]
  }
}
