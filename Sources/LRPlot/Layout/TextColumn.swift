/// Lines of text, one below the other.
struct TextColumn {
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
    bottom = (placed.box.bottom + metrics.lineGap).rounded(.up)
  }

  /// Adds a quiet line, or two where it does not fit and these end above `limit`.
  mutating func addLines(
    _ text: String, upTo limit: Double, font: Font, ruler: some TextRuler
  ) {
    let height = ruler.size(of: "M", in: font).height + metrics.lineGap
    func fits(_ line: Substring) -> Bool {
      ruler.size(of: ruler.showable(printable(String(line))), in: font).width <= right - left
    }
    var lines = [text[...]]
    if bottom + 2 * height <= limit, !fits(text[...]) {
      let spaces = text.ranges(of: ", ").map { text.index(after: $0.lowerBound) }
      if let last = spaces.last(where: { fits(text[..<$0]) }) {
        lines = [text[..<last], text[text.index(after: last)...]]
      }
    }
    for line in lines { add(String(line), font: font, isQuiet: true, ruler: ruler) }
  }
}
