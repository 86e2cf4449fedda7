import LRSchedule

extension Picture {
  /// One set of curves with an axis of values of its own.
  public struct Panel: Sendable {
    /// What the axis of values shows: `learning rate` or `momentum`.
    public let axisLabel: String

    /// The curves, drawn in this order: a later one lies on top.
    public let curves: [Curve]

    /// What is said in a panel of differences that are all 0.
    public let zeroNote: String

    /// A panel of curves.
    ///
    /// - Parameters:
    ///   - axisLabel: What the axis of values shows: `learning rate` or `momentum`.
    ///   - curves: The curves, the first one at the bottom.
    ///   - zeroNote: What is said where the curves are differences and all are 0.
    public init(
      _ axisLabel: String, _ curves: [Curve], zeroNote: String = "no difference on these steps"
    ) {
      self.axisLabel = axisLabel
      self.curves = curves
      self.zeroNote = zeroNote
    }
  }

  /// A series with the looks and the name it has in a picture.
  ///
  /// Curves of one schedule in several panels share style and label, and so one line of the legend.
  public struct Curve: Sendable {
    /// The values.
    public let series: any Series

    /// The name in the legend.
    public let label: String

    /// Which colour and dash pattern.
    public let style: LineStyle

    /// A series as it is to be drawn.
    ///
    /// - Parameters:
    ///   - series: The values.
    ///   - label: The name in the legend; without one, that of the series.
    ///   - style: Which colour and dash pattern.
    public init(_ series: any Series, label: String? = nil, style: LineStyle) {
      self.series = series
      self.label = label ?? series.name
      self.style = style
    }
  }
}
