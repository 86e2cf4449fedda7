import Testing

@testable import LRPlot

@Suite struct TransliterationTests {
  @Test(
    arguments: [
      ("abc", "abc"), ("gr\u{f6}\u{df}er", "grosser"), ("\u{c9}t\u{e9}", "Ete"),
      ("5 \u{b5}s \u{2212} 3", "5 us - 3"), ("a\u{2013}b\u{2014}c\u{2026}", "a-b-c..."),
      ("\u{3b2}\u{2081} \u{2264} \u{39b}", "beta? <= Lamda"), ("e\u{301}", "e"),
      ("\u{5b66}\u{7fd2}", "??"), ("\u{1f642}", "?"),
      ("\u{1f468}\u{200d}\u{1f469}", "?"), ("\u{201c}x\u{201d}", "\"x\""), ("\u{a0}", " "),
    ])
  func letters(text: String, ascii: String) {
    #expect(text.map(transliterated).joined() == ascii)
  }
}

@Suite struct FontTests {
  private func canvas() throws -> CairoCanvas {
    try CairoCanvas(PictureSize(width: 1, height: 1))
  }

  @Test func asciiStaysAsItIs() throws {
    let text = String(String.UnicodeScalarView((0x20..<0x7F).compactMap(Unicode.Scalar.init)))
    #expect(try canvas().showable(text) == text)
  }

  /// Each letter of each script is one that a font has, or ASCII.
  @Test func noTextHasBoxes() throws {
    let canvas = try canvas()
    for start in stride(from: UInt32(0xA1), to: 0x3_0000, by: 997) {
      let scalars = (start..<(start + 5)).compactMap(Unicode.Scalar.init)
      let text = printable(String(String.UnicodeScalarView(scalars)))
      let shown = canvas.showable(text)
      #expect(canvas.showable(shown) == shown, "from \(start)")
      #expect(canvas.size(of: shown, in: Font(size: 12)).width.isFinite)
    }
  }

  /// Where no font is installed, Cairo draws strokes of its own for ASCII.
  @Test func withoutFontsTextsAreASCII() throws {
    let canvas = try CairoCanvas(
      PictureSize(width: 9, height: 9), families: ["@cairo:"])
    #expect(canvas.hasBuiltInFonts)
    #expect(canvas.showable("\u{3b2} = 5 \u{b5}s, \u{5b66}") == "beta = 5 us, ?")
    #expect(canvas.size(of: "learning rate", in: Font(size: 12)).width > 40)
  }

  /// Each part of a text of several scripts is in a font that has it.
  @Test func scriptsMix() throws {
    let canvas = try canvas()
    let font = Font(size: 20)
    let texts = ["rate ", "\u{5b66}\u{7fd2}\u{7387}", " \u{3b2}"].map(canvas.showable)
    let text = texts.joined()
    #expect(canvas.showable(text) == text)
    #expect(canvas.runs(of: text).map(\.text).joined() == text)
    let widths = texts.map { canvas.size(of: $0, in: font).width }
    #expect(canvas.size(of: text, in: font).width > 0.8 * widths.reduce(0, +))
    let heights = (texts + [text]).map { canvas.size(of: $0, in: font).height }
    #expect(Set(heights).count == 1)
  }

  @Test func aTitleIsShownAsItCanBe() throws {
    let picture = try Picture(
      title: "rate \u{10fffd}", panels: [Picture.Panel("lr", [])], steps: 0..<9)
    let texts = Layout(picture, ruler: try canvas()).texts.map(\.text)
    #expect(texts.contains("rate ?"))
  }

  /// Without UTF-8 a terminal shows ASCII only.
  @Test func whatATerminalLacksIsSaid() throws {
    func notice(_ title: String, usesBraille: Bool) throws -> String? {
      try Picture(title: title, panels: [Picture.Panel("lr", [])], steps: 0..<9)
        .letterNotice(TerminalStyle(usesBraille: usesBraille, usesColour: false))
    }
    #expect(try notice("\u{5b66}\u{7fd2}", usesBraille: true) == nil)
    #expect(try notice("rate", usesBraille: false) == nil)
    let said = try notice("\u{5b66}\u{7fd2} \u{5b66}", usesBraille: false)
    #expect(said?.contains("has no \u{5b66} \u{7fd2}: ASCII letters") == true)
  }

  @Test func whatIsMissingIsSaid() throws {
    func notice(_ title: String) throws -> String? {
      try Picture(title: title, panels: [Picture.Panel("lr", [])], steps: 0..<9).fontNotice
    }
    let canvas = try canvas()
    if canvas.hasBuiltInFonts {
      #expect(try notice("rate")?.hasPrefix("no font is installed") == true)
    } else {
      #expect(try notice("rate") == nil)
      #expect(try notice("rate \u{10fffd}")?.hasPrefix("no font has \u{10fffd}:") == true)
      let many = String(
        String.UnicodeScalarView((0x10_FF00..<0x10_FF20).compactMap(Unicode.Scalar.init)))
      #expect(try notice(many)?.contains("and 22 more:") == true)
    }
  }
}
