import LRConfiguration
import TestSupport
import Testing

@testable import LRCurves

/// Rules that are left out, by an option or by a comment.
struct LintIgnoreTests {
  private let text = configuration("WarmupLR", #""warmup_num_steps": 100"#)

  private func rules(_ text: String, ignoring: [String] = []) throws -> [String] {
    try findings(in: text, ignoring: ignoring).map(\.rule)
  }

  @Test func withoutAnyAllAreFound() throws {
    #expect(try rules(text) == ["LR010", "LR011", "LR012"])
  }

  @Test(arguments: [
    ["LR010,LR011", "lr012"], ["LR010", "LR011", "LR012"], ["LR010, LR011,LR012"],
  ])
  func anOptionLeavesThemOut(ignored: [String]) throws {
    #expect(try rules(text, ignoring: ignored) == [])
  }

  @Test(arguments: [
    "# lrsched: ignore LR010, LR011", "// lrsched: ignore LR010,LR011 because it is meant",
    "/* lrsched: ignore LR010 */ # lrsched: ignore LR011",
  ])
  func aCommentLeavesThemOut(comment: String) throws {
    #expect(
      try rules("\(text) \(comment)", ignoring: ["LR026"]) == ["LR012"])
  }

  /// Comments are looked through in time linear in their length.
  @Test(.patience(minutes: 1)) func manyCommentsLeaveNothingOut() throws {
    let comments = String(repeating: "#\n", count: 200_000)
    #expect(try rules("\(comments)\(text)", ignoring: ["LR026"]) == ["LR010", "LR011", "LR012"])
  }

  @Test func anUnknownRuleIsAnError() throws {
    #expect(
      throws: LintError.unknownRule("LR0x1", place: "--ignore")
    ) { try Lint(ignoring: ["LR001,LR0x1"]) }
    let error = #expect(throws: LintError.self) { try rules("\(text) # lrsched: ignore LR09") }
    let said = try #require(error).description
    #expect(said.contains(": there is no rule \"LR09\"; did you mean LR009?"))
  }
}
