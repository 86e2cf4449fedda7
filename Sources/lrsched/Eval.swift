import ArgumentParser
import LRConfiguration
import LRCurves
import LRText

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the values at some steps, in the order given, as CSV.",
    discussion: """
      EXAMPLES:
        lrsched eval onecycle --at 0,1,2000,5e6
        lrsched eval ds_config.json --at 1000 --lr 0.1,0.01
      """)

  @OptionGroup var schedules: ScheduleArguments
  @OptionGroup var output: OutputArguments

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Steps, with commas between them.", valueName: "steps"))
  var at: String

  func run() throws {
    let resolution = try schedules.resolve(for: Self.self)
    var steps: [Int] = []
    for text in at.split(separator: ",", omittingEmptySubsequences: false) {
      let step = try typedCount(text, of: "--at", atLeast: 0)
      try resolution.check(step, place: .typed("--at"))
      steps.append(step)
    }
    try withOutput(to: OutputTarget(output.output)) { writer in
      try CSVWriter(CurveTable(resolution.schedules), to: writer).write(at: steps)
    }
  }
}
