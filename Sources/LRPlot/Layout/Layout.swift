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
  private let namesAllCurves: Bool

  /// Whether the picture is too small for anything but the curves of its first panel.
  let isSparkline: Bool

  /// The names of the panels that have no room.
  let hiddenPanels: [String]

  /// Titles and names of axes; the labels of ticks and of the legend are with these.
  private let headings: [PlacedText]

  /// All texts; no two overlap and each is inside the picture.
  var texts: [PlacedText] {
    headings + legend.map(\.text) + stepTicks.compactMap(\.label) + marks.labels
      + panels.flatMap { $0.texts + $0.ticks.compactMap(\.label) }
  }

  /// The layout with as much around the panels as leaves them their room.
  init(_ picture: Picture, ruler: some TextRuler) {
    self.init(
      picture, width: Double(picture.size.width), height: Double(picture.size.height),
      choices: LayoutChoice.choices(for: picture.size), ruler: ruler)
  }

  /// The layout with the first of these choices that leaves the panels their room, else with the last.
  init(
    _ picture: Picture, width: Double, height: Double, choices: [LayoutChoice],
    ruler: some TextRuler
  ) {
    let values = picture.panels.map { PanelValues($0, in: picture, columns: max(1, Int(width))) }
    func layout(_ choice: LayoutChoice, markRows: Int, panels: Int) -> Layout {
      // Without any furniture, a sparkline.
      let shown = values.prefix(choice.furniture.isEmpty ? 1 : panels)
      return Layout(
        picture, values: Array(shown), width: width, height: height,
        with: choice.furniture, markRows: markRows, metrics: choice.metrics, ruler: ruler)
    }
    /// The layout with as few rows for the labels of marks as leave the fewest of them out, and
    /// shorten the fewest.
    func roomyLayout(_ choice: LayoutChoice, panels: Int) -> Layout? {
      let hasMarks = choice.furniture.contains(.markLabels) && !picture.marks.isEmpty
      let layouts = (hasMarks ? 1...4 : 0...0).map {
        layout(choice, markRows: $0, panels: panels)
      }
      return layouts.filter(\.isRoomy).min {
        ($0.marks.droppedLabels, $0.marks.shortenedLabels)
          < ($1.marks.droppedLabels, $1.marks.shortenedLabels)
      }
    }
    let least = LayoutChoice(furniture: [], metrics: choices.last?.metrics ?? Metrics(picture.size))
    func first(withPanels panels: Int, having least: Furniture) -> Layout? {
      let roomy = choices.lazy.filter { $0.furniture.isSuperset(of: least) }
        .compactMap { roomyLayout($0, panels: panels) }
      // Smaller letters for all names are better than larger ones for some.
      return roomy.first { $0.namesAllCurves } ?? roomy.first
    }
    // Fewer panels with axes and names are better than all of them without.
    let counts = stride(from: values.count, to: 0, by: -1)
    let kinds: [Furniture] = [[.tickLabels, .axisNames], .tickLabels]
    self =
      kinds.lazy.compactMap { kind in
        counts.lazy.compactMap { first(withPanels: $0, having: kind) }.first
      }.first
      ?? choices.lazy.compactMap { roomyLayout($0, panels: values.count) }.first
      ?? layout(least, markRows: 0, panels: 1)
  }

  private var isRoomy: Bool {
    let least = metrics.leastPanelHeight
    let first = panels.first?.frame.height ?? 0
    return Double(axis.columns) >= 2 * least && first >= 2 * least
      && panels.allSatisfy { $0.frame.height >= least && !$0.isCrowded }
  }

  /// The layout with this furniture, whether it has its room or not; without any, a sparkline.
  private init(
    _ picture: Picture, values: [PanelValues], width: Double, height: Double,
    with furniture: Furniture, markRows: Int, metrics: Metrics,
    ruler: some TextRuler
  ) {
    let panelsShown = picture.panels.prefix(values.count)
    let padding = furniture.isEmpty ? 0 : metrics.padding
    let right = width - padding

    var column = TextColumn(left: padding, right: right, top: padding, metrics: metrics)
    if furniture.contains(.title) {
      column.add(picture.title, font: metrics.title, ruler: ruler)
    }
    if furniture.contains(.subtitle) {
      column.addLines(
        picture.subtitle ?? "", upTo: column.bottom + height / 14, font: metrics.name, ruler: ruler)
    }
    let strip = Rectangle(
      left: padding, top: column.bottom, right: right, bottom: column.bottom + height / 3)
    let legend = LegendLayout(
      furniture.contains(.legend) && picture.showsLegend
        ? LegendEntry.entries(for: Array(panelsShown)) : [],
      below: column.texts.first?.text ?? "", in: strip, metrics: metrics, ruler: ruler)
    let gap = legend.keys.isEmpty ? column.texts.isEmpty ? 0 : metrics.lineGap : metrics.legendGap
    let top = column.bottom + legend.height + gap
    let stepAxis = StepAxisLabels(
      picture.stepUnit, furniture, bottom: height - padding, metrics: metrics, ruler: ruler)
    let hidden = picture.panels.dropFirst(values.count).map { panel in
      String(panel.axisLabel.prefix { $0 != ":" })
    }
    let rows = panelRows(
      panelsShown, values: values,
      markHeight: MarkLayout.height(ofRows: markRows, metrics: metrics, ruler: ruler), from: top,
      to: stepAxis.top, furniture: furniture, metrics: metrics, ruler: ruler)

    let labelWidth = rows.map { $0.axis.labelWidth(ruler: ruler) }.max() ?? 0
    let hasLabels = furniture.contains(.tickLabels)
    let left = hasLabels ? (padding + labelWidth + metrics.smallGap).rounded(.up) : padding
    let inset = min(metrics.sideInset, (max(0, right - left) / 8).rounded(.down))
    let axis = StepAxis(
      steps: picture.steps, left: left + inset, columns: max(1, Int(right - left - 2 * inset)),
      isLogarithmic: picture.scales.isStepLogarithmic)

    self.picture = Rectangle(left: 0, top: 0, right: width, bottom: height)
    self.metrics = metrics
    isSparkline = furniture.isEmpty
    hiddenPanels = hidden
    self.axis = axis
    self.legend = legend.keys
    namesAllCurves =
      !picture.showsLegend || (legend.isWhole && !legend.keys.isEmpty)
      || LegendEntry.entries(for: Array(panelsShown)).isEmpty
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
