/// Every scheduler that there is: one line each.
public enum Catalog {
  /// The schedulers, by framework, in the order in which they are listed.
  public static let types: [SchedulerType] = [
    LRRangeTest.type,
    OneCycle.type,
    WarmupLR.type,
    WarmupDecayLR.type,
    WarmupCosineLR.type,
    StepLR.type,
    MultiStepLR.type,
    ConstantLR.type,
    LinearLR.type,
    ExponentialLR.type,
    PolynomialLR.type,
    CosineAnnealingLR.type,
    CosineAnnealingWarmRestarts.type,
    CyclicLR.type,
    OneCycleLR.type,
    SequentialLR.type,
    ConstantRate.type,
    ConstantWithWarmup.type,
    LinearWithWarmup.type,
    CosineWithWarmup.type,
    CosineWithRestarts.type,
    PolynomialDecay.type,
    InverseSquareRoot.type,
    CosineWithMinLR.type,
    CosineWarmupWithMinLR.type,
    WarmupStableDecay.type,
  ]

  /// Finds a scheduler by the framework's exact name.
  ///
  /// - Parameters:
  ///   - name: The name, `WarmupLR` say.
  ///   - framework: Whose it is.
  /// - Returns: The scheduler, or nil where there is none.
  public static func type(named name: String, of framework: Framework = .deepspeed)
    -> SchedulerType?
  {
    types.first { $0.name == name && $0.framework == framework }
  }
}
