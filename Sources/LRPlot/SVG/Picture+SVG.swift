extension Picture {
  /// The picture as an SVG file: the same text for the same picture, on every machine.
  ///
  /// Texts are texts, in DejaVu Sans or what the viewer has instead. Who cannot see the picture is
  /// told its title and its description. Numbers have two decimals.
  ///
  /// - Parameter note: Takes what is said of panels that the picture is too small for.
  /// - Returns: The text of the file.
  public func svg(noting note: (String) -> Void = { _ in }) -> String {
    var canvas = SVGCanvas(size)
    let layout = Layout(self, ruler: TableRuler())
    if let notice = layout.roomNotice { note(notice) }
    layout.draw(on: &canvas, theme: theme.colors)
    let name = withoutDirectionMarks(
      title.isEmpty ? panels.map(\.axisLabel).joined(separator: ", ") : title)
    let description = description.isEmpty ? subtitle ?? "" : description
    // Several pictures may be part of one page; equal names then stand for equal texts.
    let key = fingerprint(of: name + "\n" + description)
    let attributes = [
      "xmlns=\"http://www.w3.org/2000/svg\"",
      "width=\"\(size.width)\" height=\"\(size.height)\"",
      "viewBox=\"0 0 \(size.width) \(size.height)\"",
      "role=\"img\" aria-labelledby=\"title-\(key) desc-\(key)\"",
      "font-family=\"DejaVu Sans, Verdana, sans-serif\"",
      "fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
    ]
    let lines =
      ["<svg \(attributes.joined(separator: " "))>"]
      + [
        "  <title id=\"title-\(key)\">\(name.escapedForXML)</title>",
        "  <desc id=\"desc-\(key)\">\(description.escapedForXML)</desc>",
      ]
      + canvas.finished() + ["</svg>", ""]
    return lines.joined(separator: "\n")
  }
}

/// Eight letters that differ where texts do (32-bit FNV-1a).
private func fingerprint(of text: String) -> String {
  let hash = text.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
