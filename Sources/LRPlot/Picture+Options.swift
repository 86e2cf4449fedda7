extension Picture {
  /// Which axes are logarithmic; on those nothing at or below 0 is shown.
  public struct Scales: Sendable, Hashable {
    /// Whether equal ratios of steps are equal distances.
    public var isStepLogarithmic: Bool

    /// Whether equal ratios of values are equal distances; a panel of differences is never so.
    public var isValueLogarithmic: Bool

    /// Scales, both linear unless said otherwise.
    ///
    /// - Parameters:
    ///   - isStepLogarithmic: Whether equal ratios of steps are equal distances.
    ///   - isValueLogarithmic: Whether equal ratios of values are equal distances.
    public init(isStepLogarithmic: Bool = false, isValueLogarithmic: Bool = false) {
      self.isStepLogarithmic = isStepLogarithmic
      self.isValueLogarithmic = isValueLogarithmic
    }
  }

  /// What the axis of steps counts: steps, or what each of them consumes.
  public struct StepUnit: Sendable, Hashable {
    /// The name of what is counted: `step`, `tokens`.
    public var label: String

    /// How many of it a step is, 10^-12 to 10^15: 4096 tokens, say.
    public var perStep: Double

    static let allowedPerStep = 1e-12...1e15

    /// Steps, unless said otherwise.
    ///
    /// - Parameters:
    ///   - label: The name of what is counted.
    ///   - perStep: How many of it a step is, 10^-12 to 10^15.
    public init(label: String = "step", perStep: Double = 1) {
      self.label = label
      self.perStep = perStep
    }
  }

  /// A step that is pointed out by a hairline through all panels.
  public struct Mark: Sendable, Hashable {
    /// The step.
    public let step: Int

    /// What begins there; empty for the step alone.
    public let label: String

    /// A mark.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - label: What begins there.
    public init(step: Int, label: String) {
      self.step = step
      self.label = label
    }
  }
}
