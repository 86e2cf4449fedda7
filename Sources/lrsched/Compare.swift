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
        lrsched compare ds_config.json schedule.lock.json --format github
      """)

  @OptionGroup var schedules: ScheduleArguments<NamedSides>
  @OptionGroup var range: RangeArguments
  @OptionGroup var tolerance: ToleranceArguments

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Columns of the curve, in the order of the schedule's, where their names differ.",
      valueName: "names"))
  var column: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The curve's column with the steps.", valueName: "name"))
  var stepColumn: String?

  @OptionGroup var threads: ThreadArguments
  @OptionGroup var output: ReportArguments

  func run() throws {
    let tolerance = try tolerance.tolerance()
    let threads = try threads.count()
    let sides = try ComparedSides(schedules, for: Self.self) { options in
      options.stepColumn = stepColumn
      if let from = range.from {
        options.firstStep = try typedCount(from, at: .typed("--from"), atLeast: 0)
      }
    }
    let columns = column.map { $0.split(separator: ",").map(String.init) } ?? []
    if !columns.isEmpty, !sides.hasCurve { throw UsageError.optionOfCurves("--column") }
    if stepColumn != nil, !sides.hasCurve { throw UsageError.optionOfCurves("--step-column") }
    let comparison = try Comparison(
      sides.a, sides.b, on: sides.steps(of: range), columns: columns, tolerance: tolerance,
      threads: threads)
    let report = ComparisonReport(of: sides.a, and: sides.b, comparison, tolerance: tolerance)
    try output.write(
      report.report(
        version: version, file: sides.inputs.first { $0 != "-" }),
      plainText: report.text, inputs: sides.inputs)
  }
}
