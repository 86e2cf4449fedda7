import ArgumentParser

/// Which steps are wanted.
struct RangeArguments: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("First step.", valueName: "step"))
  var from: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Step to end before; else --steps.", valueName: "step"))
  var to: String?
}
