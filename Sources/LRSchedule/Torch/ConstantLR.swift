/// PyTorch's `ConstantLR`: a share of the rate for some steps, then all of it.
public struct ConstantLR: TorchScheduler {
  /// `factor`: the share, from 0 to 1.
  public var factor = 1.0 / 3
  /// `total_iters`: the step from which the rate is whole.
  public var totalIters = 5

  /// Makes the schedule with every default.
  public init() {}
}

extension ConstantLR {
  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    ConstantLR.self, framework: .torch, name: "ConstantLR", commandName: "constant-lr",
    summary: "stays at a share of the rate for some steps, then at all of it",
    source: "torch/optim/lr_scheduler.py, class ConstantLR",
    formula: """
      row 0:             lr = base_lr * factor
      t == total_iters:  lr = lr * (1 / factor),  of the last row's lr
      else:              lr stays
      """,
    quirks: [
      "With total_iters 0 the rate never becomes whole.",
      "With a factor of 0 the step to the whole rate divides by zero.",
    ])

  static let parameters: [Parameter<ConstantLR>] = [
    Parameter("factor", \.factor, "share of the rate", rules: [.within(0...1)]),
    Parameter("total_iters", \.totalIters, "step from which the rate is whole"),
  ]

  func samples(from base: Double, isEntered: Bool) -> any Samples {
    // base * (factor + [0 >= total_iters] * (1 - factor))
    let isWhole: Double = totalIters <= 0 ? 1 : 0
    let first = isEntered ? base * (factor + isWhole * (1 - factor)) : base * factor
    var parts = [Part(0, "constant", Constant(first))]
    if totalIters > 0 {
      // Where the factor is 0, Python raises ZeroDivisionError: the schedule ends.
      parts.append(Part(totalIters, "whole", Constant(factor == 0 ? .nan : first * (1 / factor))))
    }
    return ClosedForm(parts)
  }
}
