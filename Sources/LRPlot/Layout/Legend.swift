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

  /// The height of all rows.
  private(set) var height = 0.0

  /// The legend from the upper left corner of a strip, as high as it needs but not higher than that.
  init(_ entries: [LegendEntry], in strip: Rectangle, metrics: Metrics, ruler: some TextRuler) {
    guard !entries.isEmpty else { return }
    let font = metrics.name
    let rowHeight = ruler.size(of: "M", in: font).height + metrics.lineGap
    let rows = max(1, Int(strip.height / rowHeight))
    let beforeText = metrics.sampleLength + metrics.smallGap
    let between = metrics.gap * 2

    /// One column, then two of shortened names and so on, until the rows are enough.
    var (columns, cell) = (1, strip.width)
    var names: [String] = []
    for wished in 1...4 {
      let widest = (strip.width - between * Double(wished - 1)) / Double(wished)
      names = entries.map {
        fitted(
          $0.label, to: max(0, widest - beforeText), keeping: .bothEnds, font: font, ruler: ruler)
      }
      let width = (names.map { ruler.size(of: $0, in: font).width }.max() ?? 0) + beforeText
      columns = max(1, Int((strip.width + between) / (width + between)))
      cell = width + between
      if columns * rows >= entries.count { break }
    }

    let room = columns * rows
    let shown = entries.count <= room ? entries.count : max(0, room - 1)
    func corner(_ index: Int) -> Point {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      return Point(
        x: (strip.left + Double(column) * cell).rounded(), y: strip.top + Double(row) * rowHeight)
    }
    for index in 0..<shown {
      let place = corner(index)
      let text = PlacedText(
        names[index], x: place.x + beforeText, top: place.y, font: font, ruler: ruler)
      let y = (text.box.top + text.box.bottom) / 2
      let sample = [
        Point(x: place.x, y: y), Point(x: place.x + metrics.sampleLength, y: y),
      ]
      keys.append(LegendKey(sample: sample, style: entries[index].style, text: text))
    }
    if shown < entries.count {
      let place = corner(shown)
      let text = PlacedText(
        fitted(
          "and \(entries.count - shown) more", to: cell - between, font: font, ruler: ruler),
        x: place.x, top: place.y, font: font, isQuiet: true, ruler: ruler)
      keys.append(LegendKey(sample: [], style: 0, text: text))
    }
    height = (keys.map(\.text.box.bottom).max() ?? strip.top) - strip.top
  }
}
