import Testing

@testable import LRPlot

/// What is read from right to left, as its letters stand from left to right.
@Suite struct WritingDirectionTests {
  /// Hebrew: shalom.
  private static let hebrew = "\u{5e9}\u{5dc}\u{5d5}\u{5dd}"
  private static let turned = "\u{5dd}\u{5d5}\u{5dc}\u{5e9}"

  @Test(arguments: [
    "", "learning rate (1e-4)", "gr\u{f6}\u{df}er", "\u{3b2} = 0.9", "\u{5b66}\u{7fd2}",
  ])
  func textFromLeftToRightStays(text: String) {
    #expect(visualOrder(text) == text)
    #expect(!beginsRightToLeft(text))
  }

  @Test(
    arguments: [
      (hebrew, turned),
      // Numbers and Latin words keep their own direction.
      ("\(hebrew) 1200", "1200 \(turned)"), ("\(hebrew) OneCycle", "OneCycle \(turned)"),
      ("OneCycle \(hebrew) 12", "OneCycle 12 \(turned)"),
      // Brackets open to the other side.
      ("(\(hebrew)) a", "a (\(turned))"), ("\(hebrew) (\(hebrew))", "(\(turned)) \(turned)"),
      ("\(hebrew)!", "!\(turned)"),
      // A point stays behind its letter: shin with dagesh, lamed.
      ("\u{5e9}\u{5bc}\u{5dc}", "\u{5dc}\u{5e9}\u{5bc}"),
    ])
  func hebrewIsTurned(text: String, shown: String) {
    #expect(visualOrder(text) == shown)
  }

  @Test(
    arguments: [
      // Beh three times: at the beginning, in the middle and at the end of a word.
      ("\u{628}\u{628}\u{628}", "\u{fe90}\u{fe92}\u{fe91}"),
      // A beh alone; a dal joins to what is before it only.
      ("\u{628}", "\u{fe8f}"), ("\u{628}\u{62f}\u{628}", "\u{fe8f}\u{feaa}\u{fe91}"),
      // Lam and alef become one letter, alone and behind a beh.
      ("\u{644}\u{627}", "\u{fefb}"), ("\u{628}\u{644}\u{627}", "\u{fefc}\u{fe91}"),
      ("lr \u{628}\u{628} 5", "lr 5 \u{fe90}\u{fe91}"),
    ])
  func arabicIsJoined(text: String, shown: String) {
    #expect(visualOrder(text) == shown)
  }

  /// For fonts without the joined forms.
  @Test func arabicCanStayInSingleLetters() {
    #expect(
      visualOrder("\u{628}\u{644}\u{627}", joiningArabic: false) == "\u{627}\u{644}\u{628}")
  }

  @Test(
    arguments: [
      (hebrew, true), ("1200 \(hebrew) lr", true), ("lr \(hebrew)", false), ("\u{628}", true),
      ("\u{5b66} \(hebrew)", false), ("12", false),
    ])
  func theFirstLetterGivesTheDirection(text: String, isRightToLeft: Bool) {
    #expect(beginsRightToLeft(text) == isRightToLeft)
  }

  /// The glyphs that Cairo draws are those of the turned text, where a font has Hebrew.
  @Test func cairoDrawsFromLeftToRight() throws {
    let canvas = try CairoCanvas(PictureSize(width: 1, height: 1))
    let text = "lr \(Self.hebrew) (12)"
    guard canvas.showable(text) == text else { return }
    #expect(canvas.runs(of: text).map(\.text).joined() == visualOrder(text))
    #expect(visualOrder(text) != text)
  }
}
