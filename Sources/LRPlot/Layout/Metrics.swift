/// Sizes of letters, lines and gaps, in pixels: in proportion to the picture, but readable.
struct Metrics: Sendable {
  let title: Font
  let name: Font
  let label: Font

  /// Between the picture's edge and everything in it.
  let padding: Double

  /// Between neighbouring parts of the picture.
  let gap: Double

  /// Between a thing and its label.
  let smallGap: Double

  /// Between a line of text and what is below it.
  let lineGap: Double
  let legendGap: Double

  /// Between two labels of an axis of values, one above the other.
  let valueLabelGap: Double

  /// Between two panels, the lower one with a name above it.
  let panelGap: Double

  /// Between two panels without names, whose labels must not meet.
  let barePanelGap: Double

  /// Between the upper or lower edge of a panel and its data, so that no curve lies on an axis.
  let inset: Double
  let sideInset: Double

  /// So far behind the last step a tick is shown even where there is no inset.
  let tickReach: Double

  let tickLength: Double
  let hairline: Double
  let curveWidth: Double
  let markerRadius: Double

  /// Steps at least this far apart have markers.
  let markerSpacing: Double

  /// The line that stands for a curve in the legend.
  let sampleLength: Double

  /// Wished for between two ticks.
  let stepTickSpacing: Double
  let valueTickSpacing: Double

  /// Ticks without labels are at least this far apart.
  let minorTickSpacing: Double

  /// The least height of a panel, of the first one twice this; titles and labels make room for it.
  let leastPanelHeight: Double

  /// Panels begin and end at multiples of this.
  let grid: Double

  /// Sizes for a picture; tight ones where these leave the curves no room.
  init(_ size: PictureSize, isTight: Bool = false) {
    let proportion = min(Double(size.width) / 1200, Double(size.height) / 700)
    /// 1 at 1200 x 700 pixels.
    let unit = max(isTight ? 0.77 : 0.85, proportion)
    func whole(_ length: Double) -> Double { (length * unit).rounded() }
    func gap(_ length: Double) -> Double { isTight ? (length * unit / 2).rounded() : whole(length) }
    title = Font(size: whole(18), weight: .bold)
    name = Font(size: whole(14))
    label = Font(size: whole(13))
    padding = gap(12)
    self.gap = gap(12)
    smallGap = whole(6)
    lineGap = smallGap
    legendGap = gap(12)
    valueLabelGap = isTight ? 0 : lineGap / 2
    panelGap = isTight ? whole(8) : whole(12)
    barePanelGap = whole(12)
    inset = whole(8)
    sideInset = inset
    tickReach = 0
    tickLength = whole(5)
    hairline = max(1, unit.rounded())
    curveWidth = 2 * unit
    markerRadius = 3.5 * unit
    markerSpacing = 12 * unit
    sampleLength = whole(isTight ? 26 : 32)
    stepTickSpacing = 100 * unit
    valueTickSpacing = 88 * unit
    minorTickSpacing = 3 * hairline
    leastPanelHeight = ((isTight ? 22 : 24) * unit).rounded(.down)
    grid = 1
  }

  /// The nearest position at which a panel may begin or end.
  func onGrid(_ position: Double) -> Double { (position / grid).rounded() * grid }

  /// Sizes for a terminal whose cells have this many dots: each text and gap fills whole cells.
  init(cellWidth: Double, cellHeight: Double, isTight: Bool = false) {
    let font = Font(size: cellHeight)
    title = Font(size: cellHeight, weight: .bold)
    name = font
    label = font
    padding = 0
    gap = (isTight ? 1 : 2) * cellWidth
    smallGap = 2 * cellWidth
    lineGap = 0
    legendGap = 0
    valueLabelGap = 0
    panelGap = cellHeight
    barePanelGap = cellHeight
    // The middle of the outermost dots.
    inset = 0.5
    sideInset = 0
    tickReach = 1
    tickLength = cellHeight
    hairline = 1
    curveWidth = 1
    markerRadius = 1
    markerSpacing = 6 * cellWidth
    sampleLength = (isTight ? 1 : 4) * cellWidth
    stepTickSpacing = 14 * cellWidth
    valueTickSpacing = 4 * cellHeight
    minorTickSpacing = cellHeight
    leastPanelHeight = (isTight ? 1 : 2) * cellHeight
    grid = cellHeight
  }
}
