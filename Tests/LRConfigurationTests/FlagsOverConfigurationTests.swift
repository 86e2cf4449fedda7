import LRSchedule
import Testing

@testable import LRConfiguration

/// Flags win over a configuration's values, and say so.
@Suite struct FlagsOverConfigurationTests {
  static let text = """
    {"optimizer": {"type": "AdamW", "params": {"lr": 1e-4}},
     "scheduler": {"type": "WarmupLR", "params": {
      "warmup_num_steps": 10}}}
    """

  @Test(arguments: [
    (
      "--warmup-num-steps 20", "AdamW 0.0001 warmup_num_steps=20",
      ["3:23: warmup_num_steps is 10, but --warmup-num-steps 20 wins"]
    ),
    (
      "-p warmup_num_steps=20", "AdamW 0.0001 warmup_num_steps=20",
      ["3:23: warmup_num_steps is 10, but -p warmup_num_steps 20 wins"]
    ),
    (
      "--lr 0.5", "AdamW 0.5 warmup_num_steps=10",
      ["1:50: the optimizer's lr is 0.0001, but --lr 0.5 wins"]
    ),
    (
      "--lr 0.5,0.25 --warmup-num-steps 20", "AdamW 0.5,0.25 warmup_num_steps=20",
      [
        "3:23: warmup_num_steps is 10, but --warmup-num-steps 20 wins",
        "1:50: the optimizer's lr is 0.0001, but --lr 0.5,0.25 wins",
      ]
    ),
  ])
  func theyWinAndSaySo(flags: String, summary: String, notes: [String]) throws {
    let folder = try ConfigurationFolder()
    let resolution = try folder.resolve(Self.text, flags)
    #expect(resolution.schedules.map(\.schedule.summary) == ["WarmupLR 0.19.8 \(summary)"])
    #expect(resolution.said.map(folder.shortened) == notes.map { "note: ds.json:\($0)" })
  }

  @Test(arguments: [
    "", "--warmup-num-steps 10", "--lr 1e-4", "--warmup-max-lr 0.1", "--steps 5", "--resume-from 3",
  ])
  func theySayNothingWhereNothingIsOverruled(flags: String) throws {
    #expect(try ConfigurationFolder().said(of: Self.text, flags) == [])
  }

  /// A rate that no row depends on is said to do nothing.
  @Test(arguments: [
    ("--warmup-max-lr 0.1 --lr 0.5", ["warning: --lr: changes nothing"]),
    ("--warmup-max-lr 0.1 --lr 0.5,0.6", []),
    ("--warmup-max-lr 0.1 --lr 1e-4", ["warning: --lr: "]),
    (
      "--warmup-max-lr 0.1 --lr 0.5 --deepspeed 0.14",
      ["note: ds.json:1:50: the optimizer's lr is 0.0001, but --lr 0.5 wins"]
    ),
  ])
  func aRateForNothing(flags: String, messages: [String]) throws {
    let said = try ConfigurationFolder().said(of: Self.text, flags)
    #expect(said.count == messages.count)
    for (text, beginning) in zip(said, messages) { #expect(text.hasPrefix(beginning), "\(text)") }
  }

  @Test func aRateThatIsNotWrittenIsSaid() throws {
    let folder = try ConfigurationFolder()
    let note = "has no optimizer lr, which WarmupLR depends on: it is taken to be 0.001; give --lr"
    #expect(
      try folder.said(of: #"{"scheduler": {"type": "WarmupLR", "params": {}}}"#)
        == ["note: ds.json: \(note)"])
    #expect(
      try folder.said(
        of: #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_max_lr": 1}}}"#) == [])
    #expect(
      try folder.said(of: #"{"scheduler": {"type": "WarmupLR", "params": {}}}"#, "--lr 1") == [])
  }

  @Test func theyAddWhatIsNotWritten() throws {
    let resolution = try ConfigurationFolder().resolve(
      Self.text, "--warmup-max-lr 0.1 --resume-from 3 --optimizer AdamW")
    #expect(
      resolution.schedules.map(\.schedule.summary) == [
        "WarmupLR 0.19.8 AdamW 0.0001 warmup_max_lr=0.1 warmup_num_steps=10 last_batch_iteration=3"
      ])
  }

  @Test func theOptimizersTypeIsOverruledToo() throws {
    let folder = try ConfigurationFolder()
    let resolution = try folder.resolve(Self.text, "--optimizer SGD")
    #expect(resolution.schedules.first?.schedule.optimizer.type == "SGD")
    #expect(resolution.messages.count == 1)
  }

  @Test func aRequiredValueMayComeFromAFlag() throws {
    let resolution = try ConfigurationFolder().resolve(
      #"{"scheduler": {"type": "WarmupDecayLR", "params": {}}}"#, "--total-num-steps 5k")
    #expect(
      resolution.schedules.map(\.schedule.summary)
        == ["WarmupDecayLR 0.19.8 Adam 0.001 total_num_steps=5000"])
  }

  @Test func stepsAreNoTotalOfAConfiguration() throws {
    #expect(
      try ConfigurationFolder().refusal(
        of: #"{"scheduler": {"type": "WarmupDecayLR", "params": {}}}"#, "--steps 500")
        == "ds.json:1:24: WarmupDecayLR requires total_num_steps; write it into the configuration, or"
        + " give --total-num-steps VALUE")
  }

  @Test func aResumedRunIsNotOverruled() throws {
    let text = #"{"scheduler": {"type": "WarmupLR", "params": {"last_batch_iteration": 5}}}"#
    let folder = try ConfigurationFolder()
    #expect(
      try folder.refusal(of: text, "--resume-from 7")
        == "--resume-from: last_batch_iteration is 7 here and 5 in ds.json:1:71; give it once")
    #expect(try folder.resolve(text, "--resume-from 5").schedules.first?.schedule.steps.first == 6)
    #expect(
      try folder.said(of: text, "-p last_batch_iteration=7 --lr 1")
        == ["note: ds.json:1:71: last_batch_iteration is 5, but -p last_batch_iteration 7 wins"])
  }

  @Test func aRefusedFlagIsAtItsOwnPlace() throws {
    #expect(
      try ConfigurationFolder().refusal(of: Self.text, "--warmup-num-steps 0")
        == "--warmup-num-steps: warmup_num_steps is 0; it must be a whole number above 0"
        + " (since 0.19.3); before, any warmup_num_steps is accepted and acts as max(2, n)")
  }

  @Test func aFlagOfNoScheduleIsRefused() throws {
    #expect(
      try ConfigurationFolder().refusal(of: Self.text, "--total-num-steps 5")
        == "--total-num-steps: WarmupLR has no parameter total_num_steps; it has warmup_min_lr,"
        + " warmup_max_lr, warmup_num_steps, warmup_type, last_batch_iteration")
  }

  @Test func theReleaseIsTyped() throws {
    let folder = try ConfigurationFolder()
    try folder.write(Self.text, to: "ds.json")
    let resolution = try TypedLine(
      [folder["ds.json"], folder["ds.json@0.14"]], "--deepspeed 0.17.1"
    ).resolve()
    #expect(
      resolution.schedules.map { "\($0.label) \($0.schedule.release)" }
        == ["ds 0.17.1", "ds@0.14 0.14.5"])
    // Before 0.15.3 row 0 is the optimizer's own lr.
    #expect(
      resolution.schedules.map { $0.schedule.columns.first?.value(at: 0) } == [0, 1e-4])
  }
}
