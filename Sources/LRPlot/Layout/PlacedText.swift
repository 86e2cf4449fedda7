/// A text at its place.
struct PlacedText: Hashable, Sendable {
  let text: String

  /// The point of the baseline that `anchor` names.
  let point: Point
  let anchor: TextAnchor
  let font: Font

  /// Whether it steps back behind titles and names.
  let isQuiet: Bool

  /// The room that the text takes.
  let box: Rectangle

  /// A text whose box begins, ends or is centred at `x`, and begins at `top`.
  init(
    _ text: String, x: Double, top: Double, anchor: TextAnchor = .start, font: Font,
    isQuiet: Bool = false, ruler: some TextRuler
  ) {
    let size = ruler.size(of: text, in: font)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - size.width / 2
      case .end: x - size.width
      }
    self.text = text
    self.point = Point(x: x, y: top + size.ascent)
    self.anchor = anchor
    self.font = font
    self.isQuiet = isQuiet
    self.box = Rectangle(left: left, top: top, right: left + size.width, bottom: top + size.height)
  }

  /// The same text with its box beginning at another height.
  func moved(to top: Double, ruler: some TextRuler) -> PlacedText {
    PlacedText(
      text, x: point.x, top: top, anchor: anchor, font: font, isQuiet: isQuiet, ruler: ruler)
  }
}

/// Which part of a text that is too long is kept.
enum KeptPart: Sendable { case beginning, bothEnds }

/// A text for one line, at most `width` pixels wide; what does not fit becomes `...`.
///
/// - Returns: The text, a part of it with `...`, or an empty text where not even that fits.
func fitted(
  _ text: String, to width: Double, keeping part: KeptPart = .beginning, font: Font,
  ruler: some TextRuler
) -> String {
  // No picture is wide enough for more letters, and Cairo's coordinates end.
  let longest = 4096
  let line = ruler.showable(printable(text))
  let letters = Array(line.prefix(longest))
  func fits(_ text: String) -> Bool { ruler.size(of: text, in: font).width <= width }
  func kept(_ count: Int) -> String {
    let behind = part == .bothEnds ? count / 2 : 0
    return String(letters.prefix(count - behind)) + "..." + String(letters.suffix(behind))
  }
  if letters.count < longest, fits(line) { return line }
  var (fitting, tooMany) = (0, letters.count)
  while tooMany - fitting > 1 {
    let middle = (fitting + tooMany) / 2
    if fits(kept(middle)) { fitting = middle } else { tooMany = middle }
  }
  return fitting > 0 ? kept(fitting) : ""
}
