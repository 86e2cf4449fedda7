import ArgumentParser
import LRConfiguration
import LRPlot
import LRSchedule
import LRText

struct Plot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws the curves as a PNG.",
    discussion: """
      The picture is exact: each pixel shows the smallest and the largest value of its steps. It is
      written to LABEL.png, of several schedules to curves.png, unless -o says another place.

      EXAMPLES:
        lrsched plot onecycle --steps 10000
        lrsched plot ds_config.json ds_config.json@0.14 -o releases.png
      """)

  @OptionGroup var schedules: ScheduleArguments
  @OptionGroup var range: RangeArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    if output.output != nil { try output.refuseTerminal() }
    if let name = output.output, [".svg", ".pdf"].contains(where: name.lowercased().hasSuffix) {
      throw UsageError.notAPNG(name)
    }
    let resolution = try schedules.resolve(for: Self.self)
    let rows = try resolution.rows(from: range.from, to: range.to, every: nil)
    let picture = try Picture(resolution.schedules, steps: rows.from..<rows.to)
    let target = try output.write(
      resolution, usual: Self.fileName(of: resolution.schedules)
    ) { writer in
      let bytes = try picture.png()
      try bytes.withUnsafeBytes { try writer.append($0) }
    }
    if case .file(let path) = target { Diagnostics.note("wrote \(path)") }
  }

  private static func fileName(of schedules: [LabelledSchedule]) -> String {
    schedules.count == 1 ? "\(schedules[0].label).png" : "curves.png"
  }
}

extension Picture {
  /// The picture of schedules: their rates, and below them, where it moves, their momentum.
  init(_ schedules: [LabelledSchedule], steps: Range<Int>) throws {
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
    var panels = [Panel("learning rate", rates)]
    if !momentums.isEmpty { panels.append(Panel("momentum", momentums)) }
    try self.init(
      title: schedules.map(\.label).joined(separator: ", "),
      subtitle: schedules.count == 1 ? schedules[0].schedule.specification : nil, panels: panels,
      steps: steps)
  }
}

extension Schedule {
  /// The scheduler, its release and what was given, in one line.
  fileprivate var specification: String {
    let given = parameters.filter { $0.isGiven }.map { "\($0.declaration.name) \($0.value)" }
    return (["\(type.framework.title) \(release) \(type.name)"] + given).joined(separator: ", ")
  }
}
