@testable import LRPlot

/// Letters that are all as wide as three fifths of the font's size.
struct FixedRuler: TextRuler {
  func size(of text: String, in font: Font) -> TextSize {
    TextSize(
      width: 0.6 * font.size * Double(text.count), ascent: 0.9 * font.size,
      descent: 0.25 * font.size)
  }
}

/// Keeps what was drawn.
struct RecordingCanvas: Canvas {
  struct Line {
    let points: [Point]
    let pen: Pen

    /// The panel the line was clipped to; nil for lines around the panels.
    let clip: Rectangle?
  }

  private(set) var lines: [Line] = []
  private(set) var dots: [Point] = []
  private(set) var texts: [String] = []
  private(set) var fills: [Rectangle] = []
  private var clip: Rectangle?

  /// The lines of curves: those that are clipped to a panel.
  var curveLines: [Line] { lines.filter { $0.clip != nil } }

  mutating func fill(_ rectangle: Rectangle, with color: Color) { fills.append(rectangle) }

  mutating func stroke(_ points: [Point], with pen: Pen) {
    lines.append(Line(points: points, pen: pen, clip: clip))
  }

  mutating func dot(at center: Point, radius: Double, color: Color) { dots.append(center) }

  mutating func write(
    _ text: String, at point: Point, anchor: TextAnchor, font: Font, color: Color
  ) {
    texts.append(text)
  }

  mutating func beginClip(to rectangle: Rectangle) { clip = rectangle }

  mutating func endClip() { clip = nil }
}

/// The layout of a picture, drawn on a recording canvas.
func recorded(_ picture: Picture) -> (layout: Layout, canvas: RecordingCanvas) {
  let layout = Layout(picture, ruler: FixedRuler())
  var canvas = RecordingCanvas()
  layout.draw(on: &canvas, theme: .light)
  return (layout, canvas)
}
