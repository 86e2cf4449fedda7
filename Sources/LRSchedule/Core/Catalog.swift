/// Every scheduler that there is: one line each.
public enum Catalog {
  /// The schedulers, by framework, in the order in which they are listed.
  public static let types: [SchedulerType] = [
    SchedulerType(LRRangeTest.self),
    SchedulerType(OneCycle.self),
    SchedulerType(WarmupLR.self),
    SchedulerType(WarmupDecayLR.self),
    SchedulerType(WarmupCosineLR.self),
  ]
}
