/// Every rule that there is.
public enum LintCatalogue {
  /// The rules, in the order of their names.
  public static let rules: [LintRule] =
    LintRule.refusals + LintRule.warmups + LintRule.releases + LintRule.momentums + LintRule.rates
    + LintRule.files + LintRule.trainers + LintRule.runs + LintRule.arguments

  /// The rule of a name, in whatever case.
  public static func rule(named name: String) -> LintRule? {
    rules.first { $0.id == name.uppercased() }
  }
}
