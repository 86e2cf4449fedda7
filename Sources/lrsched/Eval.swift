import ArgumentParser
import LRConfiguration
import LRCurves
import LRText

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Writes the values at some steps, in the order given, as CSV.",
    discussion: """
      EXAMPLES:
        lrsched eval onecycle --at 0,1,2000,5e6
        lrsched eval ds_config.json --at 1000 --lr 0.1,0.01
        seq 0 1000 1000000 | lrsched eval warmup-lr --at -
      """)

  @OptionGroup var schedules: ScheduleArguments<NamedSchedules>
  @OptionGroup var threads: ThreadArguments
  @OptionGroup var output: OutputArguments

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Steps, with commas between them; - reads them from standard input, one a line.",
      valueName: "steps"))
  var at: String

  func run() throws {
    // One row at a time is less than one thread's work, which any number allows.
    _ = try threads.count()
    let resolution = try schedules.resolve(for: Self.self, readsStandardInput: at == "-")
    let table = CurveTable(resolution.schedules)
    // All steps of a list are checked before the first row is written.
    let steps = at == "-" ? [] : try Self.steps(of: resolution, in: at) { _ in .typed("--at") }
    if steps.isEmpty, at != "-" { throw UsageError.noSteps }
    try output.write(resolution, as: ["csv"]) { writer in
      let rows = CSVWriter(table, to: writer)
      try rows.writeHeader()
      for step in steps { try rows.writeRow(at: step) }
      guard at == "-" else { return }
      var lines = InputLines()
      while let line = try lines.next(idle: writer.flush) {
        let number = lines.number
        func place(_ column: Int) -> Place {
          .file("standard input", TextPosition(line: number, column: column))
        }
        if let step = TypedNumber.plainDigits(line) {
          try resolution.checkReach(of: step, place: place(1))
          try rows.writeRow(at: step)
          continue
        }
        for step in try Self.steps(of: resolution, in: line, at: place) {
          try rows.writeRow(at: step)
        }
      }
    }
  }

  /// The steps in a text, with commas or spaces between them.
  private static func steps(
    of resolution: Resolution, in text: String, at place: (Int) -> Place
  ) throws -> [Int] {
    // Columns are counted on from word to word: a line may have a million of them.
    var (start, column) = (text.startIndex, 1)
    return try text.split { $0 == "," || $0 == " " || $0 == "\t" }.map { word in
      column += text.distance(from: start, to: word.startIndex)
      start = word.startIndex
      let place = place(column)
      let step = try typedCount(word, at: place, atLeast: 0)
      try resolution.checkReach(of: step, place: place)
      return step
    }
  }
}
