import LRConfiguration
import LRCurves
import LRPlot
import LRSchedule

extension Picture {
  /// The picture of schedules: their rates, and below them, where it moves, their momentum.
  ///
  /// - Parameters:
  ///   - schedules: The schedules.
  ///   - steps: The steps to show.
  ///   - look: How it looks.
  /// - Throws: `UsageError`, `ConfigurationError` or `PictureError`.
  init(_ schedules: [LabelledSchedule], steps: Range<Int>, look: PictureArguments) throws {
    let descriptions = schedules.map(\.asJSON).joined(separator: ", ")
    try self.init(
      title: look.title ?? schedules.map(\.label).joined(separator: ", "),
      subtitle: schedules.count == 1 ? schedules[0].schedule.specification : nil,
      panels: Self.panels(schedules, showsDifference: look.difference), steps: steps,
      size: look.pictureSize(),
      scales: Scales(isStepLogarithmic: look.logX, isValueLogarithmic: look.logY),
      stepAxis: look.stepAxis(), marks: look.marks ? Self.marks(schedules, steps: steps) : [],
      theme: look.theme, showsLegend: !look.noLegend, pixelsPerPoint: look.pixelsPerPoint(),
      description: "{\"schedules\": [\(descriptions)]}")
  }

  /// The small picture that `show` prints.
  init(sketchOf schedule: LabelledSchedule, steps: Range<Int>) throws(PictureError) {
    try self.init(
      title: schedule.label, panels: Self.panels([schedule]), steps: steps, showsLegend: false)
  }

  private static func panels(_ schedules: [LabelledSchedule]) -> [Panel] {
    var rates: [Curve] = []
    var momentums: [Curve] = []
    for schedule in schedules {
      let groups = schedule.schedule.optimizer.groupCount
      for group in 0..<groups {
        let label = groups == 1 ? schedule.label : "\(schedule.label) group \(group)"
        let style = rates.count
        for column in schedule.schedule.columns where column.group == group {
          let curve = Curve(column, label: label, style: style)
          if column.channel == .lr { rates.append(curve) } else { momentums.append(curve) }
        }
      }
    }
    let panels = [Panel("learning rate", rates)]
    return momentums.isEmpty ? panels : panels + [Panel("momentum", momentums)]
  }

  private static func panels(
    _ schedules: [LabelledSchedule], showsDifference: Bool
  ) throws -> [Panel] {
    let panels = panels(schedules)
    guard showsDifference else { return panels }
    let rates = schedules.map { $0.schedule.columns(of: .lr) }
    guard rates.count == 2, rates[0].count == rates[1].count else {
      throw UsageError.noDifference
    }
    let style = rates[0].count + rates[1].count
    let name = "\(schedules[1].label) - \(schedules[0].label)"
    let differences = zip(rates[0], rates[1]).enumerated().map { group, pair in
      Curve(
        DifferenceSeries(pair.1, minus: pair.0),
        label: rates[0].count == 1 ? name : "\(name) group \(group)", style: style + group)
    }
    return [panels[0], Panel("difference", differences)] + panels.dropFirst()
  }

  /// More marks than this only make a picture grey.
  private static let mostMarks = 40

  /// Where the pieces of the rates begin; of several schedules with their labels.
  private static func marks(_ schedules: [LabelledSchedule], steps: Range<Int>) -> [Mark] {
    var marks: [Mark] = []
    for schedule in schedules {
      guard let rate = schedule.schedule.columns.first else { continue }
      for piece in rate.pieces(in: steps, atMost: mostMarks)
      where piece.steps.lowerBound > steps.lowerBound {
        let label =
          schedules.count == 1 ? piece.title : "\(schedule.label): \(piece.title)"
        let mark = Mark(step: piece.steps.lowerBound, label: label)
        if !marks.contains(mark) { marks.append(mark) }
      }
    }
    return marks
  }
}

extension Schedule {
  /// The scheduler, its release and what was given, in one line.
  fileprivate var specification: String {
    let given = parameters.filter(\.isGiven).map { "\($0.declaration.name) \($0.value)" }
    return (["\(type.framework.title) \(release) \(type.name)"] + given).joined(separator: ", ")
  }
}
