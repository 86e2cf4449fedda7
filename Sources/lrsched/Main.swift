import ArgumentParser
import CProcessor
import LRConfiguration
import LRText

/// The program: from the words of the command line to an exit code.
@main
enum Main {
  static func main() {
    if let missing = lrsched_missing_instruction_set() {
      Diagnostics.error(
        "this program was built for a processor with \(String(cString: missing)), which this one"
          + " lacks; build it with LRSCHED_MARCH= for any processor")
      Exit.trouble.leave()
    }
    Interruption.prepare()
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
    } catch {
      Diagnostics.error(describe(error))
      return .trouble
    }
  }

  /// Runs a command; the texts of `--help` and `--version` are output like any other.
  private static func perform(_ words: [String]) throws {
    try checkCommand(words.first == "help" ? words.dropFirst().first : words.first)
    do {
      var command = try LRSched.parseAsRoot(words)
      try command.run()
    } catch  where LRSched.exitCode(for: error).isSuccess {
      let text = LRSched.fullMessage(for: error)
      try withOutput(to: .standardOutput) { try $0.append(text + "\n") }
    }
  }

  /// Refuses a word that is no command; the parser would only count it.
  private static func checkCommand(_ word: String?) throws {
    let subcommands = LRSched.configuration.subcommands
    let commands = subcommands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
    guard let word, !word.hasPrefix("-"), word != "help",
      !subcommands.contains(where: { $0._commandName == word })
    else { return }
    throw UsageError.unknownCommand(
      word,
      mend: suggestion(for: word, among: commands).map { "did you mean \($0)?" }
        ?? "commands are \(commands.joined(separator: ", ")), as in `lrsched plot \(word)`")
  }

  /// The parser's errors get its message and where help is; ours say all themselves.
  private static func describe(_ error: any Error) -> String {
    let message = LRSched.message(for: error)
    let isOurs = error is any CustomStringConvertible && "\(error)" == message
    return isOurs ? message : "\(message); see `lrsched --help`"
  }
}
