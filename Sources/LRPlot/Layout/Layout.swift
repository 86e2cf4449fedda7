/// Where everything in a picture lies: pure geometry, the same for each kind of canvas.
struct Layout: Sendable {
  let picture: Rectangle
  let metrics: Metrics
  let axis: StepAxis
  let stepTicks: [Tick]
  let panels: [PanelLayout]
  let legend: [LegendKey]

  /// Titles and names of axes; the labels of ticks and of the legend are with these.
  private let headings: [PlacedText]

  /// All texts; no two overlap and each is inside the picture.
  var texts: [PlacedText] {
    headings + legend.map(\.text) + stepTicks.compactMap(\.label)
      + panels.flatMap { $0.texts + $0.ticks.compactMap(\.label) }
  }

  /// The layout with as much around the panels as leaves them their room.
  init(_ picture: Picture, ruler: some TextRuler) {
    let choices = Furniture.choices.lazy.map { Layout(picture, with: $0, ruler: ruler) }
    self = choices.first(where: \.isRoomy) ?? Layout(picture, with: [], ruler: ruler)
  }

  private var isRoomy: Bool {
    let least = metrics.leastPanelHeight
    let first = panels.first?.frame.height ?? 0
    return Double(axis.columns) >= 2 * least && first >= 2 * least
      && panels.allSatisfy { $0.frame.height >= least }
  }

  /// The layout with this furniture, whether it has its room or not; without any, panels fill all.
  private init(_ picture: Picture, with furniture: Furniture, ruler: some TextRuler) {
    let (width, height) = (Double(picture.size.width), Double(picture.size.height))
    let metrics = Metrics(picture.size)
    let padding = furniture.isEmpty ? 0 : metrics.padding
    let right = width - padding

    var column = TextColumn(left: padding, right: right, top: padding, metrics: metrics)
    if furniture.contains(.title) {
      column.add(picture.title, font: metrics.title, ruler: ruler)
    }
    if furniture.contains(.subtitle) {
      column.add(picture.subtitle ?? "", font: metrics.name, isQuiet: true, ruler: ruler)
    }
    let strip = Rectangle(
      left: padding, top: column.bottom, right: right, bottom: column.bottom + height / 3)
    let legend = LegendLayout(
      furniture.contains(.legend) ? LegendEntry.entries(for: picture.panels) : [], in: strip,
      metrics: metrics, ruler: ruler)
    let gap = legend.keys.isEmpty ? column.texts.isEmpty ? 0 : metrics.smallGap : metrics.gap
    let top = column.bottom + legend.height + gap
    let stepAxis = StepAxisLabels(
      furniture, bottom: height - padding, metrics: metrics, ruler: ruler)
    let rows = panelRows(
      picture, from: top, to: stepAxis.top, furniture: furniture, metrics: metrics,
      ruler: ruler)

    let labelWidth = rows.map { $0.axis.labelWidth(ruler: ruler) }.max() ?? 0
    let hasLabels = furniture.contains(.tickLabels)
    let left = hasLabels ? (padding + labelWidth + metrics.smallGap).rounded(.up) : padding
    let inset = min(metrics.inset, (max(0, right - left) / 8).rounded(.down))
    let axis = StepAxis(
      steps: picture.steps, left: left + inset, columns: max(1, Int(right - left - 2 * inset)))

    self.picture = Rectangle(left: 0, top: 0, right: width, bottom: height)
    self.metrics = metrics
    self.axis = axis
    self.legend = legend.keys
    stepTicks = stepAxis.ticks(
      on: axis, upTo: axis.right + inset,
      inside: (padding / 2)...max(padding / 2, width - padding / 2), ruler: ruler)
    headings = column.texts + stepAxis.name(centredAt: (left + right) / 2, ruler: ruler)
    panels = rows.map { row in
      row.layout(
        left: left, right: max(left, right), hasLabels: hasLabels, nameLeft: padding,
        metrics: metrics, ruler: ruler)
    }
  }
}

/// Lines of text, one below the other.
private struct TextColumn {
  let left: Double
  let right: Double
  let metrics: Metrics

  /// Where the next part of the picture may begin.
  private(set) var bottom: Double
  private(set) var texts: [PlacedText] = []

  init(left: Double, right: Double, top: Double, metrics: Metrics) {
    (self.left, self.right, self.metrics, bottom) = (left, right, metrics, top)
  }

  /// Adds a line, shortened to fit; nothing for an empty one.
  mutating func add(_ text: String, font: Font, isQuiet: Bool = false, ruler: some TextRuler) {
    let line = fitted(text, to: right - left, font: font, ruler: ruler)
    guard !line.isEmpty else { return }
    let placed = PlacedText(
      line, x: left, top: bottom, font: font, isQuiet: isQuiet, ruler: ruler)
    texts.append(placed)
    bottom = (placed.box.bottom + metrics.smallGap).rounded(.up)
  }
}
