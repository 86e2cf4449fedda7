import LRSchedule
import Testing

@testable import LRConfiguration

/// `--training-arguments` fills a configuration as Hugging Face's integration does, and refuses what
/// it refuses.
@Suite struct TrainingArgumentsOptionTests {
  private static let auto = """
    {"optimizer": {"type": "AdamW", "params": {"lr": "auto"}}, "train_batch_size": "auto",
     "scheduler": {"type": "WarmupDecayLR", "params": {
      "warmup_min_lr": "auto", "warmup_max_lr": "auto",
      "warmup_num_steps": "auto", "total_num_steps": "auto"}}}
    """

  private func answer(_ arguments: String, _ configuration: String, _ flags: String = "") throws
    -> String
  {
    let folder = try ConfigurationFolder()
    try folder.write(arguments, to: "t.yaml")
    try folder.write(configuration, to: "ds.json")
    return folder.answer("%ds.json --training-arguments %t.yaml \(flags)")
  }

  @Test func everyAutoIsFilled() throws {
    let text = try answer(
      "learning_rate: 2e-5\nlr_scheduler_type: cosine\nwarmup_ratio: 0.1\nmax_steps: 50\n",
      Self.auto)
    let expected = """
      WarmupDecayLR 0.19.8 AdamW 2e-05 total_num_steps=50 warmup_min_lr=0.0 warmup_max_lr=2e-05 \
      warmup_num_steps=5
      note: t.yaml:2:20: lr_scheduler_type cosine is ignored: the scheduler of ds.json, \
      WarmupDecayLR, wins
      note: ds.json:3:20: warmup_min_lr "auto" is 0, as Hugging Face's integration has it
      note: ds.json:3:45: warmup_max_lr "auto" is 2e-05, from t.yaml:1:16
      note: t.yaml:3:15: warmup_ratio 0.1 of 50 steps is a warm-up of 5, as transformers 4 has it \
      (5.x: warmup_steps below 1)
      note: ds.json:4:23: warmup_num_steps "auto" is 5, from t.yaml:3:15
      note: ds.json:4:50: total_num_steps "auto" is 50, from t.yaml:4:12
      note: ds.json:1:50: the optimizer's lr "auto" is 2e-05, from t.yaml:1:16
      """
    #expect(text == expected)
  }

  /// The trainer's defaults fill too; flags win; steps may be typed.
  @Test(arguments: [
    ("lr_scheduler_type: cosine\n", "--steps 70", "5e-05", "5e-05", 1, 70),
    ("learning_rate: 2e-5\nwarmup_steps: 3\n", "--steps 70 --lr 1", "1.0", "1.0", 3, 70),
    ("learning_rate: 2e-5\nwarmup_steps: 3\n", "--total-num-steps 70", "2e-05", "2e-05", 3, 70),
    ("learning_rate: 2e-5\nmax_steps: 9\n", "--warmup-num-steps 4", "2e-05", "2e-05", 4, 9),
    ("learning_rate: 2e-5\nwarmup_steps: 0.5\n", "--total-num-steps 70", "2e-05", "2e-05", 35, 70),
    (
      "learning_rate: 2e-5\nper_device_train_batch_size: 4\ngradient_accumulation_steps: 2\n",
      "--samples 100 --num-processes 2", "2e-05", "2e-05", 1, 21
    ),
  ])
  func filling(
    arguments: String, flags: String, rate: String, maximum: String, warmup: Int, total: Int
  ) throws {
    let text = try answer(arguments, Self.auto, flags)
    let expected =
      "WarmupDecayLR 0.19.8 AdamW \(rate) total_num_steps=\(total) warmup_min_lr=0.0"
      + " warmup_max_lr=\(maximum) warmup_num_steps=\(warmup)\n"
    #expect(text.hasPrefix(expected), "\(text)")
  }

