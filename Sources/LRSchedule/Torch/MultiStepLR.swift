/// PyTorch's `MultiStepLR`: the rate falls by a factor at given steps.
public struct MultiStepLR: TorchScheduler {
  /// `milestones`: the steps of the falls; one that stands there twice counts twice.
  public var milestones: [Int]
  /// `gamma`: the factor of a fall.
  public var gamma = 0.1

  /// Makes the schedule with every default but the one that the framework requires.
  public init(milestones: [Int]) { self.milestones = milestones }
}

extension MultiStepLR {
  /// An example's milestones.
  init() { self.init(milestones: [3000, 8000]) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    MultiStepLR.self, framework: .torch, name: "MultiStepLR", commandName: "multi-step-lr",
    summary: "falls by a factor at given steps",
    source: "torch/optim/lr_scheduler.py, class MultiStepLR",
    formula: """
      c = how often t is in milestones
      c > 0:  lr = lr * gamma ^ c,  of the last row's lr
      else:   lr stays;  row 0: lr = base_lr
      """,
    quirks: [
      .roundingAccumulates,
      "A milestone that stands there twice counts twice.",
    ])

  static let parameters: [Parameter<MultiStepLR>] = [
    Parameter(
      "milestones", \.milestones, "steps of the falls",
      .required(example: .list([.int(3000), .int(8000)]))),
    Parameter("gamma", \.gamma, "factor of a fall"),
  ]

  func samples(from base: Double, isEntered: Bool) -> any Samples {
    var parts = [Part(0, "base", Constant(base))]
    var level = base
    var falls: [Int: Int] = [:]
    // The closed form counts what is not behind step 0.
    for milestone in milestones where isEntered || milestone >= 0 {
      falls[max(0, milestone), default: 0] += 1
    }
    for (step, count) in falls.sorted(by: { $0.key < $1.key }) {
      let factor = power(gamma, Double(count))
      // Python's power raises OverflowError, and its caller never sees the rate.
      level = factor.isFinite ? level * factor : .nan
      parts.append(Part(step, "milestone", Constant(level)))
    }
    return ClosedForm(parts)
  }
}
