import LRSchedule

/// What a picture shows: panels of curves over one range of steps.
///
/// A picture that exists can be drawn: what no picture can be made of is refused here.
///
/// ```swift
/// let rates = Picture.Panel("learning rate", [Picture.Curve(schedule, style: 0)])
/// let picture = try Picture(title: "WarmupCosineLR", panels: [rates], steps: 0..<10_000)
/// let bytes = try picture.png()
/// ```
public struct Picture: Sendable {
  /// The title; empty for none.
  public let title: String

  /// A second, quieter line below the title, the parameters of a schedule say.
  public let subtitle: String?

  /// The panels from top to bottom; they share the axis of steps.
  public let panels: [Panel]

  /// The steps that are shown, `steps.lowerBound` at the left edge of each panel.
  public let steps: Range<Int>

  /// The width and the height, in pixels.
  public let size: PictureSize

  /// The steps that a picture can show: beyond 2^53 a `Double` cannot tell steps apart.
  static let allowedSteps = -(1 << 53)...(1 << 53)

  /// A picture of panels over a range of steps.
  ///
  /// - Parameters:
  ///   - title: The title; empty for none. A long one is shortened to fit.
  ///   - subtitle: A second, quieter line.
  ///   - panels: The panels from top to bottom, at least one.
  ///   - steps: The steps to show, at least one, between -2^53 and 2^53.
  ///   - size: The width and the height, in pixels.
  /// - Throws: `PictureError.noPanels`, `.noSteps` or `.stepsOutOfRange`.
  public init(
    title: String, subtitle: String? = nil, panels: [Panel], steps: Range<Int>,
    size: PictureSize = .standard
  ) throws(PictureError) {
    if panels.isEmpty { throw .noPanels }
    if steps.isEmpty { throw .noSteps }
    guard Self.allowedSteps.contains(steps.lowerBound),
      Self.allowedSteps.contains(steps.upperBound)
    else { throw .stepsOutOfRange(steps) }
    self.title = title
    self.subtitle = subtitle
    self.panels = panels
    self.steps = steps
    self.size = size
  }
}

extension Picture {
  /// One set of curves with an axis of values of its own.
  public struct Panel: Sendable {
    /// What the axis of values shows: `learning rate` or `momentum`.
    public let axisLabel: String

    /// The curves, drawn in this order: a later one lies on top.
    public let curves: [Curve]

    /// A panel of curves.
    ///
    /// - Parameters:
    ///   - axisLabel: What the axis of values shows: `learning rate` or `momentum`.
    ///   - curves: The curves, the first one at the bottom.
    public init(_ axisLabel: String, _ curves: [Curve]) {
      self.axisLabel = axisLabel
      self.curves = curves
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

    /// Which colour and dash pattern: 0 is the first of the theme, any other integer has one too.
    public let style: Int

    /// A series as it is to be drawn.
    ///
    /// - Parameters:
    ///   - series: The values.
    ///   - label: The name in the legend; without one, that of the series.
    ///   - style: Which colour and dash pattern, from 0.
    public init(_ series: any Series, label: String? = nil, style: Int) {
      self.series = series
      self.label = label ?? series.name
      self.style = style
    }
  }
}
