/// A panel at its place.
struct PanelLayout: Sendable {
  /// The panel; curves are clipped to it.
  let frame: Rectangle
  let scale: LinearScale
  let ticks: [Tick]
  let curves: [Picture.Curve]

  /// The name of the values above the panel, and what is said where there are none.
  let texts: [PlacedText]
}

/// The scale and the ticks of a panel, found before its left edge is known.
struct ValueAxis {
  let scale: LinearScale

  /// The ticks; the labels end at 0 pixels and have to be moved to their place.
  private let marks: [(position: Double, label: String)]

  private let metrics: Metrics

  /// An axis for curves with these bounds: from the pixel position of the smallest value up to that
  /// of the largest one.
  init(
    showing bounds: [ClosedRange<Double>], from bottom: Double, to top: Double, metrics: Metrics,
    ruler: some TextRuler
  ) {
    let data = valueDomain(showing: bounds)
    let height = bottom - top
    self.metrics = metrics
    var found = LinearScale(domain: data, start: bottom, end: top)
    var marks: [(position: Double, label: String)] = []
    let ticks = roomyTicks(
      upTo: min(10, Int(height / metrics.valueTickSpacing) + 1), gap: metrics.smallGap
    ) { count in
      let numbers = TickSearch.ticks(for: data, target: count)
      let values = numbers.map(\.value)
      let ends = values + [data.lowerBound, data.upperBound]
      found = LinearScale(
        domain: (ends.min() ?? data.lowerBound)...(ends.max() ?? data.upperBound), start: bottom,
        end: top)
      marks = zip(values, valueLabels(for: numbers)).compactMap { value, label in
        found.position(of: value).map { ($0, label) }
      }
      return Self.ticks(marks, right: 0, metrics: metrics, ruler: ruler)
    }
    self.scale = found
    let kept = Set(ticks.map(\.position))
    self.marks = marks.filter { kept.contains($0.position) }
  }

  /// The room that the labels need.
  func labelWidth(ruler: some TextRuler) -> Double {
    marks.map { ruler.size(of: $0.label, in: metrics.label).width }.max() ?? 0
  }

  /// The ticks with their labels ending at `right`.
  func ticks(labelsEndingAt right: Double, ruler: some TextRuler) -> [Tick] {
    Self.ticks(marks, right: right, metrics: metrics, ruler: ruler)
  }

  /// The ticks without labels.
  var bareTicks: [Tick] { marks.map { Tick(position: $0.position, label: nil) } }

  private static func ticks(
    _ marks: [(position: Double, label: String)], right: Double, metrics: Metrics,
    ruler: some TextRuler
  ) -> [Tick] {
    marks.map { position, label in
      let height = ruler.size(of: label, in: metrics.label).height
      let text = PlacedText(
        label, x: right, top: position - height / 2, anchor: .end, font: metrics.label,
        isQuiet: true, ruler: ruler)
      return Tick(position: position, label: text)
    }
  }
}
