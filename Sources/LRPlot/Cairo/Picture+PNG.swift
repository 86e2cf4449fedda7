extension Picture {
  /// The picture as a PNG file: the same bytes for the same picture and fonts.
  ///
  /// Each column of pixels shows the exact extremes of its steps; the work depends on the width of
  /// the picture, not on the number of steps.
  ///
  /// - Throws: `PictureError.drawingFailed` where Cairo fails, for want of memory say.
  public func png() throws(PictureError) -> [UInt8] {
    var canvas = try CairoCanvas(size)
    Layout(self, ruler: canvas).draw(on: &canvas, theme: .light)
    return try canvas.png()
  }
}
