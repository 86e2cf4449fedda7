/// The colours of a picture.
struct Theme: Sendable {
  /// What lies behind everything; nil for nothing.
  let background: Color?

  /// Titles and names.
  let ink: Color

  /// Labels of ticks, the subtitle.
  let quiet: Color

  let grid: Color
  let axis: Color

  /// The hairlines of marks: between the grid and the axes.
  let mark: Color

  /// The colours of the curves, in the order they are given out.
  let curves: [Color]

  /// Strokes and gaps of each pattern, in widths of the line; the first is solid.
  ///
  /// The first curve alone is solid, so that of equal ones the first is seen between the dashes of the
  /// others. With six patterns and seven colours for these, 43 curves look different, and neighbours are told
  /// apart in grey.
  static let dashes: [[Double]] = [
    [], [5, 2.5], [1, 2.2], [7, 2.5, 1, 2.5], [3, 2], [10, 3], [4, 2, 1, 2, 1, 2],
  ]

  /// Which of the colours of curves is black, or white in the dark.
  static let inkColour = 4

  // The colours of Okabe and Ito ("Color Universal Design", 2008), told apart by the colour-blind.
  // On white the orange and the sky blue are darkened to a contrast of 3 and the yellow, too weak
  // even so, is left out; on black the blue is, and black itself.

  static let light = Theme(
    background: Color(0xFFFFFF), ink: Color(0x1A1A1A), quiet: Color(0x555555),
    grid: Color(0xE6E6E6), axis: Color(0x8C8C8C), mark: Color(0xA6A6A6),
    curves: [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x000000, 0xBF8400, 0x2F9AD6].map(Color.init))

  static let dark = Theme(
    background: Color(0x16191D), ink: Color(0xE6E6E6), quiet: Color(0xA8ADB3),
    grid: Color(0x2C3036), axis: Color(0x6B7178), mark: Color(0x5A6068),
    curves: [0x56B4E9, 0xE69F00, 0x009E73, 0xCC79A7, 0xF0F0F0, 0xF0E442, 0xD55E00].map(Color.init))

  /// The colours of `light` without its background.
  static let transparent = Theme(
    background: nil, ink: light.ink, quiet: light.quiet, grid: light.grid, axis: light.axis,
    mark: light.mark, curves: light.curves)

  /// The pen of a style.
  func pen(style: Picture.LineStyle, width: Double) -> Pen {
    let (color, dashes) =
      switch style {
      case .numbered(let number): (curves[wrapped(number, below: curves.count)], number)
      case .ink(let dashes): (curves[Self.inkColour], dashes)
      case .quiet(let dashes): (axis, dashes)
      }
    let rest = wrapped(dashes, below: Self.dashes.count - 1)
    let pattern = Self.dashes[dashes != 0 && rest == 0 ? Self.dashes.count - 1 : rest]
    return Pen(color: color, width: width, dashes: pattern.map { $0 * width })
  }
}

/// The number from 0 up to `count` that differs from `number` by a multiple of `count`.
func wrapped(_ number: Int, below count: Int) -> Int {
  let remainder = number % count
  return remainder < 0 ? remainder + count : remainder
}

extension PictureTheme {
  /// The colours that the theme stands for.
  var colors: Theme {
    switch self {
    case .light: .light
    case .dark: .dark
    case .transparent: .transparent
    }
  }
}
