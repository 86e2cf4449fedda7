import Testing

@testable import LRPlot

/// What a colour must have against what it lies on (WCAG 2.2, 1.4.3 and 1.4.11).
@Suite struct ThemeTests {
  /// The relative luminance of WCAG.
  private func luminance(_ color: Color) -> Double {
    func linear(_ component: Double) -> Double {
      // ((c + 0.055) / 1.055)^2.4 by Newton's method for the fifth root: x^5 = b^12.
      if component <= 0.04045 { return component / 12.92 }
      let base = (component + 0.055) / 1.055
      let power = (0..<12).reduce(1.0) { product, _ in product * base }
      return (0..<200).reduce(1.0) { root, _ in
        root - (root * root * root * root * root - power) / (5 * root * root * root * root)
      }
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green)
      + 0.0722 * linear(color.blue)
  }

  private func contrast(_ first: Color, _ second: Color) -> Double {
    let (one, other) = (luminance(first), luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// What lies behind; the transparent theme is for a white page.
  private func background(_ theme: PictureTheme) -> Color {
    theme.colors.background ?? Color(0xFFFFFF)
  }

  @Test func theContrastOfBlackAndWhite() {
    #expect((contrast(Color(0xFFFFFF), Color(0x000000)) - 21).magnitude < 1e-9)
    #expect((contrast(Color(0x777777), Color(0xFFFFFF)) - 4.48).magnitude < 0.01)
  }

  @Test(arguments: PictureTheme.allCases)
  func curvesAreSeen(theme: PictureTheme) {
    for (index, color) in theme.colors.curves.enumerated() {
      #expect(contrast(color, background(theme)) >= 3, "curve \(index)")
    }
    #expect(Set(theme.colors.curves).count == 7)
    #expect(contrast(theme.colors.axis, background(theme)) >= 3)
  }

  @Test(arguments: PictureTheme.allCases)
  func textsAreRead(theme: PictureTheme) {
    for color in [theme.colors.ink, theme.colors.quiet] {
      #expect(contrast(color, background(theme)) >= 4.5)
    }
  }

  @Test(arguments: PictureTheme.allCases)
  func marksStandBetweenTheGridAndTheCurves(theme: PictureTheme) {
    let behind = background(theme)
    let mark = contrast(theme.colors.mark, behind)
    #expect(mark > contrast(theme.colors.grid, behind))
    #expect(theme.colors.curves.allSatisfy { contrast($0, behind) > mark })
  }

  /// So that no dash hides a difference of one row.
  @Test(arguments: PictureTheme.allCases)
  func inkIsSolidAndStrongest(theme: PictureTheme) {
    let pen = theme.colors.pen(style: .ink(dashes: 0), width: 2)
    #expect(pen.dashes.isEmpty)
    let contrasts = theme.colors.curves.map { contrast($0, background(theme)) }
    #expect(contrast(pen.color, background(theme)) == contrasts.max())
  }

  @Test func onlyTheTransparentThemeHasNoBackground() throws {
    for theme in PictureTheme.allCases {
      let picture = try Picture(
        title: "", panels: [Picture.Panel("lr", [])], steps: 0..<9, theme: theme)
      var canvas = RecordingCanvas()
      Layout(picture, ruler: FixedRuler()).draw(on: &canvas, theme: theme.colors)
      #expect(canvas.fills.isEmpty == (theme == .transparent))
    }
  }
}
