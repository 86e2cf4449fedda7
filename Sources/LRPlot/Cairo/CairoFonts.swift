import CCairo

/// Which of the installed fonts shows a text.
struct CairoFonts {
  /// The families in the order they are tried; `sans` is whatever the machine prefers.
  static let families = ["DejaVu Sans", "sans", "Noto Sans", "Noto Sans CJK SC"]

  private let context: OpaquePointer
  private let families: [String]

  /// The fonts that a context can draw with.
  init(_ context: OpaquePointer, families: [String]) {
    self.context = context
    self.families = families
  }

  func select(_ font: Font, for text: String) {
    select(family(for: text), font.weight)
    cairo_set_font_size(context, font.size)
  }

  /// Whether no font is installed, so that Cairo draws letters of its own, the ASCII ones only.
  var areBuiltIn: Bool { families.first.map(isBuiltIn) ?? true }

  /// The text with each character that no font has in ASCII letters.
  func showable(_ text: String) -> String {
    let family = family(for: text)
    if shows(text, in: family) { return text }
    return text.map { shows(String($0), in: family) ? String($0) : transliterated($0) }.joined()
  }

  /// The first family that shows all of a text; the first one of all if there is none.
  private func family(for text: String) -> String {
    families.first { shows(text, in: $0) } ?? families.first ?? ""
  }

  private func shows(_ text: String, in family: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return true }
    return !isBuiltIn(family)
      && [.regular, .bold].allSatisfy { hasGlyphs(for: text, in: family, $0) }
  }

  private func isBuiltIn(_ family: String) -> Bool {
    select(family, .regular)
    return cairo_scaled_font_get_type(cairo_get_scaled_font(context)) == CAIRO_FONT_TYPE_USER
  }

  private func hasGlyphs(for text: String, in family: String, _ weight: Font.Weight) -> Bool {
    select(family, weight)
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    let status = cairo_scaled_font_text_to_glyphs(
      cairo_get_scaled_font(context), 0, 0, text, Int32(text.utf8.count), &glyphs, &count, nil,
      nil, nil)
    defer { cairo_glyph_free(glyphs) }
    guard status == CAIRO_STATUS_SUCCESS else { return false }
    // Glyph 0 is the box that a font shows for what it does not have.
    return UnsafeBufferPointer(start: glyphs, count: Int(count)).allSatisfy { $0.index != 0 }
  }

  private func select(_ family: String, _ weight: Font.Weight) {
    cairo_select_font_face(
      context, family, CAIRO_FONT_SLANT_NORMAL,
      weight == .bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
  }
}
