/// The labels of the axis of steps and its name, below the lowest panel.
struct StepAxisLabels {
  /// Where the panels end.
  let top: Double

  private let hasLabels: Bool
  private let nameTop: Double?
  private let metrics: Metrics

  private let unit: Picture.StepUnit

  /// The room for labels and name, whichever the furniture has, down to the bottom.
  init(
    _ unit: Picture.StepUnit, _ furniture: Furniture, bottom: Double, metrics: Metrics,
    ruler: some TextRuler
  ) {
    self.unit = unit
    self.metrics = metrics
    hasLabels = furniture.contains(.tickLabels)
    var top = bottom
    if furniture.contains(.stepName) {
      top -= ruler.size(of: "M", in: metrics.name).height
      nameTop = top
      top -= metrics.lineGap
    } else {
      nameTop = nil
    }
    if hasLabels {
      top -= ruler.size(of: "0", in: metrics.label).height + metrics.lineGap
      top -= metrics.tickLength
    }
    self.top = top.rounded(.down)
  }

  /// The name and what the axis has no place for, or nothing.
  func name(
    note: String, in room: ClosedRange<Double>, centredAt x: Double, ruler: some TextRuler
  ) -> [PlacedText] {
    guard let nameTop else { return [] }
    return axisName(
      unit.label, note: note, in: room, centredAt: x, top: nameTop, metrics: metrics, ruler: ruler)
  }

  /// The ticks up to a position a little behind the last step; labels that would reach out of the
  /// room from left to right are moved inwards.
  func ticks(
    on axis: StepAxis, isLogarithmic: Bool, upTo right: Double, inside room: ClosedRange<Double>,
    ruler: some TextRuler
  ) -> TickRow {
    /// Half a pixel for what `perStep` rounds.
    let shown = (axis.left - 0.5)...max(axis.left, right)
    func position(_ number: DecimalNumber) -> Double? {
      let position = axis.position(of: number.value / unit.perStep)
      return shown.contains(position) ? position : nil
    }
    return roomyTicks(
      among: choices(on: axis, isLogarithmic: isLogarithmic), gap: metrics.gap,
      distance: isLogarithmic ? metrics.stepTickSpacing * 0.45 : 0,
      minorDistance: metrics.minorTickSpacing
    ) { choice in
      let numbers = choice.labelled.filter { position($0) != nil }
      let labels =
        choice.isByDecade ? logarithmicStepLabels(for: numbers) : stepLabels(for: numbers)
      let ticks = zip(numbers, labels).compactMap { number, label in
        position(number).flatMap { tick(label, at: $0, inside: room, ruler: ruler) }
      }
      return TickRow(ticks: ticks, minor: choice.minor.compactMap(position))
    }
  }

  private func choices(on axis: StepAxis, isLogarithmic: Bool) -> AnySequence<TickChoice> {
    let (first, last) = (axis.steps.lowerBound, axis.steps.upperBound - 1)
    let (low, high) = (Double(first) * unit.perStep, Double(last) * unit.perStep)
    // Nearer to each other than this, ends leave nothing between them.
    let narrow = 1e-12 * max(low.magnitude, high.magnitude)
    let areSteps = unit.perStep == 1
    if last - first < 2 || (!areSteps && high - low <= narrow) {
      let ends = first == last ? [low] : [low, high]
      return AnySequence([TickChoice(labelled: ends.map(DecimalNumber.init(near:)))])
    }
    // Steps are at most 2^53, doubles as they are.
    let target = Int(axis.width / metrics.stepTickSpacing) + 1
    return tickChoices(
      for: low...high, target: areSteps ? min(target, axis.steps.count) : target,
      isLogarithmic: isLogarithmic, wholeNumbers: areSteps)
  }

  private func tick(
    _ label: String, at position: Double, inside room: ClosedRange<Double>, ruler: some TextRuler
  ) -> Tick? {
    guard hasLabels else { return Tick(position: position, label: nil) }
    let half = ruler.size(of: label, in: metrics.label).width / 2
    guard room.lowerBound + half <= room.upperBound - half else { return nil }
    let centre = min(max(position, room.lowerBound + half), room.upperBound - half)
    let text = PlacedText(
      label, x: centre, top: top + metrics.tickLength + metrics.lineGap / 2, anchor: .middle,
      font: metrics.label, isQuiet: true, ruler: ruler)
    return Tick(position: position, label: text)
  }
}
