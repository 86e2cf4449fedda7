/// The colours of a picture.
struct Theme: Sendable {
  let background: Color

  /// Titles and names.
  let ink: Color

  /// Labels of ticks, the subtitle.
  let quiet: Color

  let grid: Color
  let axis: Color

  /// The colours of the curves, in the order they are given out.
  let curves: [Color]

  /// Strokes and gaps of each pattern, in widths of the line; the first is solid.
  ///
  /// There are five patterns and seven colours, so that 35 curves look different, and neighbours
  /// are told apart in grey.
  static let dashes: [[Double]] = [
    [], [5, 2.5], [1, 2.2], [7, 2.5, 1, 2.5], [3, 2],
  ]

  /// Dark on white; the colours are those of Okabe and Ito without the yellow, too weak on white.
  static let light = Theme(
    background: Color(0xFFFFFF), ink: Color(0x1A1A1A), quiet: Color(0x555555),
    grid: Color(0xE6E6E6), axis: Color(0x8C8C8C),
    curves: [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x000000, 0xE69F00, 0x56B4E9].map(Color.init))

  /// The pen of a style: any integer has one, the looks repeat after 35.
  func pen(style: Int, width: Double) -> Pen {
    let pattern = Self.dashes[wrapped(style, below: Self.dashes.count)]
    return Pen(
      color: curves[wrapped(style, below: curves.count)], width: width,
      dashes: pattern.map { $0 * width })
  }

  private func wrapped(_ number: Int, below count: Int) -> Int {
    let remainder = number % count
    return remainder < 0 ? remainder + count : remainder
  }
}
