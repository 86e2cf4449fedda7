import ArgumentParser
import LRCurves

struct JSON: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes rows as one JSON document, or as one object a row.",
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
    try curve.write(for: Self.self, as: lines ? ["ndjson", "jsonl", "json"] : ["json"]) {
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
