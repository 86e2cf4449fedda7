import Testing

@testable import LRPlot

/// Names that are shortened to tell curves apart.
@Suite struct ShortenedNamesTests {
  @Test(arguments: [
    ("warm...steps 50", "warmup_num_steps 50", true), ("warmup...", "warmup_num_steps 50", true),
    ("warmup...0", "warmup_num_steps 50", false), ("1...567", "1,234,567", false),
    ("1...", "1e-5", false), ("lr 1e...", "lr 1e-5 b", false), ("1.5...", "1.5M", false),
    ("...1e-5", "base lr 1e-5", true), ("...e-5", "base lr 1e-5", false),
    ("a 1,234...", "a 1,234, and b", true), ("a...b", "a -3 b", true),
    ("a -...b", "a -3 b", false), ("x", "x", true), ("other", "name", false),
  ])
  func aNumberIsWholeOrGone(name: String, whole: String, tells: Bool) {
    #expect(tellsApart([name], shortenedFrom: [whole]) == tells)
  }

  @Test func namesThatBecomeOneDoNotTell() {
    #expect(!tellsApart(["a...", "a..."], shortenedFrom: ["ab", "ac"]))
  }
}
