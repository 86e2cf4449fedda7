import ArgumentParser
import LRConfiguration
import LRCurves
import LRPlot
import LRText

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says whether the log of a run follows its schedule.",
    usage: "lrsched check LOG --against SCHEDULE [options]",
    discussion: """
      LOG is what DeepSpeed prints, its monitor's Train_Samples_lr.csv, a trainer_state.json of \
      Hugging Face or what its trainer prints, Lightning's metrics.csv, an export of W&B, or any \
      curve with steps; - is standard input. They are told apart by their content.

      A point of the log is compared with row (logged step + offset) of the schedule. The offset is \
      0, for Hugging Face's trainer 0 or -1. Without --rtol, --atol and --ulp, values may differ by \
      what the log's digits leave open. The exit code is 0 where all points are as planned, 1 where \
      some differ, 2 for trouble.

      EXAMPLES:
        lrsched check train.log --against ds_config.json
        lrsched check trainer_state.json --against ds_config.json --offset -1
        lrsched check metrics.csv --against warmup-cosine:total_num_steps=5000
        lrsched check lr.csv --against ds_config.json --train-batch-size 256
        lrsched check train.log --against ds_config.json --offset -3 --plot check.png
        lrsched check train.log --against ds_config.json --format github
      """)

  @OptionGroup var schedules: ScheduleArguments<NamedLog>

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What the run should have done.", valueName: "schedule"))
  var against: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What is added to a logged step to have the schedule's.", valueName: "n"))
  var offset: String?

  @OptionGroup var reading: LogArguments
  @OptionGroup var tolerance: ToleranceArguments

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Draw the plan, the log and their difference: .png, .svg or .pdf.", valueName: "file"))
  var plot: String?

  @OptionGroup var output: ReportArguments

  func run() throws {
    let offset = try offset.map(Self.wholeNumber)
    let tolerance = try tolerance.isTyped ? tolerance.tolerance() : nil
    let pictureFormat = try plot.map { path in
      guard path != "-", let format = PictureFormat.promised(by: path) else {
        throw UsageError.noPlotFormat(path)
      }
      return format
    }
    let typed = try schedules.typed(for: Self.self)
    guard typed.words.count == 1 else { throw UsageError.notOneLog(typed.words.count) }
    guard let against else { throw UsageError.noPlan }
    let path = typed.words[0]
    let log = try reading.log(
      at: path,
      againstScheduleIn: Resolution.inputs(
        of: [against], options: typed.options, readsStandardInput: path == "-"))
    let resolution = try typed.beside(recordedSteps: log.runLength, of: log.name)
      .resolve([against], readsStandardInput: path == "-")
    let plan = resolution.schedules[0]
    let check = try LogCheck(
      log, against: plan, offset: offset, tolerance: tolerance, steps: typed.options.steps)
    let inputs = resolution.inputs + [path]
    if let plot, let pictureFormat {
      for file in [plot, output.output.output ?? "-"] where file != "-" {
        try OutputArguments.refuse(file, among: inputs)
      }
      try OutputArguments.refuse(plot, of: "--plot", andToo: output.output.output)
      let picture = try Picture(check, of: plan)
      try withOutput(to: .file(plot)) { try picture.write(as: pictureFormat, to: $0) }
      Diagnostics.note("wrote \(plot)")
    }
    try output.write(
      check.report(version: version),
      plainText: check.lines.map { $0 + "\n" }.joined(), inputs: inputs)
  }

  private static func wholeNumber(_ text: String) throws(ConfigurationError) -> Int {
    let place = Place.typed("--offset")
    let number = try typedNumber(text, at: place)
    guard let whole = Int(exactly: number), whole.magnitude <= 1 << 53 else {
      throw .outOfRange(got: text, allowed: "a whole number", place: place)
    }
    return whole
  }
}

extension ToleranceArguments {
  /// Whether any was typed.
  fileprivate var isTyped: Bool { rtol != nil || atol != nil || ulp != nil }
}
