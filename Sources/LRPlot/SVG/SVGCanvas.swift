/// Writes SVG: an element a line, so that the difference of two pictures can be read.
struct SVGCanvas {
  /// The elements, without the outermost one.
  private var elements: [String] = []

  /// The lines that one element will hold: those of one pen, one after the other.
  private var lines: (pen: Pen, data: String)?

  /// Open groups, each with the number of elements before it.
  private var groups: [Int] = []

  /// Outside of this nothing is seen, so it is left out.
  private let limits: Rectangle
  private var clip: Rectangle?

  /// A canvas without anything on it.
  init(_ size: PictureSize) {
    limits = Rectangle(
      left: 0, top: 0, right: Double(size.width), bottom: Double(size.height))
  }

  /// The elements, indented by one level.
  func finished() -> [String] {
    var canvas = self
    canvas.endLines()
    return canvas.elements
  }

  private mutating func add(_ element: String) {
    endLines()
    elements.append(indentation + element)
  }

  private var indentation: String { String(repeating: "  ", count: groups.count + 1) }

  private mutating func endLines() {
    guard let (pen, data) = lines else { return }
    lines = nil
    var element = "<path d=\"\(data)\" stroke=\"\(pen.color.svg)\""
    element += " stroke-width=\"\(svgNumber(pen.width))\""
    if !pen.dashes.isEmpty {
      let dashes = pen.dashes.map(svgNumber).joined(separator: " ")
      element += " stroke-dasharray=\"\(dashes)\""
    }
    elements.append(indentation + element + "/>")
  }
}

extension SVGCanvas: Canvas {
  mutating func fill(_ rectangle: Rectangle, with color: Color) {
    let place = [
      ("x", rectangle.left), ("y", rectangle.top), ("width", rectangle.width),
      ("height", rectangle.height),
    ].map { "\($0)=\"\(svgNumber($1))\"" }.joined(separator: " ")
    add("<rect \(place) fill=\"\(color.svg)\"/>")
  }

  mutating func stroke(_ points: [Point], with pen: Pen) {
    let data = clipped(points, to: clip ?? limits).map(svgPath).joined()
    guard !data.isEmpty else { return }
    if lines?.pen != pen { endLines() }
    lines = (pen, (lines?.data ?? "") + data)
  }

  mutating func dot(at center: Point, radius: Double, color: Color) {
    guard (clip ?? limits).contains(center) else { return }
    let place = "cx=\"\(svgNumber(center.x))\" cy=\"\(svgNumber(center.y))\""
    add("<circle \(place) r=\"\(svgNumber(radius))\" fill=\"\(color.svg)\"/>")
  }

  mutating func write(
    _ text: String, at point: Point, anchor: TextAnchor, font: Font, color: Color
  ) {
    guard limits.contains(point) else { return }
    var attributes = "x=\"\(svgNumber(point.x))\" y=\"\(svgNumber(point.y))\""
    // A text that runs from right to left begins at its right end.
    let isTurned = beginsRightToLeft(text)
    if isTurned { attributes += " direction=\"rtl\"" }
    switch anchor {
    case .start: attributes += isTurned ? " text-anchor=\"end\"" : ""
    case .middle: attributes += " text-anchor=\"middle\""
    case .end: attributes += isTurned ? "" : " text-anchor=\"end\""
    }
    attributes += " font-size=\"\(svgNumber(font.size))\""
    if font.weight == .bold { attributes += " font-weight=\"bold\"" }
    add("<text \(attributes) fill=\"\(color.svg)\">\(text.escapedForXML)</text>")
  }

  /// Lines are cut where they leave the rectangle: a `clipPath` needs a name that no other picture
  /// on the page has.
  mutating func beginClip(to rectangle: Rectangle) { clip = rectangle }

  mutating func endClip() { clip = nil }

  mutating func begin(_ part: PicturePart) {
    endLines()
    groups.append(elements.count)
    let opening = String(indentation.dropLast(2))
    elements.append("\(opening)<g class=\"\(part.className)\">")
    if let name = part.name {
      elements.append("\(indentation)<title>\(name.escapedForXML)</title>")
    }
  }

  mutating func end() {
    endLines()
    guard let start = groups.popLast() else { return }
    if elements.count == start + 1 {
      elements.removeLast()
    } else {
      elements.append(indentation + "</g>")
    }
  }
}

extension PicturePart {
  fileprivate var className: String {
    switch self {
    case .panel: "panel"
    case .grid: "grid"
    case .curve: "curve"
    case .legend: "legend"
    case .texts: "texts"
    }
  }

  /// What a browser says when the mouse rests on the part.
  fileprivate var name: String? {
    switch self {
    case .panel(let name), .curve(let name): name
    case .grid, .legend, .texts: nil
    }
  }
}
