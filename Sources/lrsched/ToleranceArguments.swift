import ArgumentParser
import LRConfiguration
import LRCurves

/// How far apart values may be.
struct ToleranceArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Allowed |a - b| as a share of |b|; 0 if not given.", valueName: "x"))
  var rtol: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Allowed |a - b|, added to that; 0 if not given.", valueName: "x"))
  var atol: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Or so many doubles apart; 0 if not given.", valueName: "n"))
  var ulp: String?

  /// What was typed, else none.
  func tolerance() throws(ConfigurationError) -> Tolerance {
    Tolerance(
      relative: try Self.size(rtol, of: "--rtol"), absolute: try Self.size(atol, of: "--atol"),
      ulps: try ulp.map { (text) throws(ConfigurationError) in
        try typedCount(text, at: .typed("--ulp"), atLeast: 0)
      } ?? 0)
  }

  private static func size(
    _ text: String?, of option: String
  ) throws(ConfigurationError) -> Double {
    guard let text else { return 0 }
    let size = try typedNumber(text, at: .typed(option))
    guard size >= 0 else {
      throw .outOfRange(got: text, allowed: "0 or more", place: .typed(option))
    }
    return size
  }
}
