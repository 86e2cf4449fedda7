/// The labels of the axis of steps and its name, below the lowest panel.
struct StepAxisLabels {
  /// Where the panels end.
  let top: Double

  private let hasLabels: Bool
  private let nameTop: Double?
  private let metrics: Metrics

  private static let name = "step"

  /// The room for labels and name, whichever the furniture has, down to the bottom.
  init(_ furniture: Furniture, bottom: Double, metrics: Metrics, ruler: some TextRuler) {
    self.metrics = metrics
    hasLabels = furniture.contains(.tickLabels)
    var top = bottom
    if furniture.contains(.stepName) {
      top -= ruler.size(of: Self.name, in: metrics.name).height
      nameTop = top
      top -= metrics.smallGap
    } else {
      nameTop = nil
    }
    if hasLabels {
      top -= ruler.size(of: "0", in: metrics.label).height + metrics.smallGap
      top -= metrics.tickLength
    }
    self.top = top.rounded(.down)
  }

  /// The name, or nothing.
  func name(centredAt x: Double, ruler: some TextRuler) -> [PlacedText] {
    guard let nameTop else { return [] }
    return [
      PlacedText(
        Self.name, x: x, top: nameTop, anchor: .middle, font: metrics.name, ruler: ruler)
    ]
  }

  /// The ticks up to a position a little behind the last step; labels that would reach out of the
  /// room from left to right are moved inwards.
  func ticks(
    on axis: StepAxis, upTo right: Double, inside room: ClosedRange<Double>, ruler: some TextRuler
  ) -> [Tick] {
    let target = Int(Double(axis.columns) / metrics.stepTickSpacing) + 1
    return roomyTicks(upTo: target, gap: metrics.gap) { count in
      let steps = tickSteps(on: axis, count: count)
        .filter { $0 >= axis.steps.lowerBound && axis.position(of: $0) <= right }
      guard hasLabels else {
        return steps.map { Tick(position: axis.position(of: $0), label: nil) }
      }
      return zip(steps, stepLabels(for: steps)).compactMap { step, label in
        tick(label, at: axis.position(of: step), inside: room, ruler: ruler)
      }
    }
  }

  private func tickSteps(on axis: StepAxis, count: Int) -> [Int] {
    let (first, last) = (axis.steps.lowerBound, axis.steps.upperBound - 1)
    if last - first < 2 { return Array(axis.steps) }
    // Steps are at most 2^53, doubles as they are.
    let found = TickSearch.ticks(
      for: Double(first)...Double(last), target: min(count, axis.steps.count), wholeNumbers: true)
    return found.map { Int($0.value) }
  }

  private func tick(
    _ label: String, at position: Double, inside room: ClosedRange<Double>, ruler: some TextRuler
  ) -> Tick? {
    let half = ruler.size(of: label, in: metrics.label).width / 2
    guard room.lowerBound + half <= room.upperBound - half else { return nil }
    let centre = min(max(position, room.lowerBound + half), room.upperBound - half)
    let text = PlacedText(
      label, x: centre, top: top + metrics.tickLength + metrics.smallGap / 2, anchor: .middle,
      font: metrics.label, isQuiet: true, ruler: ruler)
    return Tick(position: position, label: text)
  }
}
