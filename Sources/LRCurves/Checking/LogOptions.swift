/// How a log is read.
public struct LogOptions: Sendable {
  /// The column with the steps; nil for the one that is called like steps.
  public var stepColumn: String?

  /// The columns with rates, one a parameter group in order; empty for those that are called so.
  public var columns: [String] = []

  /// The step of the first point, where the log has no steps; nil for `every`, of an npy 0.
  public var firstStep: Int?

  /// The steps from one point to the next, where the log has no steps.
  public var every: Int?

  /// How many samples a step takes, where the log counts samples.
  public var trainBatchSize: Int?

  /// Whether the log is known to count samples.
  public var countsSamples = false

  /// Everything as it is usual.
  public init() {}
}
