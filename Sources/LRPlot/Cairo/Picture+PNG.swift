extension Picture {
  /// The picture as a PNG file: the same bytes for the same picture and fonts.
  ///
  /// Each column of pixels shows the exact extremes of its steps; the work depends on the width of
  /// the picture, not on the number of steps.
  ///
  /// - Parameter note: Takes what is said of panels that the picture is too small for.
  /// - Returns: The bytes of the file.
  /// - Throws: `PictureError.drawingFailed` where Cairo fails, for want of memory say.
  public func png(noting note: (String) -> Void = { _ in }) throws(PictureError) -> [UInt8] {
    var canvas = try CairoCanvas(
      size, pixelsPerPoint: pixelsPerPoint, isTransparent: theme.colors.background == nil)
    let layout = Layout(self, pixelsPerPoint: pixelsPerPoint, ruler: canvas)
    if let notice = layout.roomNotice { note(notice) }
    layout.draw(on: &canvas, theme: theme.colors)
    return adding(pngChunks, toPNG: withoutBackground(png: try canvas.png()))
  }

  /// What the file says besides its pixels: how large they are, and what the picture shows.
  private var pngChunks: [PNGChunk] {
    // A point is 1/72 inch; beyond any picture, the number of pixels has no place in a chunk.
    let pixels = (72 / 0.0254 * pixelsPerPoint).rounded()
    var chunks = [
      PNGChunk.resolution(pixelsPerMetre: UInt32(min(max(pixels, 1), Double(Int32.max)))),
      PNGChunk.text("Software", "lrsched"),
    ]
    if !description.isEmpty { chunks.append(.text("Description", description)) }
    return chunks
  }
}
