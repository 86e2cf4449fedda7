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
///
/// Where the names have no room, what all of them begin and end with is said once, above them; where
/// the title says it already, or there is no room for that either, it is left out.
struct LegendLayout {
  private(set) var keys: [LegendKey] = []

  /// What all names have in common.
  private(set) var heading: PlacedText?

  /// The height of all rows.
  private(set) var height = 0.0

  /// Whether each curve has its name.
  private(set) var isWhole = true

  /// A way to write the names, with so many rows for them.
  private struct Wording {
    var names: [String]
    var heading = ""
    var rows: Int
  }

  /// The legend from the upper left corner of a strip, as high as it needs but not higher than that.
  ///
  /// Names that have no room are shortened only where the whole height is not enough for them.
  init(
    _ entries: [LegendEntry], below title: String, in strip: Rectangle, metrics: Metrics,
    ruler: some TextRuler
  ) {
    guard !entries.isEmpty else { return }
    let font = metrics.name
    let rowHeight = ruler.size(of: "M", in: font).height + metrics.lineGap
    func rows(_ share: Double) -> Int { max(1, Int(strip.height * share / rowHeight)) }
    let beforeText = metrics.sampleLength + metrics.smallGap
    let between = metrics.gap * 2

    func width(_ names: [String]) -> Double {
      (names.map { ruler.size(of: $0, in: font).width }.max() ?? 0) + beforeText
    }
    func columns(_ names: [String]) -> Int {
      Int((strip.width + between) / (width(names) + between))
    }

    let labels = entries.map { ruler.showable(printable($0.label)) }
    let parts = CommonParts(labels)
    let isSaid = title.contains(parts.heading)
    let (few, many) = (rows(0.6), rows(1))
    var wordings = [Wording(names: labels, rows: few)]
    if !isSaid {
      wordings += [few - 1, many - 1].map {
        Wording(names: parts.rests, heading: parts.heading, rows: $0)
      }
    }
    wordings += [few, many].map { Wording(names: parts.rests, rows: $0) }
    var wording = wordings[0]
    // Whole long names, one below the other, would take too much from the curves.
    let roomy = wordings.first {
      columns($0.names) >= ($0.rows > few ? 2 : 1) && columns($0.names) * $0.rows >= entries.count
    }
    if let roomy {
      wording = roomy
    } else {
      // One column, then two of shortened names and so on, until the rows are enough.
      wording = Wording(names: parts.rests, rows: few)
      for wished in 1...4 {
        let widest = (strip.width - between * Double(wished - 1)) / Double(wished)
        wording.names = parts.rests.map {
          fitted($0, to: max(0, widest - beforeText), keeping: .bothEnds, font: font, ruler: ruler)
        }
        if columns(wording.names) * few >= entries.count { break }
      }
    }

    var top = strip.top
    let said = fitted(wording.heading, to: strip.width, font: font, ruler: ruler)
    if !said.isEmpty {
      heading = PlacedText(
        said, x: strip.left, top: top, font: font, isQuiet: true, ruler: ruler)
      top += rowHeight
    }
    let cell = width(wording.names) + between
    let columns = max(1, columns(wording.names))
    let room = columns * wording.rows
    let shown = entries.count <= room ? entries.count : max(0, room - 1)
    isWhole = shown == entries.count
    func corner(_ index: Int) -> Point {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      return Point(
        x: (strip.left + Double(column) * cell).rounded(), y: top + Double(row) * rowHeight)
    }
    for index in 0..<shown {
      let place = corner(index)
      let text = PlacedText(
        wording.names[index], x: place.x + beforeText, top: place.y, font: font, ruler: ruler)
      let y = (text.box.top + text.box.bottom) / 2
      let sample = [
        Point(x: place.x, y: y), Point(x: place.x + metrics.sampleLength, y: y),
      ]
      keys.append(LegendKey(sample: sample, style: entries[index].style, text: text))
    }
    if shown < entries.count {
      let place = corner(shown)
      let count = entries.count - shown
      let texts = ["and \(count) more", "+\(count)"].map {
        PlacedText($0, x: place.x, top: place.y, font: font, isQuiet: true, ruler: ruler)
      }
      if let text = texts.first(where: { $0.box.width <= cell - between }) {
        keys.append(LegendKey(sample: [], style: 0, text: text))
      }
    }
    height = (keys.map(\.text.box.bottom).max() ?? strip.top) - strip.top
  }
}
