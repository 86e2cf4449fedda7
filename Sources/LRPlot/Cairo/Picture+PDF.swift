import CCairo

extension Picture {
  /// Three quarters of a point: as on the web, 96 pixels are an inch.
  private static let pointsPerPixel = 0.75

  /// The picture as a PDF file of one page: the same bytes for the same picture and fonts.
  ///
  /// Lines are lines and texts are text, that can be searched and copied. A pixel is 0.75 points,
  /// so that a picture of 1200 x 700 pixels is 12.5 inches wide.
  ///
  /// - Throws: `PictureError.drawingFailed` where Cairo fails, for want of memory say.
  public func pdf() throws(PictureError) -> [UInt8] {
    var canvas = try CairoCanvas(
      page: size, pointsPerPixel: Self.pointsPerPixel,
      metadata: [
        (CAIRO_PDF_METADATA_TITLE, title),
        (CAIRO_PDF_METADATA_SUBJECT, description),
        (CAIRO_PDF_METADATA_CREATOR, "lrsched"),
        // A picture has no date: that of today would make other bytes of it each second.
        (CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z"),
      ])
    Layout(self, ruler: canvas).draw(on: &canvas, theme: theme.colors)
    return try canvas.pdf()
  }
}
