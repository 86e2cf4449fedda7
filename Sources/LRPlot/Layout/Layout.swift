/// Where everything in a picture lies: pure geometry, the same for each kind of canvas.
struct Layout: Sendable {
  let picture: Rectangle
  let metrics: Metrics
  let axis: StepAxis
  let stepTicks: [Tick]

  /// Where ticks of the axis of steps without labels are.
  let minorStepTicks: [Double]
  let panels: [PanelLayout]
  let legend: [LegendKey]
  let marks: MarkLayout

  /// Whether no curve lacks its name in the legend.
  let namesAllCurves: Bool

  /// Whether the picture is too small for anything but the curves of its first panel.
  let isSparkline: Bool

  /// The names of the panels that have no room.
  let hiddenPanels: [String]

  /// Titles and names of axes; the labels of ticks and of the legend are with these.
  private let headings: [PlacedText]

  /// What is said of panels that the picture is too small for; nil where all are shown.
  var roomNotice: String? {
    hiddenPanels.isEmpty
      ? nil : "no room for \(hiddenPanels.joined(separator: ", ")): left out; draw it larger"
  }

  /// All texts; no two overlap and each is inside the picture.
  var texts: [PlacedText] {
    headings + legend.map(\.text) + stepTicks.compactMap(\.label) + marks.labels
      + panels.flatMap { $0.texts + $0.ticks.compactMap(\.label) }
  }

  /// The layout with this furniture, whether it has its room or not; without any, a sparkline.
  init(
    _ picture: Picture, values: [PanelValues], width: Double, height: Double,
    with furniture: Furniture, markRows: Int, metrics: Metrics, pixelsPerPoint: Double,
    ruler: some TextRuler
  ) {
    let panelsShown = picture.panels.prefix(values.count)
    let padding = furniture.isEmpty ? 0 : metrics.padding
    let right = width - padding

    var column = TextColumn(left: padding, right: right, top: padding, metrics: metrics)
    if furniture.contains(.title) {
      column.add(picture.title, font: metrics.title, ruler: ruler)
    }
    let title = column.texts.first?.text ?? ""
    if furniture.contains(.subtitle) {
      // A second line is worth a tenth of the height.
      column.addLines(
        picture.subtitle ?? "", upTo: column.bottom + height / 10, font: metrics.name, ruler: ruler)
    }
    let strip = Rectangle(
      left: padding, top: column.bottom, right: right, bottom: column.bottom + height / 3)
    let entries = picture.showsLegend ? LegendEntry.entries(for: Array(panelsShown)) : []
    let legend = LegendLayout(
      furniture.contains(.legend) ? entries : [], below: title, in: strip, metrics: metrics,
      ruler: ruler)
    let gap = legend.keys.isEmpty ? column.texts.isEmpty ? 0 : metrics.lineGap : metrics.legendGap
    let top = column.bottom + legend.height + gap
    let stepAxis = StepAxisLabels(
      picture.stepUnit, furniture, bottom: height - padding, metrics: metrics, ruler: ruler)
    let hidden = picture.panels.dropFirst(values.count).map(\.axisLabel)
    let rows = panelRows(
      panelsShown, values: values,
      markHeight: MarkLayout.height(ofRows: markRows, metrics: metrics, ruler: ruler), from: top,
      to: stepAxis.top, furniture: furniture, metrics: metrics, ruler: ruler)

    let labelWidth = rows.map { $0.axis.labelWidth(ruler: ruler) }.max() ?? 0
    let hasLabels = furniture.contains(.tickLabels)
    let left = hasLabels ? (padding + labelWidth + metrics.smallGap).rounded(.up) : padding
    let inset = min(metrics.sideInset, (max(0, right - left) / 8).rounded(.down))
    let axis = StepAxis(
      steps: picture.steps, left: left + inset, width: Int(right - left - 2 * inset),
      pixelsPerPoint: pixelsPerPoint, isLogarithmic: picture.scales.isStepLogarithmic)

    self.picture = Rectangle(left: 0, top: 0, right: width, bottom: height)
    self.metrics = metrics
    isSparkline = furniture.isEmpty
    hiddenPanels = hidden
    self.axis = axis
    self.legend = legend.keys
    namesAllCurves = entries.isEmpty || (legend.isWhole && !legend.keys.isEmpty)
    let isLogarithmic = picture.scales.isStepLogarithmic
    let ticks = stepAxis.ticks(
      on: axis, isLogarithmic: isLogarithmic, upTo: axis.right + max(inset, metrics.tickReach),
      inside: (padding / 2)...max(padding / 2, width - padding / 2), ruler: ruler)
    (stepTicks, minorStepTicks) = (ticks.ticks, ticks.minor)
    let stepWithoutPlace =
      isLogarithmic && picture.steps.lowerBound <= 0 ? picture.steps.lowerBound : nil
    headings =
      column.texts + [legend.heading].compactMap { $0 }
      + stepAxis.name(
        note: noteOnLogarithmicAxes(withoutStep: stepWithoutPlace),
        in: padding...max(padding, right), centredAt: (left + right) / 2, ruler: ruler)
    panels = rows.enumerated().map { index, row in
      // Where the axis of steps has no name, the first panel's name says what is missing.
      let isSaidHere = index == 0 && !furniture.contains(.stepName)
      return row.layout(
        left: left, right: max(left, right),
        stepWithoutPlace: isSaidHere ? stepWithoutPlace : nil, hasLabels: hasLabels,
        nameLeft: padding, hiddenPanels: index == 0 ? hidden : [], metrics: metrics, ruler: ruler)
    }
    marks = MarkLayout(
      picture, on: axis, rows: markRows, above: panels.first?.frame.top ?? top, upTo: right,
      metrics: metrics, ruler: ruler)
  }
}
