import CCairo

/// A picture drawn by Cairo: pixels or a page.
final class CairoCanvas {
  // Bounds: both are there from `init` to `deinit`, and `fonts`, which has the context too, is used by this
  // canvas's methods alone.
  private let surface: OpaquePointer
  private let context: OpaquePointer

  /// What a page is written to, while it is drawn.
  private let file: CairoFile

  /// Lines are cut off here, a little outside of the picture, where no cut is seen.
  private let limits: Rectangle

  private let fonts: CairoFonts

  private init(
    _ surface: OpaquePointer?, file: CairoFile, size: PictureSize, scale: Double,
    families: [String] = CairoFonts.families
  ) throws(PictureError) {
    // Bounds: what Cairo has made is kept, or destroyed before the error is thrown.
    let context = cairo_create(surface)
    guard let surface, let context else {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
      throw .drawingFailed(reason: "no surface")
    }
    self.surface = surface
    self.context = context
    self.file = file
    fonts = CairoFonts(context, families: families)
    // Beyond 2^23 pixels Cairo's coordinates wrap; a line is a few points wide.
    let margin = max(10, 1000 / scale)
    limits = Rectangle(
      left: 0, top: 0, right: Double(size.width), bottom: Double(size.height)
    ).inset(x: -margin, y: -margin)
    try check(cairo_surface_status(surface))
    try check(cairo_status(context))
    cairo_scale(context, scale, scale)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
  }

  deinit {
    cairo_destroy(context)
    // Ends the file, if nothing else has: it must still be there.
    withExtendedLifetime(file) { cairo_surface_destroy(surface) }
  }

  /// An image, whose pixels are transparent until they are drawn on where `isTransparent` is set.
  ///
  /// - Throws: `PictureError.drawingFailed` where Cairo has no memory for the pixels.
  convenience init(
    _ size: PictureSize, pixelsPerPoint: Double = 1, isTransparent: Bool = false,
    families: [String] = CairoFonts.families
  ) throws(PictureError) {
    let pixels = try size.scaled(by: pixelsPerPoint)
    let surface = cairo_image_surface_create(
      isTransparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(pixels.width),
      Int32(pixels.height))
    try self.init(
      surface, file: CairoFile(), size: size, scale: pixelsPerPoint, families: families)
    // Not the desktop's settings: the same text on every machine that has the font.
    let options = cairo_font_options_create()
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  /// A page of a PDF file, with these entries in its list of what it is.
  ///
  /// - Throws: `PictureError.drawingFailed` where Cairo has no memory for the page.
  convenience init(
    page size: PictureSize, pointsPerPixel scale: Double,
    metadata: [(cairo_pdf_metadata_t, String)]
  ) throws(PictureError) {
    // Bounds: the canvas keeps the file, and `deinit` ends the surface, which writes to it, before.
    let file = CairoFile()
    let surface = cairo_pdf_surface_create_for_stream(
      appendBytes, Unmanaged.passUnretained(file).toOpaque(), Double(size.width) * scale,
      Double(size.height) * scale)
    // The newest version without streams of objects, which LaTeX takes without a warning.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    try self.init(surface, file: file, size: size, scale: scale)
    for (entry, text) in metadata { cairo_pdf_surface_set_metadata(surface, entry, text) }
  }

  /// The image as a PNG file.
  ///
  /// - Throws: `PictureError.drawingFailed` where drawing or writing went wrong.
  func png() throws(PictureError) -> [UInt8] {
    try check(cairo_status(context))
    cairo_surface_flush(surface)
    // Bounds: Cairo writes during this call alone, and the file's bytes are taken after it.
    let file = CairoFile()
    let status = cairo_surface_write_to_png_stream(
      surface, appendBytes, Unmanaged.passUnretained(file).toOpaque())
    try check(status)
    return file.bytes
  }

  /// The page as a PDF file; nothing can be drawn any more.
  ///
  /// - Throws: `PictureError.drawingFailed` where drawing or writing went wrong.
  func pdf() throws(PictureError) -> [UInt8] {
    cairo_show_page(context)
    try check(cairo_status(context))
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface))
    return file.bytes
  }

  private func check(_ status: cairo_status_t) throws(PictureError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    // Bounds: Cairo's own constant, which ends with a NUL.
    throw .drawingFailed(reason: String(cString: cairo_status_to_string(status)))
  }

  private func select(_ color: Color) {
    cairo_set_source_rgb(context, color.red, color.green, color.blue)
  }

  private func addPath(_ rectangle: Rectangle) {
    cairo_rectangle(context, rectangle.left, rectangle.top, rectangle.width, rectangle.height)
  }
}

