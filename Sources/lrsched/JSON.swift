import ArgumentParser
import LRConfiguration
import LRCurves

struct JSON: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "json", abstract: "Writes rows as one JSON document, or as one object a row.",
    discussion: """
      The document holds the full description of each schedule and its rows by column.

      EXAMPLES:
        lrsched json WarmupLR --steps 100
        lrsched json warmup-decay --steps 100 --lines
      """)

  @OptionGroup var curve: CurveArguments

  @Flag(help: "One object a row, one row a line.")
  var lines = false

  func run() throws {
    let suffixes = lines ? ["ndjson", "jsonl", "json"] : ["json"]
    // A document holds the steps, then column by column.
    func passes(_ schedules: [LabelledSchedule]) -> Int {
      lines ? 1 : 1 + CurveTable(schedules).columns.count
    }
    try curve.write(for: Self.self, as: suffixes, passes: passes) {
      schedules, rows, threads, writer in
      let json = JSONWriter(schedules, to: writer)
      if lines {
        try json.writeLines(rows, threads: threads)
      } else {
        try json.write(rows, generator: "lrsched \(version)", threads: threads)
      }
    }
  }
}
