import ArgumentParser
import LRCurves

struct CSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv", abstract: "Writes rows as CSV.",
    discussion: """
      EXAMPLES:
        lrsched csv warmup-cosine > curve.csv
        lrsched csv ds_config.json@0.14 --steps 10
        lrsched csv onecycle --from 1990 --to 2010
        lrsched csv onecycle warmup-lr:warmup_num_steps=50 --every 100 -o curves.csv
      """)

  @OptionGroup var curve: CurveArguments

  func run() throws {
    try curve.write(for: Self.self, as: ["csv"]) { schedules, rows, threads, writer in
      try CSVWriter(CurveTable(schedules), to: writer).write(rows, threads: threads)
    }
  }
}
