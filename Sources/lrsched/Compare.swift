import ArgumentParser
import LRConfiguration
import LRCurves
import LRSchedule
import LRText

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Says whether two schedules, or a schedule and a curve, agree.",
    discussion: """
      A curve is a file of CSV, JSON, NDJSON or npy, told apart by its content. The exit code is \
      0 where both agree, 1 where they differ, 2 for trouble.

      EXAMPLES:
        lrsched compare ds_config.json@0.18 ds_config.json@0.19
        lrsched json ds_config.json -o schedule.lock.json
        lrsched compare ds_config.json schedule.lock.json
        lrsched compare warmup-lr curve.csv --column learning_rate --rtol 1e-9
        lrsched compare ds_config.json curve.npy --every 10
        lrsched compare ds_config.json schedule.lock.json --format github
      """)

  @OptionGroup var schedules: ScheduleArguments<NamedSides>
  @OptionGroup var range: RangeArguments
  @OptionGroup var tolerance: ToleranceArguments

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var threads: ThreadArguments
  @OptionGroup var output: ReportArguments

  func run() throws {
    let tolerance = try tolerance.tolerance()
    let threads = try threads.count()
    let columns = try reading.columns()
    let sides = try ComparedSides(schedules, reading: reading, for: Self.self)
    let steps = try sides.steps(of: range)
    let comparison = try Comparison(
      sides.a, sides.b, on: steps.wanted, rows: steps.rows, columns: columns,
      tolerance: tolerance, threads: threads)
    let report = ComparisonReport(of: sides.a, and: sides.b, comparison, tolerance: tolerance)
    try output.write(
      report.report(
        version: version, file: sides.inputs.first { $0 != "-" }),
      plainText: report.text, inputs: sides.inputs)
  }
}
