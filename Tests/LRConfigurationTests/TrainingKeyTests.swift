import Testing

@testable import LRConfiguration

/// Keys of training arguments that are misspelt.
@Suite struct TrainingKeyTests {
  private func answer(_ text: String, _ flags: String = "", name: String = "t.yaml") throws
    -> [String]
  {
    let folder = try ConfigurationFolder()
    try folder.write(text, to: name)
    return folder.answer("%\(name) \(flags)").split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("warmup_step", "warmup_steps"), ("warmup-steps", "warmup_steps"),
    ("warmupRatio", "warmup_ratio"), ("lr_schedular_type", "lr_scheduler_type"),
    ("learnig_rate", "learning_rate"), ("laerning_rate", "learning_rate"),
    ("max_setps", "max_steps"), ("lr_scheduler_kwarg", "lr_scheduler_kwargs"),
    ("num_train_epoch", "num_train_epochs"), ("cosine_min_lr_ration", "cosine_min_lr_ratio"),
  ])
  func isSaid(written: String, meant: String) throws {
    #expect(
      try answer("learning_rate: 1\nlr_scheduler_type: linear\nmax_steps: 5\n\(written): 7\n") == [
        "linear 5.24.0 Adam 1.0 num_warmup_steps=0 num_training_steps=5",
        "warning: t.yaml:4:1: \"\(written)\" is no key that is read; did you mean \"\(meant)\"?",
      ])
  }

  /// Hundreds of keys are none of ours.
  @Test(arguments: [
    "eval_steps", "save_steps", "logging_steps", "mini_batch_size", "optim", "output_dir", "seed",
    "per_device_eval_batch_size", "weight_decay", "lr_groups", "max_length", "warmup_momentum",
    "embedding_learning_rate", "loraplus_lr_ratio", "cosine_constant_lr_ratio", "lr",
  ])
  func otherKeysAreSilent(key: String) throws {
    #expect(
      try answer("learning_rate: 1\nlr_scheduler_type: linear\nmax_steps: 5\n\(key): 7\n").count
        == 1)
  }

  @Test(arguments: ["t.yaml", "t.json"])
  func whereNoOtherKeyMakesArgumentsOfAFile(name: String) throws {
    #expect(
      try answer("{\"a\": 1, \"learnig_rate\": 1, \"max_steps\": 5}", name: name)
        == [
          "\(name):1:10: \"learnig_rate\" is no key that is read; did you mean \"learning_rate\"?"
        ])
  }

  @Test func whereTheyFillAConfiguration() throws {
    let folder = try ConfigurationFolder()
    try folder.write("learning_rate: 1\nwarmup_step: 7\nmax_steps: 5\n", to: "t.yaml")
    try folder.write(#"{"scheduler": {"type": "WarmupLR", "params": {}}}"#, to: "ds.json")
    #expect(
      folder.answer("%ds.json --training-arguments %t.yaml").contains(
        "\nwarning: t.yaml:2:1: \"warmup_step\" is no key that is read; did you mean \"warmup_steps\"?"
      ))
  }
}
