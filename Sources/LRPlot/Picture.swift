/// What a picture shows: panels of curves over one range of steps.
///
/// A picture that exists can be drawn: what no picture can be made of is refused here.
///
/// ```swift
/// let rates = Picture.Panel("learning rate", [Picture.Curve(schedule.columns[0], style: 0)])
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

  /// The width and the height, in points; a point is a pixel unless `pixelsPerPoint` says more.
  public let size: PictureSize

  /// Which axes are logarithmic.
  public let scales: Scales

  /// What the axis of steps counts.
  public let stepUnit: StepUnit

  /// The steps that are marked, in any order; those outside of the picture are not shown.
  public let marks: [Mark]

  /// The colours.
  public let theme: PictureTheme

  /// Whether a legend names the curves where there are several.
  public let showsLegend: Bool

  /// The pixels of a PNG along one point, in both directions.
  public let pixelsPerPoint: Double

  /// What the picture shows, in full, for those who read the file; empty for nothing.
  public let description: String

  /// The width and the height of a PNG, in pixels.
  let pixelSize: PictureSize

  /// The steps that a picture can show: beyond 2^53 a `Double` cannot tell steps apart.
  static let allowedSteps = -(1 << 53)...(1 << 53)

  /// A picture of panels over a range of steps.
  ///
  /// - Parameters:
  ///   - title: The title; empty for none. A long one is shortened to fit.
  ///   - subtitle: A second, quieter line.
  ///   - panels: The panels from top to bottom, at least one.
  ///   - steps: The steps to show, at least one, between -2^53 and 2^53; on a logarithmic axis at
  ///     least one of them is above 0.
  ///   - size: The width and the height, in points.
  ///   - scales: Which axes are logarithmic.
  ///   - stepUnit: What the axis of steps counts.
  ///   - marks: The steps to mark, in any order.
  ///   - theme: The colours.
  ///   - showsLegend: Whether a legend names the curves where there are several.
  ///   - pixelsPerPoint: The pixels of a PNG along one point, more than 0.
  ///   - description: What the picture shows, in full, for those who read the file.
  /// - Throws: `PictureError.noPanels`, `.noSteps`, `.stepsOutOfRange`, `.noStepAboveZero`,
  ///   `.perStepOutOfRange`, `.scaleOutOfRange`, and `.sideOutOfRange` or `.tooManyPixels` where
  ///   the size in pixels is too large.
  public init(
    title: String, subtitle: String? = nil, panels: [Panel], steps: Range<Int>,
    size: PictureSize = .standard, scales: Scales = Scales(),
    stepUnit: StepUnit = StepUnit(), marks: [Mark] = [], theme: PictureTheme = .light,
    showsLegend: Bool = true, pixelsPerPoint: Double = 1, description: String = ""
  ) throws(PictureError) {
    if panels.isEmpty { throw .noPanels }
    if steps.isEmpty { throw .noSteps }
    guard Self.allowedSteps.contains(steps.lowerBound),
      Self.allowedSteps.contains(steps.upperBound)
    else { throw .stepsOutOfRange(steps) }
    if scales.isStepLogarithmic, steps.upperBound <= 1 { throw .noStepAboveZero(steps) }
    guard StepUnit.allowedPerStep.contains(stepUnit.perStep) else {
      throw .perStepOutOfRange(stepUnit.perStep)
    }
    self.title = title
    self.subtitle = subtitle
    self.panels = panels
    self.steps = steps
    self.size = size
    self.scales = scales
    self.stepUnit = stepUnit
    self.marks = marks
    self.theme = theme
    self.showsLegend = showsLegend
    self.pixelsPerPoint = pixelsPerPoint
    self.description = description
    pixelSize = try size.scaled(by: pixelsPerPoint)
  }
}
