import CCairo

/// Which of the installed fonts shows a text.
struct CairoFonts {
  /// The families in the order they are tried; `sans` is whatever the machine prefers.
  static let families = ["DejaVu Sans", "sans", "Noto Sans", "Noto Sans CJK SC"]

  // Bounds: the canvas owns the context, and its own methods alone use its fonts.
  private let context: OpaquePointer
  private let families: [String]

  /// The fonts that a context can draw with.
  init(_ context: OpaquePointer, families: [String]) {
    self.context = context
    self.families = families
  }

  /// Selects the first font, whose lines are as high as all lines of a picture.
  func select(_ font: Font) { select(font, family: families.first ?? "") }

  func select(_ font: Font, family: String) {
    select(family, font.weight)
    cairo_set_font_size(context, font.size)
  }

  /// A part of a text that one family shows.
  struct Run {
    let family: String
    var text: String
  }

  /// The parts of a text that is showable, from left to right: one, if a family shows all of it.
  func runs(of text: String) -> [Run] {
    let text = visual(text)
    if let family = families.first(where: { shows(text, in: $0) }) {
      return [Run(family: family, text: text)]
    }
    var runs: [Run] = []
    for letter in text.map(String.init) {
      if let last = runs.last, shows(letter, in: last.family) {
        runs[runs.count - 1].text += letter
      } else {
        let family = families.first { shows(letter, in: $0) } ?? families.first ?? ""
        runs.append(Run(family: family, text: letter))
      }
    }
    return runs
  }

  /// The text from left to right; Arabic letters are joined where the fonts have the forms for it.
  private func visual(_ text: String) -> String {
    let joined = visualOrder(text)
    return joined == text || isShowable(joined) ? joined : visualOrder(text, joiningArabic: false)
  }

  /// Whether no font is installed, so that Cairo draws letters of its own, the ASCII ones only.
  var areBuiltIn: Bool { families.first.map(isBuiltIn) ?? true }

  /// The text with each character that no font has in ASCII letters.
  func showable(_ text: String) -> String {
    if families.contains(where: { shows(text, in: $0) }) { return text }
    return text.map { hasFont(for: $0) ? String($0) : transliterated($0) }.joined()
  }

  private func isShowable(_ text: String) -> Bool {
    families.contains { shows(text, in: $0) } || text.allSatisfy(hasFont)
  }

  private func hasFont(for letter: Character) -> Bool {
    families.contains { shows(String(letter), in: $0) }
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
    // Bounds: Cairo allocates count glyphs, which are freed when all have been looked at.
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
