/// Tells how large a text will be; layout needs this and nothing else of a canvas.
protocol TextRuler {
  func size(of text: String, in font: Font) -> TextSize

  /// The text as the fonts can show it: what no font has is replaced by letters that they have.
  func showable(_ text: String) -> String
}

extension TextRuler {
  /// The text itself, where whoever shows it chooses the fonts.
  func showable(_ text: String) -> String { text }
}

/// What drawing needs: each kind of output is one canvas.
///
/// A canvas leaves out points that are no numbers and lines outside of the picture.
protocol Canvas {
  mutating func fill(_ rectangle: Rectangle, with color: Color)

  /// A line through points; round at its ends and corners.
  mutating func stroke(_ points: [Point], with pen: Pen)

  mutating func dot(at center: Point, radius: Double, color: Color)

  /// One line of text; its baseline begins, ends or has its middle at `point`.
  mutating func write(
    _ text: String, at point: Point, anchor: TextAnchor, font: Font, color: Color)

  /// Until `endClip`, nothing outside of the rectangle is drawn. Clips do not nest.
  mutating func beginClip(to rectangle: Rectangle)

  mutating func endClip()

  /// What is drawn until `end` is this part of the picture; parts nest.
  mutating func begin(_ part: PicturePart)

  mutating func end()
}

extension Canvas {
  func begin(_ part: PicturePart) {}

  func end() {}
}

/// A part of a picture, for a canvas that keeps parts together.
enum PicturePart: Hashable, Sendable {
  case panel(name: String)
  case grid
  case curve(name: String)
  case legend
  case texts
}

/// A colour; each component is between 0 and 1.
struct Color: Hashable, Sendable {
  let red: Double
  let green: Double
  let blue: Double

  /// A colour as the web writes it: `0xD55E00`.
  init(_ hexadecimal: UInt32) {
    red = Double(hexadecimal >> 16 & 0xFF) / 255
    green = Double(hexadecimal >> 8 & 0xFF) / 255
    blue = Double(hexadecimal & 0xFF) / 255
  }
}

/// How a line looks; lengths in pixels.
struct Pen: Hashable, Sendable {
  var color: Color
  var width: Double

  /// Lengths of strokes and gaps in turn; empty for a solid line.
  var dashes: [Double] = []
}

/// A size and a weight of the one typeface; the size in pixels.
struct Font: Hashable, Sendable {
  enum Weight: Hashable, Sendable { case regular, bold }

  var size: Double
  var weight = Weight.regular
}

/// The room that a text takes, in pixels.
struct TextSize: Hashable, Sendable {
  var width: Double

  /// From the baseline up to the top of the tallest letters.
  var ascent: Double

  /// From the baseline down.
  var descent: Double

  var height: Double { ascent + descent }
}

/// Which part of a text lies at its point.
enum TextAnchor: Hashable, Sendable { case start, middle, end }
