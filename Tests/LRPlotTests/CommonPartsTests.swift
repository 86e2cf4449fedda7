import Testing

@testable import LRPlot

@Suite struct CommonPartsTests {
  @Test(
    arguments: [
      (["warmup_num_steps 50", "warmup_num_steps 500"], "warmup_num_steps", ["50", "500"]),
      (["a b c", "a x c"], "a ... c", ["b", "x"]),
      (["50, lr 1", "60, lr 1"], "... lr 1", ["50", "60"]),
      // What a hyphen joins is one word.
      (["warmup-lr", "warmup-cosine"], "", ["warmup-lr", "warmup-cosine"]),
      (["warmup-cosine@0.14", "warmup-cosine@0.19"], "warmup-cosine", ["0.14", "0.19"]),
      (["runs/a/lr", "runs/b/lr"], "runs ... lr", ["a", "b"]),
      // Numbers stay whole.
      (["lr 1e-3", "lr 1e-4"], "lr", ["1e-3", "1e-4"]),
      (["lr 0.001", "lr 0.002"], "lr", ["0.001", "0.002"]),
      (["steps 1,234,500", "steps 2,345,500"], "steps", ["1,234,500", "2,345,500"]),
      (["1000", "1500"], "", ["1000", "1500"]), (["x-10", "x-11"], "", ["x-10", "x-11"]),
      // None is left without a name.
      (["lr", "lr group 0"], "", ["lr", "lr group 0"]), (["lr ", "lr 1"], "", ["lr ", "lr 1"]),
      (["a a", "a a a"], "a", ["a", "a a"]), (["onecycle", "warmup"], "", ["onecycle", "warmup"]),
      (["a b"], "", ["a b"]), ([], "", []),
    ])
  func words(names: [String], heading: String, rests: [String]) {
    let parts = CommonParts(names)
    #expect(parts.rests == rests)
    #expect(parts.heading == heading)
    #expect(names.count < 2 || names == rests.map { parts.beginning + $0 + parts.end })
  }
}
