import LRSchedule
import Testing

@testable import LRConfiguration

/// Values of "auto", filled as Hugging Face's integration fills them: each filling is said, and none
/// has a default.
@Suite struct AutoValuesTests {
  static let warmup = """
    {"scheduler": {"type": "WarmupLR", "params": {
      "warmup_min_lr": "auto",
      "warmup_max_lr": "auto",
      "warmup_num_steps": "auto"}}}
    """

  static let cosine = """
    {"optimizer": {"type": "AdamW", "params": {"lr": "auto"}},
     "scheduler": {"type": "WarmupCosineLR", "params": {
      "total_num_steps": "auto",
      "warmup_num_steps": 10}}}
    """

  private func check(
    _ text: String, _ flags: String, _ summary: String, said: [String]
  ) throws {
    let folder = try ConfigurationFolder()
    let resolution = try folder.resolve(text, flags)
    #expect(resolution.schedules.map(\.schedule.summary) == [summary])
    #expect(
      resolution.said.map(folder.shortened)
        == said.map { "note: \($0.hasPrefix("ds.json") ? "" : "ds.json:")\($0)" })
  }

  @Test func ratesAndWarmup() throws {
    try check(
      Self.warmup, "--lr 2e-5 --warmup-num-steps 300",
      "WarmupLR 0.19.8 Adam 2e-05 warmup_min_lr=0.0 warmup_max_lr=2e-05 warmup_num_steps=300",
      said: [
        "2:20: warmup_min_lr \"auto\" is 0, as Hugging Face's integration has it",
        "3:20: warmup_max_lr \"auto\" is 2e-05, from --lr",
        "4:23: warmup_num_steps \"auto\" is 300, from --warmup-num-steps",
      ])
  }

  @Test func aRateForEveryGroup() throws {
    try check(
      Self.warmup, "--lr 0.1,0.01 -p warmup_num_steps=300",
      "WarmupLR 0.19.8 Adam 0.1,0.01 warmup_min_lr=0.0 warmup_max_lr=[0.1, 0.01]"
        + " warmup_num_steps=300",
      said: [
        "2:20: warmup_min_lr \"auto\" is 0, as Hugging Face's integration has it",
        "3:20: warmup_max_lr \"auto\" is [0.1, 0.01], from --lr",
        "4:23: warmup_num_steps \"auto\" is 300, from -p warmup_num_steps",
      ])
  }

  @Test func flagsOfTheirOwn() throws {
    try check(
      Self.warmup, "--warmup-min-lr 1e-6 --warmup-max-lr 1e-3 --warmup-num-steps 300",
      "WarmupLR 0.19.8 Adam 0.001 warmup_min_lr=1e-06 warmup_max_lr=0.001 warmup_num_steps=300",
      said: [
        "2:20: warmup_min_lr \"auto\" is 1e-06, from --warmup-min-lr",
        "3:20: warmup_max_lr \"auto\" is 0.001, from --warmup-max-lr",
        "4:23: warmup_num_steps \"auto\" is 300, from --warmup-num-steps",
      ])
  }

  @Test(arguments: ["0", "-5"])
  func aWarmupHasAtLeastOneStep(steps: String) throws {
    try check(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": "auto"}}}"#,
      "--warmup-num-steps \(steps)", "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=1",
      said: [
        "1:67: warmup_num_steps \"auto\" is 1, the least that Hugging Face's integration fills in",
        "ds.json: has no optimizer lr, which WarmupLR depends on: it is taken to be 0.001; give --lr",
      ])
  }

  @Test(arguments: [
    ("--steps 500", "500, from --steps"), ("--total-num-steps 500", "500, from --total-num-steps"),
    ("--steps 20 --total-num-steps 500", "500, from --total-num-steps"),
    ("--steps 20 -p total_num_steps=500", "500, from -p total_num_steps"),
  ])
  func theTotalAndTheOptimizersRate(flags: String, filling: String) throws {
    try check(
      Self.cosine, "--lr 2e-5 \(flags)",
      "WarmupCosineLR 0.19.8 AdamW 2e-05 total_num_steps=500 warmup_num_steps=10",
      said: [
        "3:22: total_num_steps \"auto\" is \(filling)",
        "1:50: the optimizer's lr \"auto\" is 2e-05, from --lr",
      ])
  }

  /// All that is missing is one error, with the whole command to type.
  @Test(arguments: [
    (warmup, "", "3:20: warmup_max_lr, warmup_num_steps are", "--lr 1e-4 --warmup-num-steps 500"),
    (warmup, "--lr 1e-3", "4:23: warmup_num_steps is", "--warmup-num-steps 500"),
    (warmup, "--warmup-num-steps 5", "3:20: warmup_max_lr is", "--lr 1e-4"),
    (cosine, "", "3:22: total_num_steps, lr are", "--total-num-steps 10000 --lr 1e-4"),
    (cosine, "--steps 10", "1:50: lr is", "--lr 1e-4"),
    (cosine, "--lr 1e-3", "3:22: total_num_steps is", "--total-num-steps 10000"),
  ])
  func whatIsMissingIsToldAtOnce(
    text: String, flags: String, what: String, mend: String
  ) throws {
    let command = "lrsched csv ds.json \(flags.isEmpty ? "" : flags + " ")\(mend)"
    #expect(
      try ConfigurationFolder().refusal(of: text, flags)
        == "ds.json:\(what) \"auto\", which only a trainer fills in; say what it will be: \(command)"
    )
  }

  /// A rate that the file itself says is the one to start from.
  @Test func theFlagToTypeHasTheFilesOwnRate() throws {
    let refusal = try ConfigurationFolder().refusal(
      of: #"{"optimizer": {"params": {"lr": 3e-5}}, "scheduler": {"type": "WarmupLR", "params":"#
        + #" {"warmup_max_lr": "auto"}}}"#)
    #expect(refusal?.hasSuffix(" --lr 3e-05") == true)
  }

  /// What fills an "auto" is at fault where the value is.
  @Test func anErrorNamesTheFlagThatFilled() throws {
    #expect(
      try ConfigurationFolder().refusal(of: Self.warmup, "--lr 1e-4 --warmup-num-steps 1.5")?
        .hasPrefix("ds.json:4:23 (\"auto\", from --warmup-num-steps): warmup_num_steps is 1.5; ")
        == true)
  }

  @Test func theCommandToTypeIsOne() throws {
    let folder = try ConfigurationFolder()
    try folder.write(Self.warmup, to: "a 'b'.json")
    let refusal = TypedLine([folder["a 'b'.json"]], "-p warmup_min_lr=$x --lr 1e-3").refusal()
    #expect(
      refusal.map(folder.shortened)?.hasSuffix(
        ": lrsched csv '\(folder.path)/a '\\''b'\\''.json' -p 'warmup_min_lr=$x' --lr 1e-3"
          .replacing(folder.path + "/", with: "") + " --warmup-num-steps 500") == true)
  }

  /// Only these five are ever filled; anything else keeps the text.
  @Test(arguments: [
    (
      #"{"scheduler": {"type": "WarmupLR", "params": {"last_batch_iteration": "auto"}}}"#,
      "ds.json:1:71: last_batch_iteration is \"auto\"; it must be a whole number"
    ),
    (
      #"{"scheduler": {"type": "LRRangeTest", "params": {"lr_range_test_step_rate": "auto"}}}"#,
      "ds.json:1:77: lr_range_test_step_rate is \"auto\"; it must be a number"
    ),
    (
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_steps": "auto"}}}"#,
      "ds.json:1:63: WarmupLR has no parameter \"warmup_steps\"; did you mean warmup_num_steps?"
    ),
  ])
  func nothingElseIsFilled(text: String, refusal: String) throws {
    #expect(try ConfigurationFolder().refusal(of: text, "--lr 1 --steps 5") == refusal)
  }

  @Test(arguments: [
    ("\"warmup_type\": \"auto\"", "--warmup-type linear", "warmup_type=\"linear\""),
    ("\"last_batch_iteration\": \"auto\"", "--resume-from 5", "last_batch_iteration=5"),
  ])
  func aFlagGivesWhatIsNeverFilled(parameter: String, flag: String, given: String) throws {
    let resolution = try ConfigurationFolder().resolve(
      #"{"scheduler": {"type": "WarmupLR", "params": {\#(parameter)}}}"#, flag)
    #expect(resolution.schedules.first?.schedule.summary.hasSuffix(given) == true)
  }

  /// The integration fills DeepSpeed's parameters by their names, and hands PyTorch's on as they are.
  @Test func ofPyTorchNothingIsFilled() throws {
    let folder = try ConfigurationFolder()
    let text = """
      {"scheduler": {"type": "OneCycleLR", "params": {"max_lr": 0.1, "total_steps": "auto"}}}
      """
    let error = #expect(throws: ConfigurationError.self) { try folder.resolve(text, "--steps 50") }
    #expect(error.map { "\($0)" }?.contains("total_steps is \"auto\"") == true)
  }
}
