import ArgumentParser
import LRCurves
import LRText

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what a schedule is: parameters, formula, pieces, numbers.",
    discussion: """
      EXAMPLES:
        lrsched show OneCycle
        lrsched show ds_config.json --deepspeed 0.14
      """)

  @OptionGroup var schedules: ScheduleArguments
  @OptionGroup var range: RangeArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    let resolution = try schedules.resolve(for: Self.self)
    let rows = try resolution.rows(from: range.from, to: range.to, every: nil)
    let reports = resolution.schedules.map {
      ScheduleReport($0, steps: rows.from..<rows.to).text
    }
    try output.write(resolution) { writer in
      try writer.append(reports.joined(separator: "\n"))
    }
  }
}
