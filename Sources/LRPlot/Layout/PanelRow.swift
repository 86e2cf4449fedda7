/// A panel whose top and bottom are known, but not yet its left edge.
struct PanelRow {
  let axis: ValueAxis

  private let panel: Picture.Panel
  private let top: Double
  private let bottom: Double
  private let hasValues: Bool

  /// Where the name of the values begins; nil for no name.
  private let nameTop: Double?

  fileprivate init(
    _ panel: Picture.Panel, steps: Range<Int>, nameTop: Double?, top: Double, bottom: Double,
    metrics: Metrics, ruler: some TextRuler
  ) {
    let bounds = panel.curves.compactMap { $0.series.bounds(in: steps) }
    let inset = min(metrics.inset, ((bottom - top) / 8).rounded(.down))
    (self.panel, self.nameTop, self.top, self.bottom) = (panel, nameTop, top, bottom)
    hasValues = !bounds.isEmpty
    axis = ValueAxis(
      showing: bounds, from: bottom - inset, to: top + inset, metrics: metrics, ruler: ruler)
  }

  /// The panel between its edges.
  func layout(
    left: Double, right: Double, hasLabels: Bool, nameLeft: Double, metrics: Metrics,
    ruler: some TextRuler
  ) -> PanelLayout {
    let frame = Rectangle(left: left, top: top, right: right, bottom: bottom)
    var texts: [PlacedText] = []
    if let nameTop {
      let name = fitted(panel.axisLabel, to: right - nameLeft, font: metrics.name, ruler: ruler)
      texts.append(
        PlacedText(name, x: nameLeft, top: nameTop, font: metrics.name, ruler: ruler))
    }
    let note = "no values on these steps"
    let size = ruler.size(of: note, in: metrics.name)
    if !hasValues, size.width <= frame.width, size.height <= frame.height {
      texts.append(
        PlacedText(
          note, x: (left + right) / 2, top: (top + bottom - size.height) / 2, anchor: .middle,
          font: metrics.name, isQuiet: true, ruler: ruler))
    }
    let ticks =
      hasLabels
      ? axis.ticks(labelsEndingAt: left - metrics.smallGap, ruler: ruler) : axis.bareTicks
    return PanelLayout(
      frame: frame, scale: axis.scale, ticks: hasValues ? ticks : [], curves: panel.curves,
      texts: texts)
  }
}

/// Shares a height among panels: the first is twice as high as each of the others.
func panelRows(
  _ picture: Picture, from top: Double, to bottom: Double, furniture: Furniture, metrics: Metrics,
  ruler: some TextRuler
) -> [PanelRow] {
  let nameHeight =
    furniture.contains(.axisNames)
    ? (ruler.size(of: "M", in: metrics.name).height + metrics.smallGap).rounded(.up) : 0
  let gap = furniture.isEmpty ? 0 : metrics.gap
  let count = Double(picture.panels.count)
  let height = max(0, bottom - top - nameHeight * count - gap * (count - 1))
  let share = height / (count + 1)

  var rowTop = top
  return picture.panels.enumerated().map { index, panel in
    let frameTop = (rowTop + nameHeight).rounded()
    let frameBottom = (rowTop + nameHeight + share * (index == 0 ? 2 : 1)).rounded()
    defer { rowTop = frameBottom + gap }
    return PanelRow(
      panel, steps: picture.steps, nameTop: furniture.contains(.axisNames) ? rowTop : nil,
      top: frameTop, bottom: frameBottom, metrics: metrics, ruler: ruler)
  }
}
