/// A panel whose top and bottom are known, but not yet its left edge.
struct PanelRow {
  let axis: ValueAxis

  private let panel: Picture.Panel
  private let values: PanelValues
  private let top: Double
  private let bottom: Double

  /// Where the name of the values begins; nil for no name.
  private let nameTop: Double?

  fileprivate init(
    _ panel: Picture.Panel, values: PanelValues, nameTop: Double?, top: Double, bottom: Double,
    metrics: Metrics, ruler: some TextRuler
  ) {
    let inset = min(metrics.inset, ((bottom - top) / 8).rounded(.down))
    (self.panel, self.values) = (panel, values)
    (self.nameTop, self.top, self.bottom) = (nameTop, top, bottom)
    axis = ValueAxis(
      showing: values, from: bottom - inset, to: top + inset, metrics: metrics, ruler: ruler)
  }

  /// The panel between its edges.
  func layout(
    left: Double, right: Double, stepWithoutPlace: Int?, hasLabels: Bool, nameLeft: Double,
    hiddenPanels: [String], metrics: Metrics, ruler: some TextRuler
  ) -> PanelLayout {
    let frame = Rectangle(left: left, top: top, right: right, bottom: bottom)
    var texts: [PlacedText] = []
    if let nameTop {
      let withoutPlace = noteOnLogarithmicAxes(
        withoutValue: values.lowestWithoutPlace, withoutStep: stepWithoutPlace, stepZero: "step 0")
      let room = max(nameLeft, right) - nameLeft
      let note = [
        withoutPlace, hiddenNote(hiddenPanels, behind: withoutPlace, room: room, metrics, ruler),
      ].filter { !$0.isEmpty }.joined(separator: " ")
      texts += axisName(
        panel.axisLabel, note: note, in: nameLeft...max(nameLeft, right), top: nameTop,
        metrics: metrics, ruler: ruler)
    }
    if let emptiness = values.emptiness {
      let size = ruler.size(of: emptiness, in: metrics.name)
      if size.width <= frame.width, size.height <= frame.height {
        texts.append(
          PlacedText(
            emptiness, x: (left + right) / 2, top: (top + bottom - size.height) / 2,
            anchor: .middle, font: metrics.name, isQuiet: true, ruler: ruler))
      }
    }
    let ticks =
      hasLabels
      ? axis.ticks(labelsEndingAt: left - metrics.smallGap, ruler: ruler) : axis.bareTicks
    let hasValues = !values.bounds.isEmpty
    return PanelLayout(
      name: panel.axisLabel, frame: frame, scale: axis.scale, ticks: hasValues ? ticks : [],
      isCrowded: hasValues && hasLabels && axis.isCrowded,
      minorTicks: hasValues ? axis.minorTicks : [], zero: hasValues ? axis.zero : nil,
      curves: panel.curves, texts: texts)
  }
}

extension PanelRow {
  /// What is said of the panels that have no room, in few words where the name would else be cut.
  private func hiddenNote(
    _ names: [String], behind other: String, room: Double, _ metrics: Metrics,
    _ ruler: some TextRuler
  ) -> String {
    if names.isEmpty { return "" }
    let note = "(no room for \(names.joined(separator: ", ")))"
    let few = "(\(names.count) panel\(names.count == 1 ? "" : "s") left out)"
    func fits(_ note: String) -> Bool {
      let texts = [panel.axisLabel, other, note].filter { !$0.isEmpty }
      let widths = texts.map { ruler.size(of: $0, in: metrics.name).width + metrics.smallGap }
      return widths.reduce(-metrics.smallGap, +) <= room
    }
    return [note, few].first(where: fits) ?? (other.isEmpty ? few : "")
  }
}

/// Shares a height among panels: the first is twice as high as each of the others.
///
/// Between the name of the first panel and the panel there is room for the labels of marks.
func panelRows(
  _ panels: some Collection<Picture.Panel>, values: [PanelValues], markHeight: Double,
  from top: Double,
  to bottom: Double, furniture: Furniture, metrics: Metrics,
  ruler: some TextRuler
) -> [PanelRow] {
  let nameHeight =
    furniture.contains(.axisNames)
    ? (ruler.size(of: "M", in: metrics.name).height + metrics.lineGap).rounded(.up) : 0
  let gap =
    furniture.isEmpty
    ? 0 : furniture.contains(.axisNames) ? metrics.panelGap : metrics.barePanelGap
  let count = Double(panels.count)
  let height = max(0, bottom - top - nameHeight * count - markHeight - gap * (count - 1))
  let share = height / (count + 1)

  var rowTop = top
  return zip(panels, values).enumerated().map { index, row in
    let above = nameHeight + (index == 0 ? markHeight : 0)
    let frameTop = metrics.onGrid(rowTop + above)
    let frameBottom = metrics.onGrid(rowTop + above + share * (index == 0 ? 2 : 1))
    defer { rowTop = frameBottom + gap }
    return PanelRow(
      row.0, values: row.1, nameTop: furniture.contains(.axisNames) ? rowTop : nil,
      top: frameTop, bottom: frameBottom, metrics: metrics, ruler: ruler)
  }
}
