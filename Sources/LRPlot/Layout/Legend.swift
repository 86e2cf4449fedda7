/// One line of a legend: a piece of the curve and its name.
struct LegendKey: Hashable, Sendable {
  /// The ends of the piece; empty for the line that counts what is left out.
  let sample: [Point]
  let style: Picture.LineStyle
  let text: PlacedText
}

/// Which curves a legend names: each pair of a label and a style once, in order.
struct LegendEntry: Hashable, Sendable {
  let label: String
  let style: Picture.LineStyle

  /// The entries for a picture: none where there is only one.
  static func entries(for panels: [Picture.Panel]) -> [LegendEntry] {
    var seen: Set<LegendEntry> = []
    let entries = panels.flatMap(\.curves).map { LegendEntry(label: $0.label, style: $0.style) }
      .filter { seen.insert($0).inserted }
    return entries.count > 1 ? entries : []
  }
}

/// Puts the lines of a legend into rows and columns of a strip.
struct LegendLayout {
  private(set) var keys: [LegendKey] = []

  /// What all names have in common.
  private(set) var heading: PlacedText?

  /// The height of all rows.
  private(set) var height = 0.0

  /// Whether each curve has its name.
  private(set) var isWhole = true

  /// The legend from the upper left corner of a strip, as high as it needs but not higher than that.
  ///
  /// Names that have no room are shortened only where the whole height is not enough for them.
  init(
    _ entries: [LegendEntry], below title: String, in strip: Rectangle, metrics: Metrics,
    ruler: some TextRuler
  ) {
    guard !entries.isEmpty else { return }
    let room = LegendRoom(strip: strip, metrics: metrics, ruler: ruler)
    let wording = room.wording(of: entries.map(\.label), below: title)
    var top = strip.top
    let said = fitted(wording.heading, to: strip.width, font: room.font, ruler: ruler)
    if !said.isEmpty {
      heading = PlacedText(
        said, x: strip.left, top: top, font: room.font, isQuiet: true, ruler: ruler)
      top += room.rowHeight
    }
    place(entries, as: wording, top: top, in: room)
    height = (keys.map(\.text.box.bottom).max() ?? strip.top) - strip.top
  }

  /// Row after row, and in the last place how many have no room.
  private mutating func place<Ruler>(
    _ entries: [LegendEntry], as wording: LegendWording, top: Double, in room: LegendRoom<Ruler>
  ) {
    let columnWidth = room.columnWidth(wording.names)
    let columns = max(1, room.columns(wording.names))
    let capacity = columns * wording.rows
    let shown = entries.count <= capacity ? entries.count : max(0, capacity - 1)
    isWhole = shown == entries.count
    func corner(_ index: Int) -> Point {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      return Point(
        x: (room.strip.left + Double(column) * columnWidth).rounded(),
        y: top + Double(row) * room.rowHeight)
    }
    for index in 0..<shown {
      let place = corner(index)
      let text = PlacedText(
        wording.names[index], x: place.x + room.beforeText, top: place.y, font: room.font,
        ruler: room.ruler)
      let y = (text.box.top + text.box.bottom) / 2
      let sample = [
        Point(x: place.x, y: y), Point(x: place.x + room.metrics.sampleLength, y: y),
      ]
      keys.append(LegendKey(sample: sample, style: entries[index].style, text: text))
    }
    guard !isWhole else { return }
    let place = corner(shown)
    let count = entries.count - shown
    let texts = ["and \(count) more", "+\(count)"].map {
      PlacedText(
        $0, x: place.x, top: place.y, font: room.font, isQuiet: true, ruler: room.ruler)
    }
    if let text = texts.first(where: { $0.box.width <= columnWidth - room.betweenColumns }) {
      keys.append(LegendKey(sample: [], style: 0, text: text))
    }
  }
}
