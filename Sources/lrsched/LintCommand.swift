import ArgumentParser
import LRConfiguration
import LRCurves
import LRSchedule

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Looks for classic mistakes in configurations and training arguments.",
    discussion: """
      Each finding says what will happen and how to mend it; docs/lint.md explains the rules. A mistake \
      fails (exit code 1), a warning does with --strict, a note never; trouble with the input is 2. \
      Flags such as --lr fill "auto" values, which else are not judged. --deepspeed and @ take a range \
      of releases too, 0.14..0.19. A comment `# lrsched: ignore LR010` leaves out a rule in its file.

      EXAMPLES:
        lrsched lint ds_config.json
        lrsched lint configs/*.json --strict --ignore LR010,LR012
        lrsched lint ds_config.json --deepspeed 0.14..0.19
        lrsched lint ds_config.json --lr 3e-4 --warmup-num-steps 500
        lrsched lint ds_config.json --steps 20000
        lrsched lint training_args.yaml --steps 20000
        lrsched lint ds_config.json --format github
        lrsched lint ds_config.json --format sarif -o lint.sarif
      """)

  @OptionGroup var schedules: ScheduleArguments<NamedConfigurations>

  @Flag(help: "Warnings fail too.")
  var strict = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A rule to leave out, or some with commas between them; repeatable.", valueName: "rule"))
  var ignore: [String] = []

  @OptionGroup var output: ReportArguments

  func run() throws {
    let lint = try Lint(ignoring: ignore)
    let inspections = try schedules.inspect(for: Self.self)
    let result = try lint.look(at: inspections)
    let report = Report(
      version: version, command: "lint", subjects: inspections.map(\.name),
      facts: facts(of: inspections, ignored: result.ignoredCount), findings: result.findings,
      failingLevel: strict ? .warning : .mistake)
    try output.write(report, inputs: inspections.map(\.input))
  }

  private func facts(of inspections: [ConfigurationInspection], ignored: Int) -> [Report.Fact] {
    let configurations = inspections.filter { $0.framework == .deepspeed }
    let releases = Set(configurations.flatMap(\.releases)).sorted()
    let range = [releases.first, releases.count > 1 ? releases.last : nil].compactMap(\.self)
      .map { "\($0)" }.joined(separator: " to ")
    return (range.isEmpty ? [] : [Report.Fact("deepspeed", .string(range))]) + [
      Report.Fact("ignored", .int(ignored))
    ]
  }
}
