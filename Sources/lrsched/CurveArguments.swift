import ArgumentParser
import LRConfiguration
import LRText

/// What the commands that write rows take.
struct CurveArguments: ParsableArguments {
  @OptionGroup var schedules: ScheduleArguments<NamedSchedules>
  @OptionGroup var range: RangeArguments

  @Option(parsing: .unconditional, help: ArgumentHelp("Every K-th row only.", valueName: "k"))
  var every: String?

  @OptionGroup var threads: ThreadArguments
  @OptionGroup var output: OutputArguments

  /// Writes the rows that were asked for.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - suffixes: The suffixes of files of the format, its name first.
  ///   - isBinary: Whether a terminal cannot show the output.
  ///   - passes: How often the rows of the schedules are gone through.
  ///   - body: Writes the rows of the schedules with a number of threads.
  /// - Throws: What stops it.
  func write(
    for command: any ParsableCommand.Type, as suffixes: [String], isBinary: Bool = false,
    passes: ([LabelledSchedule]) -> Int = { _ in 1 },
    _ body: ([LabelledSchedule], RowRange, Int, CheckedWriter) throws -> Void
  ) throws {
    if isBinary { try output.refuseTerminal() }
    let resolution = try schedules.resolve(for: command)
    let rows = try resolution.rows(from: range.from, to: range.to, every: every)
    let threads = try threads.count()
    try output.write(resolution, as: suffixes) { writer in
      writer.progress = Progress(
        writingTo: OutputTarget(output.output), passes: passes(resolution.schedules))
      defer { writer.progress?.end() }
      try body(resolution.schedules, rows, threads, writer)
    }
  }
}
