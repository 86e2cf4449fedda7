import ArgumentParser
import LRConfiguration
import LRCurves
import LRSchedule

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says whether two schedules, or a schedule and a curve, agree.",
    discussion: """
      Exit code 0 is equal, 1 is different, 2 is trouble.

      EXAMPLES:
        lrsched compare ds_config.json@0.18 ds_config.json@0.19
        lrsched compare old.json new.json --rtol 1e-9
      """)

  @OptionGroup var schedules: ScheduleArguments
  @OptionGroup var range: RangeArguments
  @OptionGroup var tolerance: ToleranceArguments
  @OptionGroup var threads: ThreadArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    let tolerance = try tolerance.tolerance()
    let threads = try threads.count()
    let resolution = try schedules.resolve(for: Self.self)
    guard resolution.schedules.count == 2 else { throw UsageError.notTwo(resolution.schedules.count) }
    let (a, b) = (resolution.schedules[0], resolution.schedules[1])
    let rows = try resolution.rows(from: range.from, to: range.to, every: nil)
    let comparison = ScheduleComparison(
      a.schedule, b.schedule, on: rows.from..<rows.to, tolerance: tolerance, threads: threads)
    let report = ComparisonReport(a, b, comparison, tolerance: tolerance)
    try output.write(resolution, as: []) { try $0.append(report.text) }
    if !report.isEqual { throw Exit.different }
  }
}
