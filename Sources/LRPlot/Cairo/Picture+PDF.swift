import CCairo

extension Picture {
  /// The picture as a PDF file of one page: the same bytes for the same picture and fonts.
  ///
  /// Lines are lines and texts are text, that can be searched and copied. The page has the picture's
  /// size in points.
  ///
  /// - Parameter note: Takes what is said of panels that the picture is too small for.
  /// - Returns: The bytes of the file.
  /// - Throws: `PictureError.drawingFailed` where Cairo fails, for want of memory say.
  public func pdf(noting note: (String) -> Void = { _ in }) throws(PictureError) -> [UInt8] {
    var canvas = try CairoCanvas(
      page: size, pointsPerPixel: 1,
      metadata: [
        (CAIRO_PDF_METADATA_TITLE, title),
        (CAIRO_PDF_METADATA_SUBJECT, description),
        (CAIRO_PDF_METADATA_CREATOR, "lrsched"),
        // A picture has no date: that of today would make other bytes of it each second.
        (CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z"),
      ])
    let layout = Layout(self, ruler: canvas)
    if let notice = layout.roomNotice { note(notice) }
    layout.draw(on: &canvas, theme: theme.colors)
    return try canvas.pdf()
  }
}
