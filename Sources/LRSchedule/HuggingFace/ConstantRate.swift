/// Hugging Face's `constant`: the optimizer's own rate.
public struct ConstantRate: HuggingFaceScheduler {
  /// Makes the schedule.
  public init() {}
}

extension ConstantRate {
  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    ConstantRate.self, framework: .huggingFace, name: "constant", commandName: "constant",
    summary: "stays at the optimizer's own rate",
    source: "transformers/optimization.py, get_constant_schedule",
    formula: "lr = base_lr")

  static let parameters: [Parameter<ConstantRate>] = []

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    context.channels(of: [FactorPart(0, "constant", Constant(1))])
  }
}
