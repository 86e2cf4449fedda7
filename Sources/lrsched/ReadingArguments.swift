import ArgumentParser
import LRConfiguration
import LRCurves

/// How the columns and rows of a curve are read, or of a log.
struct ReadingArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Columns to look at, in the order of the schedule's, where their names do not say so.",
      valueName: "names"))
  var column: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The column with the steps.", valueName: "name"))
  var stepColumn: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Steps from one row to the next, where they are not written.", valueName: "k"))
  var every: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The step of the first such row; 0, of a console's log K.", valueName: "step"))
  var firstStep: String?

  /// The names of the columns; empty where none was typed.
  func columns() throws(UsageError) -> [String] {
    guard let column else { return [] }
    let names = column.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var known: Set<String> = []
    for name in names {
      if name.isEmpty { throw .noColumnName }
      guard known.insert(name).inserted else { throw .repeatedColumn(name) }
    }
    return names
  }

  /// `--every`; nil where it was not typed.
  func distance() throws(ConfigurationError) -> Int? {
    try count(every, of: "--every", atLeast: 1)
  }

  /// `--first-step`; nil where it was not typed.
  func first() throws(ConfigurationError) -> Int? {
    try count(firstStep, of: "--first-step", atLeast: 0)
  }

  /// The first of the options that was typed; nil for none.
  var typedOption: String? {
    [("--column", column), ("--step-column", stepColumn)].first { $0.1 != nil }?.0 ?? countingOption
  }

  /// The first of those that count steps; nil for none.
  var countingOption: String? {
    [("--every", every), ("--first-step", firstStep)].first { $0.1 != nil }?.0
  }
}

/// Reads a count that may have been typed.
///
/// - Parameters:
///   - text: What was typed; nil for nothing.
///   - option: The option.
///   - least: The least that it may be.
/// - Returns: The count; nil for nothing.
/// - Throws: `ConfigurationError` where it is none, or less.
func count(
  _ text: String?, of option: String, atLeast least: Int
) throws(ConfigurationError) -> Int? {
  try text.map { (text) throws(ConfigurationError) in
    try typedCount(text, at: .typed(option), atLeast: least)
  }
}
