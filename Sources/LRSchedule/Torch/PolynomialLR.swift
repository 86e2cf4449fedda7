/// PyTorch's `PolynomialLR`: the rate falls to 0 along a power of what is left of some steps.
public struct PolynomialLR: TorchScheduler {
  /// `total_iters`: the step at which the rate is 0.
  public var totalIters = 5
  /// `power`: of the share of the steps that is left.
  public var power = 1.0

  /// Makes the schedule with every default.
  public init() {}
}

extension PolynomialLR {
  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    PolynomialLR.self, framework: .torch, name: "PolynomialLR", commandName: "polynomial-lr",
    summary: "falls to 0 along a power of what is left",
    source: "torch/optim/lr_scheduler.py, class PolynomialLR",
    formula: """
      row 0:             lr = base_lr
      t <= total_iters:  lr = lr * ((1 - t / total_iters) / (1 - (t - 1) / total_iters)) ^ power,  of the last row's lr
      t > total_iters:   lr stays
      """,
    quirks: [.roundingAccumulates])

  static let parameters: [Parameter<PolynomialLR>] = [
    Parameter("total_iters", \.totalIters, "step at which the rate is 0", role: .decaySteps),
    Parameter("power", \.power, "power of the share of the steps that is left; 1 is a line"),
  ]

  func samples(from base: Double, isEntered: Bool) -> any Samples {
    let recurrence = PolynomialRecurrence(
      base: base, form: RemainingPower(total: Double(totalIters), power: power),
      lastStep: totalIters)
    guard isEntered else { return RecurrentSamples(recurrence, from: base) }
    // (1 - min(0, total) / total) ^ power of the base; a total of 0 divides by zero: the schedule ends.
    let entry: Double
    switch totalIters {
    case 0: entry = .nan
    case ..<0: entry = base * LRSchedule.power(0, power)
    default: entry = base
    }
    return RecurrentSamples(recurrence, from: entry)
  }
}

/// `lr = lr * ((1 - t / total) / (1 - (t - 1) / total)) ^ power`, up to the total.
private struct PolynomialRecurrence: FactorRecurrence {
  let base: Double
  let form: RemainingPower
  let lastStep: Int

  var factor: PolynomialFactor { PolynomialFactor(total: Double(lastStep), power: form.power) }

  /// A power below 0 overflows, at the last step if not before it.
  func end(from value: Double) -> Int {
    guard lastStep > 0, form.power < 0 else { return Schedule.stepLimit }
    let largest = value.magnitude * LRSchedule.power(Double(lastStep), -form.power)
    if largest < 1e300, LRSchedule.power(0.5, form.power).isFinite { return lastStep }
    // value * left ^ power is 1e308.
    let left = LRSchedule.power(1e308 / max(value.magnitude, 1e-300), 1 / form.power)
    return firstOverflow(from: value, before: lastStep, about: Double(lastStep) * (1 - left))
  }

  var sketch: [Part] {
    lastStep > 0
      ? [
        Part(0, "decay", Sketch(form: Scaled(base, form), source: self)),
        Part(
          lastStep, "end",
          Sketch(form: Constant(form.power == 0 ? base : 0), source: self)),
      ] : [Part(0, "constant", Sketch(form: Constant(base), source: self))]
  }
}

/// `((1 - t / total) / (1 - (t - 1) / total)) ^ power`.
private struct PolynomialFactor: Formula {
  let total, power: Double

  var text: String {
    "(((1 - t / \(total.text)) / (1 - (t - 1) / \(total.text))) ^ \(power.text))"
  }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    ((1 - t / total) / (1 - (t - 1) / total)).power(L(repeating: power))
  }
}

/// `(1 - t / total) ^ power`.
private struct RemainingPower: Formula {
  let total, power: Double

  var text: String { "((1 - t / \(total.text)) ^ \(power.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    (1 - t / total).power(L(repeating: power))
  }
}
