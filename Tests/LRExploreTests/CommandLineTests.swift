import LRConfiguration
import LRPlot
import Testing

@testable import LRExplore

/// The command line that `y` says.
@Suite struct CommandLineTests {
  @Test(arguments: [
    (["warmup-lr"], "", "warmup-lr"),
    (["warmup-lr"], "tab tab tab 50 enter", "warmup-lr --warmup-num-steps 50"),
    (["warmup-lr:warmup_num_steps=20"], "tab tab tab 50 enter", "warmup-lr:warmup_num_steps=50"),
    (["warmup-lr"], "tab tab tab tab up", "warmup-lr --warmup-type linear"),
    (["warmup-cosine"], "shift-tab 0.1 enter", "warmup-cosine --lr 0.1"),
    (["warmup-cosine"], "@0.14.2 enter", "warmup-cosine@0.14.2"),
    (["warmup-cosine@0.14"], "@0.18.0 enter", "warmup-cosine@0.18.0"),
    (
      ["warmup-lr", "warmup-lr"], "tab tab tab 50 enter",
      "warmup-lr:warmup_num_steps=50 warmup-lr"
    ),
    (["torch.steplr:step_size=30"], "tab 40 enter", "step-lr:step_size=40"),
    (["hf.cosine"], "tab 40 enter", "hf.cosine --num-warmup-steps 40"),
  ])
  func oneLineMakesTheSchedules(typed: [String], keys: String, words: String) throws {
    var model = try Model(
      Resolution(typed, options: ScheduleOptions()),
      style: TerminalStyle(usesBraille: false, usesColour: false))
    model.press(keys)
    let (from, to) = (model.visible.lowerBound, model.visible.upperBound)
    #expect(
      model.commands == ["lrsched plot \(words) --from \(from) --to \(to) --format term"])
  }

  @Test func whatIsSeenIsSaidToo() throws {
    var model = try view("warmup-lr", steps: "1000")
    model.press("g500 enter + l L")
    #expect(
      model.commands == [
        "lrsched plot warmup-lr --steps 1000 --from \(model.visible.lowerBound)"
          + " --to \(model.visible.upperBound) --log-x --log-y --format term"
      ])
  }

  @Test func flagsThatWereTypedAreReplaced() throws {
    var model = try view("warmup-lr", parameters: ["--warmup-num-steps", "20"])
    model.press("tab tab tab 50 enter tab tab tab tab tab 0.5 enter")
    #expect(
      model.commands == [
        "lrsched plot warmup-lr --warmup-max-lr 0.5 --warmup-num-steps 50"
          + " --from 0 --to 10000 --format term"
      ])
  }

  /// Two base rates are no one command line's.
  @Test func whatNoOneLineMakesIsSeveral() throws {
    var model = try view("warmup-cosine", "hf.cosine")
    model.press("shift-tab 0.1 enter")
    #expect(
      model.commands == [
        "lrsched plot warmup-cosine:total_num_steps=10000 --lr 0.1"
          + " --from 0 --to 10000 --format term",
        "lrsched plot cosine:num_training_steps=10000 --from 0 --to 10000 --format term",
      ])
  }
}
