import ArgumentParser
import LRConfiguration
import LRText

/// How many threads work.
struct ThreadArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Most threads that work; never changes a byte; all cores if not given.", valueName: "n"))
  var threads: String?

  /// The number that was typed, or that of the cores.
  func count() throws(ConfigurationError) -> Int {
    try threads.map { (text) throws(ConfigurationError) in
      try typedCount(text, at: .typed("--threads"), atLeast: 1)
    } ?? OrderedWork.allThreads
  }
}
