import ArgumentParser
import LRConfiguration
import LRText
import SystemPackage

/// What the commands that write rows take.
struct CurveArguments: ParsableArguments {
  @OptionGroup var schedules: ScheduleArguments
  @OptionGroup var range: RangeArguments

  @Option(parsing: .unconditional, help: ArgumentHelp("Every K-th row only.", valueName: "k"))
  var every: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Threads that work; never changes a byte; all cores if not given.", valueName: "n"))
  var threads: String?

  @OptionGroup var output: OutputArguments

  /// Writes the rows that were asked for.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - isBinary: Whether a terminal cannot show the output.
  ///   - body: Writes the rows of the schedules with a number of threads.
  /// - Throws: What stops it.
  func write(
    for command: any ParsableCommand.Type, isBinary: Bool = false,
    _ body: ([LabelledSchedule], RowRange, Int, CheckedWriter) throws -> Void
  ) throws {
    if isBinary { try output.refuseTerminal() }
    let resolution = try schedules.resolve(for: command)
    let rows = try resolution.rows(from: range.from, to: range.to, every: every)
    let threads = try threads.map { try typedCount($0, at: .typed("--threads"), atLeast: 1) }
    try output.write(resolution) { writer in
      try body(resolution.schedules, rows, min(threads ?? OrderedWork.allThreads, 256), writer)
    }
  }
}

/// Which steps are wanted.
struct RangeArguments: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("First step.", valueName: "step"))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Step to end before.", valueName: "step"))
  var to: String?
}

/// Where the output goes.
struct OutputArguments: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long], parsing: .unconditional,
    help: ArgumentHelp(
      "Output, written whole or not at all; - is standard output.", valueName: "file"))
  var output: String?
}

extension OutputArguments {
  /// Refuses to write bytes to a terminal that cannot show them.
  func refuseTerminal() throws {
    if OutputTarget(output) == .standardOutput, Terminal.isTerminal(.standardOutput) {
      throw UsageError.binaryToTerminal
    }
  }

  /// Writes an output, but not over a configuration that was read.
  ///
  /// - Parameters:
  ///   - resolution: What was read.
  ///   - usual: Where the output goes if nothing was typed; nil for standard output.
  ///   - body: Writes it.
  /// - Returns: Where it went.
  /// - Throws: What stops it.
  @discardableResult
  func write(
    _ resolution: Resolution, usual: String? = nil, _ body: (CheckedWriter) throws -> Void
  ) throws -> OutputTarget {
    let target = OutputTarget(output ?? usual)
    if case .file(let path) = target,
      resolution.files.contains(where: { ReadFile.isSame($0, path) })
    {
      throw UsageError.outputIsInput(path)
    }
    try withOutput(to: target, body)
    return target
  }
}

/// Words that no room of the program has to judge.
enum UsageError: Error, CustomStringConvertible {
  /// There is no such command.
  case unknownCommand(String, mend: String)
  /// Bytes that a terminal cannot show.
  case binaryToTerminal
  /// The output would replace a configuration that was read.
  case outputIsInput(String)
  /// A picture's name that promises another format.
  case notAPNG(String)
  /// A list of steps with none in it.
  case noSteps

  var description: String {
    switch self {
    case .unknownCommand(let word, let mend): "\(word): there is no such command; \(mend)"
    case .binaryToTerminal:
      "standard output: is a terminal, which cannot show these bytes; name a file with -o, or"
        + " write to a pipe"
    case .outputIsInput(let path):
      "\(path): is the configuration itself; name another file with -o"
    case .notAPNG(let name): "\(name): only PNG is drawn; end the name in .png"
    case .noSteps: "--at: names no step; give some with commas between them, 0,100,5e6 say"
    }
  }
}
