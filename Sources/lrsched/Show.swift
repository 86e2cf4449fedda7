import ArgumentParser
import LRCurves
import LRPlot
import LRText

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows what a schedule is: parameters, formula, pieces, numbers.",
    discussion: """
      EXAMPLES:
        lrsched show OneCycle
        lrsched show ds_config.json --deepspeed 0.14
      """)

  @OptionGroup var schedules: ScheduleArguments<NamedSchedules>
  @OptionGroup var range: RangeArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    let resolution = try schedules.resolve(for: Self.self)
    let rows = try resolution.rows(from: range.from, to: range.to, every: nil)
    let steps = rows.from..<rows.to
    // The pieces' last values are shown.
    try resolution.checkReach(of: rows.to - 1, place: nil)
    let style = TerminalStyle(
      columns: min(80, Terminal.size(.standardOutput).columns), rows: 14,
      usesBraille: Terminal.usesUnicode,
      usesColour: Terminal.allowsColour(OutputTarget(output.output)))
    let reports = try resolution.schedules.map { schedule in
      try ScheduleReport(schedule, steps: steps).text + "\n"
        + Picture(sketchOf: schedule, steps: steps).sketch(style)
    }
    try output.write(resolution, as: []) { writer in
      try writer.append(reports.joined(separator: "\n"))
    }
  }
}
