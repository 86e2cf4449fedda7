import ArgumentParser
import LRCurves
import LRText

struct CSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes rows as CSV.",
    discussion: """
      EXAMPLES:
        lrsched csv warmup-cosine > curve.csv
        lrsched csv ds_config.json@0.14 --steps 10
        lrsched csv onecycle --from 1990 --to 2010
        lrsched csv onecycle warmup-lr:warmup_num_steps=50 --every 100 -o curves.csv
      """)

  @OptionGroup var schedules: ScheduleArguments
  @OptionGroup var range: RowArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    let resolution = try schedules.resolve(for: Self.self)
    let rows = try range.rows(of: resolution)
    try withOutput(to: OutputTarget(output.output)) { writer in
      try CSVWriter(CurveTable(resolution.schedules), to: writer).write(rows)
    }
  }
}