  @Test func whatIsStillMissing() throws {
    #expect(
      try answer("learning_rate: 2e-5\nwarmup_ratio: 0.1\n", Self.auto)
        == "ds.json:4:23: warmup_num_steps, total_num_steps are \"auto\", which only a trainer fills in;"
        + " say what it will be: lrsched csv ds.json --training-arguments t.yaml --steps 10000"
        + " --total-num-steps 10000")
  }

  private static func configured(_ optimizer: String, _ parameters: String, _ more: String = "")
    -> String
  {
    "{\"optimizer\": {\"params\": {\(optimizer)}}, \(more)"
      + "\"scheduler\": {\"type\": \"WarmupDecayLR\", \"params\": {\(parameters)}}}"
  }

  /// The same numbers pass, whatever they are written as, and what no argument says.
  @Test(arguments: [
    configured("\"lr\": 2e-5", "\"total_num_steps\": 50, \"warmup_num_steps\": 5"),
    configured(
      "", "\"total_num_steps\": 50.0, \"warmup_max_lr\": 0.00002, \"warmup_num_steps\": 5"),
    configured(
      "", "\"total_num_steps\": 50, \"warmup_min_lr\": 1e-6, \"warmup_num_steps\": 5",
      "\"train_micro_batch_size_per_gpu\": 8, \"gradient_accumulation_steps\": 1, "
        + "\"train_batch_size\": 99, "),
  ])
  func numbersThatAreTheTrainersOwn(configuration: String) throws {
    let text = try answer(
      "learning_rate: 2e-5\nwarmup_steps: 5\nmax_steps: 50\n", configuration)
    #expect(text.hasPrefix("WarmupDecayLR 0.19.8"), "\(text)")
  }

  @Test(arguments: [
    (
      configured("\"lr\": 1e-3", "\"total_num_steps\": 50"), "",
      "ds.json:1:33: the optimizer's lr is 0.001, but learning_rate 2e-05 (t.yaml:1:16)"
    ),
    (
      configured("", "\"total_num_steps\": 50, \"warmup_max_lr\": 1"), "",
      "ds.json:1:121: warmup_max_lr is 1, but learning_rate 2e-05 (t.yaml:1:16)"
    ),
    (
      configured("", "\"total_num_steps\": 60, \"warmup_num_steps\": 6"), "",
      "ds.json:1:100: total_num_steps is 60, but the number of training steps 50 (t.yaml:3:12);"
        + " warmup_num_steps is 6, but the warm-up 5 (t.yaml:2:15)"
    ),
    (
      configured("", "\"total_num_steps\": 50", "\"train_micro_batch_size_per_gpu\": 4, "), "",
      "ds.json:1:65: train_micro_batch_size_per_gpu is 4, but per_device_train_batch_size 8 (the"
        + " trainer's default)"
    ),
    (
      configured("", "\"total_num_steps\": 50", "\"train_batch_size\": 99, "), "--num-processes 2",
      "ds.json:1:51: train_batch_size is 99, but the trainer's batch 16 (the trainer's default)"
    ),
  ])
  func whatTransformersRefuses(configuration: String, flags: String, what: String) throws {
    let text = try answer(
      "learning_rate: 2e-5\nwarmup_steps: 5\nmax_steps: 50\n", configuration, flags)
    #expect(
      text == what + ": Transformers refuses that; make them equal, or write \"auto\" into the"
        + " configuration")
  }

  /// Without a scheduler in the configuration the trainer's own runs.
  @Test func aConfigurationWithoutAScheduler() throws {
    #expect(
      try answer(
        "learning_rate: 2e-5\nlr_scheduler_type: cosine\nmax_steps: 50\n",
        "{\"train_batch_size\": \"auto\"}")
          == """
          cosine 5.24.0 Adam 2e-05 num_warmup_steps=0 num_training_steps=50
          note: ds.json: has no scheduler, so that the trainer's own is taken
          """)
  }

  @Test func nothingToFill() throws {
    let folder = try ConfigurationFolder()
    try folder.write("learning_rate: 1\n", to: "t.yaml")
    #expect(
      folder.answer("warmup-lr --training-arguments %t.yaml")
        == "--training-arguments: no configuration is named that t.yaml could fill; name a"
        + " ds_config.json, or t.yaml as the schedule")
  }
}
