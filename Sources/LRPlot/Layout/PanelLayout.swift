/// A panel at its place.
struct PanelLayout: Sendable {
  /// What the axis of values shows.
  let name: String

  /// The panel; curves are clipped to it.
  let frame: Rectangle
  let scale: any Scale
  let ticks: [Tick]

  /// Whether labels of ticks are missing for want of room.
  let isCrowded: Bool

  /// Where ticks without labels are.
  let minorTicks: [Double]

  /// Where 0 is, if values lie on both sides of it.
  let zero: Double?
  let curves: [Picture.Curve]

  /// The name of the values above the panel, and what is said where there are none.
  let texts: [PlacedText]
}
