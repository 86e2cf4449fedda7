/// Sizes of letters, lines and gaps, in pixels: in proportion to the picture, but readable.
struct Metrics: Sendable {
  /// 1 at 1200 x 700 pixels.
  let unit: Double

  init(_ size: PictureSize) {
    let proportion = min(Double(size.width) / 1200, Double(size.height) / 700)
    unit = max(0.85, proportion)
  }

  var title: Font { Font(size: (18 * unit).rounded(), weight: .bold) }
  var name: Font { Font(size: (14 * unit).rounded()) }
  var label: Font { Font(size: (13 * unit).rounded()) }

  /// Between the picture's edge and everything in it.
  var padding: Double { (12 * unit).rounded() }

  /// Between neighbouring parts of the picture.
  var gap: Double { (12 * unit).rounded() }

  /// Between a thing and its label.
  var smallGap: Double { (6 * unit).rounded() }

  /// Between the edge of a panel and its data, so that no curve lies on an axis.
  var inset: Double { (8 * unit).rounded() }

  var tickLength: Double { (5 * unit).rounded() }
  var hairline: Double { max(1, unit.rounded()) }
  var curveWidth: Double { 2 * unit }
  var markerRadius: Double { 3.5 * unit }

  /// Steps at least this far apart have markers.
  var markerSpacing: Double { 12 * unit }

  /// The line that stands for a curve in the legend.
  var sampleLength: Double { (32 * unit).rounded() }

  /// Wished for between two ticks.
  var stepTickSpacing: Double { 100 * unit }
  var valueTickSpacing: Double { 72 * unit }

  /// The least height of a panel, of the first one twice this; titles and labels make room for it.
  var leastPanelHeight: Double { (26 * unit).rounded(.down) }
}
