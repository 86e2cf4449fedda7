/// The scale and the ticks of a panel, found before its left edge is known.
struct ValueAxis {
  let scale: any Scale

  /// Where ticks without labels are.
  let minorTicks: [Double]

  /// Where 0 is, if values lie on both sides of it.
  let zero: Double?

  /// Whether there is no room for a second label, which a scale needs to be read.
  let isCrowded: Bool

  /// The ticks; the labels end at 0 pixels and have to be moved to their place.
  private let marks: [(position: Double, label: String)]

  private let metrics: Metrics

  /// An axis for these values: from the pixel position of the smallest one up to that of the
  /// largest one.
  init(
    showing values: PanelValues, from bottom: Double, to top: Double, metrics: Metrics,
    ruler: some TextRuler
  ) {
    let isLogarithmic = values.isLogarithmic
    let data =
      isLogarithmic
      ? logarithmicDomain(showing: values.bounds) : valueDomain(showing: values.bounds)
    func scale(_ domain: ClosedRange<Double>) -> any Scale {
      isLogarithmic
        ? LogarithmicScale(domain: domain, start: bottom, end: top)
        : LinearScale(domain: domain, start: bottom, end: top)
    }
    self.metrics = metrics
    var found = scale(data)
    var marks: [(position: Double, label: String)] = []
    let target = min(10, Int(((bottom - top) / metrics.valueTickSpacing).rounded()) + 1)
    let row = roomyTicks(
      among: tickChoices(
        for: data, target: target, isLogarithmic: isLogarithmic, needsZero: !isLogarithmic),
      gap: metrics.valueLabelGap, distance: isLogarithmic ? metrics.valueTickSpacing * 0.45 : 0,
      minorDistance: metrics.minorTickSpacing
    ) { choice in
      let numbers = choice.labelled.filter { !values.isZero || $0.coefficient == 0 }
      let ends = numbers.map(\.value) + [data.lowerBound, data.upperBound]
      found = scale((ends.min() ?? data.lowerBound)...(ends.max() ?? data.upperBound))
      let labels =
        choice.isByDecade ? logarithmicLabels(for: numbers) : valueLabels(for: numbers)
      marks = zip(numbers, labels).compactMap { number, label in
        found.position(of: number.value).map { ($0, label) }
      }
      return TickRow(
        ticks: Self.ticks(marks, right: 0, metrics: metrics, ruler: ruler),
        minor: choice.minor.compactMap { found.position(of: $0.value) })
    }
    self.scale = found
    let kept = Set(row.ticks.map(\.position))
    isCrowded = kept.count < min(2, marks.count)
    self.marks = marks.filter { kept.contains($0.position) }
    minorTicks = row.minor
    zero =
      !isLogarithmic && data.lowerBound < 0 && data.upperBound > 0 ? found.position(of: 0) : nil
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
