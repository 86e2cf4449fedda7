import Testing

@testable import LRCurves

/// Every rule, by its own example.
struct LintRuleTests {
  @Test func namesAreInOrder() {
    let expected = (1...LintCatalogue.rules.count).map { "LR0" + ($0 < 10 ? "0" : "") + "\($0)" }
    #expect(LintCatalogue.rules.map(\.id) == expected)
  }

  @Test(arguments: LintCatalogue.rules)
  func findsItsMistake(rule: LintRule) throws {
    let example = rule.example
    let steps = example.steps.map(String.init)
    let found = try findings(in: example.mistaken, steps: steps, releases: example.releases)
      .filter { $0.rule == rule.id }
    let finding = try #require(found.first)
    #expect(found.contains { $0.level == rule.level })
    #expect(finding.title == rule.title)
    #expect(finding.help == "docs/lint.md#\(rule.id.lowercased())")
    // What has no line is not there.
    #expect(finding.place?.position != nil || rule.id == "LR027")
    #expect(!finding.message.contains("; ") && !finding.message.hasSuffix("."))
  }

  @Test(arguments: LintCatalogue.rules)
  func isSilentWhereThereIsNone(rule: LintRule) throws {
    let example = rule.example
    let found = try findings(
      in: example.mended, steps: example.steps.map(String.init), releases: example.mendedReleases)
    #expect(!found.map(\.rule).contains(rule.id))
  }
}

extension LintRule: CustomTestStringConvertible {
  /// The name of the rule.
  public var testDescription: String { id }
}
