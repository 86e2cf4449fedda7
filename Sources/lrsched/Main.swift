import ArgumentParser
import CProcessor
import LRConfiguration
import LRText

/// The program: from the words of the command line to an exit code.
@main
enum Main {
  static func main() {
    // Before anything that may need the newest instructions, the printing of errors too.
    lrsched_require_processor()
    Interruption.prepare()
    Diagnostics.prepare()
    run(Array(CommandLine.arguments.dropFirst())).leave()
  }

  /// Runs a command line, and says why it ends without a result.
  private static func run(_ words: [String]) -> Exit {
    do {
      try perform(words)
      return .done
    } catch OutputError.closedPipe {
      // Whoever read the output has seen enough.
      return .done
    } catch is NotPassed {
      return .notPassed
    } catch {
      Diagnostics.error(describe(error, of: words))
      return .trouble
    }
  }

  /// Runs a command; the texts of `--help` and `--version` are output like any other.
  private static func perform(_ words: [String]) throws {
    try CommandWords.check()
    try checkCommand(words.first == "help" ? words.dropFirst().first : words.first)
    if OptionChecks.areDoubtful(words.dropFirst()) { try checkOptions(words) }
    do {
      var command = try parsed(words)
      try command.run()
    } catch  where LRSched.exitCode(for: error).isSuccess {
      let text = LRSched.fullMessage(for: error)
      try withOutput(to: .standardOutput) { try $0.append(text + "\n") }
    } catch  where !(error is NotPassed) {
      // An option that only other commands have is a parameter that no schedule has.
      try checkOptions(words)
      throw error
    }
  }

  /// The command of a command line.
  ///
  /// To parse with the command itself takes half as long as with the program, whose helps and errors
  /// name both, and which knows `--version`.
  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    if let command = command(named: words.first), !words.contains("--version"),
      let parsed = try? command.parseAsRoot(Array(words.dropFirst()))
    {
      return parsed
    }
    return try LRSched.parseAsRoot(words)
  }

  private static func checkOptions(_ words: [String]) throws {
    guard let command = command(named: words.first) else { return }
    var checks = OptionChecks(of: command)
    try checks.check(words.dropFirst())
  }

  private static func command(named name: String?) -> (any ParsableCommand.Type)? {
    LRSched.configuration.subcommands.first { $0._commandName == name }
  }

  /// Refuses a word that is no command; the parser would only count it.
  private static func checkCommand(_ word: String?) throws {
    guard let word, !word.hasPrefix("-"), word != "help", command(named: word) == nil else {
      return
    }
    let commands = LRSched.configuration.subcommands.filter { $0.configuration.shouldDisplay }
      .map { $0._commandName }
    throw UsageError.unknownCommand(
      word,
      mend: suggestion(for: word, among: commands).map { "did you mean \($0)?" }
        ?? "commands are \(commands.joined(separator: ", "))"
        + (isSchedule(word) ? ", as in `lrsched plot \(word)`" : ""))
  }

  private static func isSchedule(_ word: String) -> Bool {
    SchedulerNames.find(word.scheduleName) != nil || ReadFile.exists(word)
  }

  /// The parser's errors get its message and where help is; ours say all themselves.
  private static func describe(_ error: any Error, of words: [String]) -> String {
    let message = LRSched.message(for: error)
    if error is any CustomStringConvertible, "\(error)" == message { return message }
    let command = command(named: words.first).map { " \($0._commandName)" } ?? ""
    let lines = message.split(separator: "\n")
    // The values that an option takes are listed below the first line.
    let values = lines.dropFirst().prefix { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
    let what = (lines.first ?? "") + (values.isEmpty ? "" : " " + values.joined(separator: ", "))
    return "\(what.hasSuffix(".") ? what.dropLast() : what); see `lrsched\(command) --help`"
  }
}