/// The bytes that Cairo has written.
private final class CairoFile {
  var bytes: [UInt8] = []
}

private func appendBytes(
  _ file: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: UInt32
) -> cairo_status_t {
  // Bounds: the file is kept until Cairo has written all; bytes are count, lent for the call.
  guard let file else { return CAIRO_STATUS_NULL_POINTER }
  Unmanaged<CairoFile>.fromOpaque(file).takeUnretainedValue()
    .bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
  return CAIRO_STATUS_SUCCESS
}

extension CairoCanvas: TextRuler {
  func size(of text: String, in font: Font) -> TextSize {
    // All lines are as high as those of the first font: the ideographs of others, which have taller
    // lines, are not taller than its letters.
    fonts.select(font)
    var line = cairo_font_extents_t()
    cairo_font_extents(context, &line)
    var width = 0.0
    var end = 0.0
    for run in fonts.runs(of: text) {
      fonts.select(font, family: run.family)
      var extents = cairo_text_extents_t()
      cairo_text_extents(context, run.text, &extents)
      // Some letters reach beyond the place where the next one begins.
      width = end + max(extents.x_advance, extents.x_bearing + extents.width)
      end += extents.x_advance
    }
    return TextSize(width: width, ascent: line.ascent, descent: line.descent)
  }

  func showable(_ text: String) -> String { fonts.showable(text) }

  /// The parts of a text that is showable, from left to right: one, if a family shows all of it.
  func runs(of text: String) -> [CairoFonts.Run] { fonts.runs(of: text) }

  /// Whether no font is installed, so that Cairo draws letters of its own, the ASCII ones only.
  var hasBuiltInFonts: Bool { fonts.areBuiltIn }
}

extension CairoCanvas: Canvas {
  func fill(_ rectangle: Rectangle, with color: Color) {
    select(color)
    addPath(rectangle)
    cairo_fill(context)
  }

  func stroke(_ points: [Point], with pen: Pen) {
    for line in clipped(points, to: limits) {
      for (index, point) in line.enumerated() {
        if index == 0 {
          cairo_move_to(context, point.x, point.y)
        } else {
          cairo_line_to(context, point.x, point.y)
        }
      }
    }
    select(pen.color)
    cairo_set_line_width(context, pen.width)
    cairo_set_dash(context, pen.dashes, Int32(pen.dashes.count), 0)
    cairo_stroke(context)
  }

  func dot(at center: Point, radius: Double, color: Color) {
    guard limits.contains(center) else { return }
    select(color)
    cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
    cairo_fill(context)
  }

  func write(_ text: String, at point: Point, anchor: TextAnchor, font: Font, color: Color) {
    guard limits.contains(point) else { return }
    let width = size(of: text, in: font).width
    let left =
      switch anchor {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    select(color)
    cairo_move_to(context, left.rounded(), point.y.rounded())
    for run in fonts.runs(of: text) {
      fonts.select(font, family: run.family)
      cairo_show_text(context, run.text)
    }
    cairo_new_path(context)
  }

  func beginClip(to rectangle: Rectangle) {
    cairo_save(context)
    addPath(rectangle)
    cairo_clip(context)
  }

  func endClip() {
    cairo_restore(context)
  }
}
