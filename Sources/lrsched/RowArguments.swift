import ArgumentParser
import LRConfiguration

/// Which rows are wanted.
struct RowArguments: ParsableArguments {
  @OptionGroup var range: RangeArguments

  @Option(parsing: .unconditional, help: ArgumentHelp("Every K-th row only.", valueName: "k"))
  var every: String?

  func rows(of resolution: Resolution) throws -> RowRange {
    try resolution.rows(from: range.from, to: range.to, every: every)
  }
}

/// Which steps are wanted.
struct RangeArguments: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("First step.", valueName: "step"))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Step to end before.", valueName: "step"))
  var to: String?

  func rows(of resolution: Resolution) throws -> RowRange {
    try resolution.rows(from: from, to: to, every: nil)
  }
}

/// Where the output goes.
struct OutputArguments: ParsableArguments {
  @Option(
    name: .customShort("o"), parsing: .unconditional,
    help: ArgumentHelp(
      "Output, written whole or not at all; - is standard output.", valueName: "file"))
  var output: String?
}
