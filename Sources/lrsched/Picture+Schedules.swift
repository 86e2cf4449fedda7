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
    let names = PictureNames(schedules)
    let named = schedules.indices.map {
      NamedSchedule(
        name: names.names[$0], briefName: names.briefNames[$0], schedule: schedules[$0].schedule)
    }
    try self.init(
      title: look.title ?? names.title, subtitle: names.subtitle,
      panels: Self.panels(named, showsDifference: look.difference), steps: steps,
      size: look.pictureSize(),
      scales: Scales(isStepLogarithmic: look.logX, isValueLogarithmic: look.logY),
      stepUnit: look.stepUnit(), marks: look.marks ? Self.marks(named, steps: steps) : [],
      theme: look.theme ?? .light, showsLegend: !look.noLegend,
      pixelsPerPoint: look.pixelsPerPoint(),
      description: "{\"schedules\": [\(descriptions)]}")
  }

  /// The small picture that `show` prints.
  init(sketchOf schedule: LabelledSchedule, steps: Range<Int>) throws(PictureError) {
    let named = NamedSchedule(
      name: schedule.label, briefName: schedule.label, schedule: schedule.schedule)
    try self.init(
      title: named.name, panels: Self.panels([named]), steps: steps, showsLegend: false)
  }

  private static func panels(_ schedules: [NamedSchedule]) -> [Panel] {
    var rates: [Curve] = []
    var momentums: [Curve] = []
    for (name, schedule) in schedules.map({ ($0.name, $0.schedule) }) {
      for group in 0..<schedule.optimizer.groupCount {
        let names = (schedules.count > 1 ? [name] : []) + schedule.names(ofGroup: group)
        let label = names.isEmpty ? name : names.joined(separator: " ")
        let style = rates.count
        for column in schedule.columns where column.group == group {
          let curve = Curve(column, label: label, style: .numbered(style))
          if column.channel == .lr { rates.append(curve) } else { momentums.append(curve) }
        }
      }
    }
    let panels = [Panel("learning rate", rates)]
    return momentums.isEmpty ? panels : panels + [Panel("momentum", momentums)]
  }

  private static func panels(
    _ schedules: [NamedSchedule], showsDifference: Bool
  ) throws -> [Panel] {
    let panels = panels(schedules)
    guard showsDifference else { return panels }
    let rates = schedules.map { $0.schedule.columns(of: .lr) }
    guard rates.count == 2, rates[0].count == rates[1].count else {
      throw UsageError.noDifference
    }
    let rateDifference = differencePanel(of: .lr, schedules)
    let momentums = schedules.map { $0.schedule.columns(of: .momentum) }
    var all = [panels[0], rateDifference] + panels.dropFirst()
    if momentums[0].count == rates[0].count, momentums[1].count == rates[1].count {
      all.append(differencePanel(of: .momentum, schedules))
    }
    return all
  }

  /// A panel with what the second schedule has more than the first one, group by group.
  private static func differencePanel(of channel: Channel, _ schedules: [NamedSchedule]) -> Panel {
    let columns = schedules.map { $0.schedule.columns(of: channel) }
    let differences = zip(columns[0], columns[1]).enumerated().map { group, pair in
      Curve(
        DifferenceSeries(pair.1, minus: pair.0),
        label: columns[0].count == 1 ? "difference" : "difference group \(group)",
        style: .ink(dashes: group))
    }
    return Panel(
      "difference of \(channel): \(schedules[1].name) - \(schedules[0].name)", differences,
      zeroNote: "no difference of \(channel) on these steps")
  }

  /// More marks than this only make a picture grey.
  private static let mostMarks = 40

  /// Where the pieces of the rates begin; where not all schedules have the same, with their names.
  private static func marks(_ schedules: [NamedSchedule], steps: Range<Int>) -> [Mark] {
    var marks: [Mark] = []
    var owners: [Mark: [String]] = [:]
    for schedule in schedules {
      guard let rate = schedule.schedule.columns.first else { continue }
      for piece in rate.pieces(in: steps, atMost: mostMarks)
      where piece.steps.lowerBound > steps.lowerBound {
        let mark = Mark(step: piece.steps.lowerBound, label: piece.title)
        if owners[mark] == nil { marks.append(mark) }
        owners[mark, default: []].append(schedule.briefName)
      }
    }
    return marks.map { mark in
      let names = owners[mark] ?? []
      return names.count == schedules.count
        ? mark : Mark(step: mark.step, label: "\(mark.label) (\(names.joined(separator: ", ")))")
    }
  }
}

/// A schedule and what it is called in a picture.
private struct NamedSchedule {
  let name: String

  /// In the label of a mark.
  let briefName: String
  let schedule: Schedule
}

extension Schedule {
  /// `group 0, base lr 0.1`, with the rate where it tells the groups apart; nothing of a sole group.
  fileprivate func names(ofGroup group: Int) -> [String] {
    let rates = optimizer.baseLRs
    if rates.count == 1 { return [] }
    return [
      "group \(group)" + (Set(rates).count == 1 ? "" : ", base lr \(briefRate(rates[group]))")
    ]
  }
}
