import TestSupport
import Testing

@testable import LRConfiguration

/// Names that no one has typed: what they may mean is not looked for where it cannot be found.
@Suite(.patience(minutes: 1)) struct HostileNameTests {
  @Test(arguments: ["x", "\u{301}", "warmup_num_steps", "_"])
  func ofMillionsOfLetters(part: String) throws {
    let name = String(repeating: part, count: 2_000_000 / part.utf8.count)
    let parameter = try refusal(#"{"scheduler": {"type": "WarmupLR", "params": {"\#(name)": 1}}}"#)
    #expect(parameter.contains(": WarmupLR has no parameter "))
    let type = try refusal(#"{"scheduler": {"type": "\#(name)", "params": {}}}"#)
    #expect(type.hasPrefix("ds.json:1:24: the scheduler type "))
    let value = try refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": "\#(name)"}}}"#)
    #expect(value.hasPrefix("ds.json:1:67: warmup_num_steps is "))
  }

  @Test func manyOfThem() throws {
    let keys = (0..<100_000).map { #""key\#($0)": 1"# }.joined(separator: ", ")
    #expect(try refusal("{\(keys)}").hasPrefix("ds.json: has no \"scheduler\", "))
  }

  /// What is said, which is never longer than a reader takes in.
  private func refusal(_ text: String) throws -> String {
    let refusal = try #require(try ConfigurationFolder().refusal(of: text))
    #expect(refusal.unicodeScalars.count <= 4000)
    return refusal
  }
}
