import Testing

@testable import LRConfiguration

/// Arguments as Axolotl spells them, which it changes before the trainer sees them.
@Suite struct AxolotlTests {
  private func answer(_ text: String, _ flags: String = "") throws -> [String] {
    let folder = try ConfigurationFolder()
    try folder.write(text, to: "t.yaml")
    return folder.answer("%t.yaml \(flags)").split(separator: "\n").map(String.init)
  }

  private static func warmup(_ steps: String, flag: String = "--num-warmup-steps") -> String {
    "warning: t.yaml: is spelt as Axolotl's and has neither warmup_steps nor warmup_ratio: Axolotl then"
      + " warms up for 3 % of the steps, at most 100; give \(flag) \(steps) for that"
  }

  @Test(
    arguments: [(1000, "30"), (50, "2"), (67, "2"), (100_000, "100"), (33, nil)] as [(Int, String?)]
  )
  func itsOwnWarmupIsSaid(total: Int, steps: String?) throws {
    let said = try answer("learning_rate: 1\nlr_scheduler: cosine\nmax_steps: \(total)\n")
      .dropFirst()
    #expect(Array(said) == steps.map { [Self.warmup($0)] } ?? [])
  }

  @Test func aWarmupOfUnknownLength() throws {
    #expect(
      try answer("learning_rate: 1\nlr_scheduler: inverse_sqrt\n")
        == ["inverse_sqrt 5.24.0 Adam 1.0 num_warmup_steps=0", Self.warmup("N")])
  }

  @Test(arguments: [
    ("lr_scheduler: cosine\nwarmup_steps: 0", ""), ("lr_scheduler: cosine\nwarmup_ratio: 0", ""),
    ("lr_scheduler: cosine", "--num-warmup-steps 3"), ("lr_scheduler: constant", ""),
    ("lr_scheduler_type: cosine", ""), ("lr_scheduler: cosine\nnum_train_epochs: 3", ""),
  ])
  func whereNothingIsSaid(text: String, flags: String) throws {
    #expect(try answer("learning_rate: 1\n\(text)\nmax_steps: 1000\n", flags).count == 1)
  }

  /// The spelling alone tells the scheduler that it takes by default, and how it rounds.
  @Test func itsDefaults() throws {
    #expect(
      try answer("learning_rate: 1\nmicro_batch_size: 2\nmax_steps: 1000\nwarmup_ratio: 0.0555\n")
        == [
          "cosine 5.24.0 Adam 1.0 num_warmup_steps=55 num_training_steps=1000",
          "note: t.yaml: has no lr_scheduler: Axolotl takes cosine",
          "note: t.yaml:4:15: warmup_ratio 0.0555 of 1000 steps is a warm-up of 55, rounded down, as Axolotl"
            + " has it",
        ])
  }

  /// A warm-up of one step becomes one of two.
  @Test(
    arguments: [
      ("warmup_steps: 1", 2, "t.yaml:4:15: warmup_steps is 1, of which Axolotl makes 2"),
      ("warmup_steps: 2", 2, nil), ("warmup_steps: 0\nwarmup_ratio: 0", 0, nil),
      (
        "warmup_ratio: 0.1", 2,
        "t.yaml:4:15: warmup_ratio 0.1 of 15 steps is a warm-up of 2, which Axolotl makes of 1"
      ),
      (
        "warmup_ratio: 0.2", 3,
        "t.yaml:4:15: warmup_ratio 0.2 of 15 steps is a warm-up of 3, rounded down, as Axolotl has it"
      ),
    ] as [(String, Int, String?)])
  func aWarmupIsNeverOneStep(text: String, steps: Int, note: String?) throws {
    #expect(
      try answer("learning_rate: 1\nlr_scheduler: cosine\nmax_steps: 15\n\(text)\n")
        == ["cosine 5.24.0 Adam 1.0 num_warmup_steps=\(steps) num_training_steps=15"]
        + [note.map { "note: \($0)" }].compactMap(\.self))
  }

  /// One epoch, and one sample a process, where the trainer takes 3 and 8.
  @Test func itsEpochsAndItsBatch() throws {
    let text = "learning_rate: 1\nlr_scheduler: constant\n"
    let said = try answer(text, "--samples 1000").joined(separator: "\n")
    #expect(said.contains("--steps is 1000, "))
  }

  @Test(arguments: [
    (
      "cosine_min_lr_ratio: 0.1",
      "t.yaml:4:22: cosine_min_lr_ratio 0.1 makes a cosine of Axolotl's own,"
        + " which is not built in; take it out, or write lr_scheduler: cosine_with_min_lr with"
        + " lr_scheduler_kwargs: {min_lr_rate: 0.1}"
    ),
    (
      "cosine_constant_lr_ratio: 0.8\ncosine_min_lr_ratio: 0.25",
      "t.yaml:5:22: cosine_min_lr_ratio 0.25 makes a cosine of Axolotl's own, which is not built in; take"
        + " it out, or write lr_scheduler: cosine_with_min_lr with lr_scheduler_kwargs:"
        + " {min_lr_rate: 0.25}"
    ),
    (
      "lr_quadratic_warmup: true",
      "t.yaml:4:22: lr_quadratic_warmup true makes a cosine of Axolotl's own,"
        + " which is not built in; take it out"
    ),
    (
      "cosine_min_lr_ratio: 2",
      "t.yaml:4:22: cosine_min_lr_ratio is 2; it must be a number from 0 to 1"
    ),
  ])
  func itsOwnCosineIsRefused(text: String, sentence: String) throws {
    #expect(
      try answer("learning_rate: 1\nlr_scheduler: cosine\nmax_steps: 5\n\(text)\n") == [sentence])
  }

  /// What makes no other curve is not refused.
  @Test(arguments: [
    "lr_scheduler: cosine\ncosine_min_lr_ratio: 0",
    "lr_scheduler: cosine\ncosine_min_lr_ratio: null",
    "lr_scheduler: cosine\ncosine_constant_lr_ratio: 0.8",
    "lr_scheduler: cosine\nlr_quadratic_warmup: false",
    "lr_scheduler: linear\ncosine_min_lr_ratio: 0.1",
  ])
  func whatMakesNoOtherCurve(text: String) throws {
    #expect(try answer("learning_rate: 1\nwarmup_steps: 2\nmax_steps: 5\n\(text)\n").count == 1)
  }

  @Test func aConfigurationsWarmup() throws {
    let folder = try ConfigurationFolder()
    try folder.write("learning_rate: 1\nlr_scheduler: cosine\nmax_steps: 1000\n", to: "t.yaml")
    func answer(_ steps: String) throws -> String {
      try folder.write(
        #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": "# + steps + "}}}",
        to: "ds.json")
      return folder.answer("%ds.json --training-arguments %t.yaml")
    }
    #expect(try answer("\"auto\"").contains(Self.warmup("30", flag: "--warmup-num-steps")))
    #expect(try answer("30").hasPrefix("WarmupLR"))
  }
}
