import LRSchedule
import Testing

@testable import LRConfiguration

/// Hugging Face's training arguments as a schedule, spelt as its trainer, Axolotl and LLaMA-Factory do.
@Suite struct TrainingArgumentsTests {
  private func answer(_ text: String, _ flags: String = "", name: String = "t.yaml") throws
    -> String
  {
    let folder = try ConfigurationFolder()
    try folder.write(text, to: name)
    return folder.answer("%\(name) \(flags)")
  }

  @Test(arguments: [
    (
      "learning_rate: 5e-5\nlr_scheduler_type: cosine\nwarmup_steps: 100\nmax_steps: 1200\n", "",
      "cosine 5.24.0 Adam 5e-05 num_warmup_steps=100 num_training_steps=1200"
    ),
    (
      "learning_rate: 2.0e-05\nlr_scheduler: linear\nmax_steps: 10\n", "",
      "linear 5.24.0 Adam 2e-05 num_warmup_steps=0 num_training_steps=10"
    ),
    ("learning_rate: 1e-3\nlr_scheduler_type: constant\n", "", "constant 5.24.0 Adam 0.001"),
    (
      "learning_rate: 1e-3\nlr_scheduler_type: inverse_sqrt\nwarmup_steps: 100\n", "",
      "inverse_sqrt 5.24.0 Adam 0.001 num_warmup_steps=100"
    ),
    (
      "learning_rate: 1e-3\nlr_scheduler_type: SchedulerType.COSINE_WITH_RESTARTS\n", "--steps 50",
      "cosine_with_restarts 5.24.0 Adam 0.001 num_warmup_steps=0 num_training_steps=50"
    ),
    (
      "learning_rate: 1e-3\nlr_scheduler_type: cosine_with_min_lr\n"
        + "lr_scheduler_kwargs:\n  min_lr_rate: 0.1\n", "--steps 50",
      "cosine_with_min_lr 5.24.0 Adam 0.001 num_warmup_steps=0 num_training_steps=50"
        + " min_lr_rate=0.1"
    ),
    (
      "learning_rate: 1e-3\nlr_scheduler_type: polynomial\n"
        + "lr_scheduler_kwargs: '{\"power\": 2.0}'\n", "--steps 50",
      "polynomial 5.24.0 Adam 0.001 num_warmup_steps=0 num_training_steps=50 power=2.0"
    ),
    (
      "base: &b {learning_rate: 1e-3, lr_scheduler_type: linear}\n<<: *b\nmax_steps: 7\n", "",
      "linear 5.24.0 Adam 0.001 num_warmup_steps=0 num_training_steps=7"
    ),
    // Behind a byte order mark.
    (
      "\u{FEFF}learning_rate: 1e-3\nlr_scheduler_type: linear\nmax_steps: 7\n", "",
      "linear 5.24.0 Adam 0.001 num_warmup_steps=0 num_training_steps=7"
    ),
    // Steps that are typed are rows; those of the file are the schedule's.
    (
      "learning_rate: 1e-3\nlr_scheduler_type: linear\nmax_steps: 7\n", "--steps 5",
      "linear 5.24.0 Adam 0.001 num_warmup_steps=0 num_training_steps=7"
    ),
    (
      "learning_rate: 1e-3\nlr_scheduler_type: linear\nwarmup_steps: 2.0\nmax_steps: 7.0\n", "",
      "linear 5.24.0 Adam 0.001 num_warmup_steps=2 num_training_steps=7"
    ),
    (
      "learning_rate: 1e-3\nlr_scheduler_type: linear\nmax_steps: -1\nlr_scheduler_kwargs: null\n",
      "-p num_training_steps=9 -p num_warmup_steps=3",
      "linear 5.24.0 Adam 0.001 num_warmup_steps=3 num_training_steps=9"
    ),
  ])
  func schedules(text: String, flags: String, summary: String) throws {
    #expect(try answer(text, flags) == summary)
  }

  /// JSON is a file of arguments where it has no scheduler of DeepSpeed's.
  @Test func json() throws {
    #expect(
      try answer(
        #"{"learning_rate": 0.00005, "lr_scheduler_type": "cosine", "max_steps": 9}"#,
        name: "t.json") == "cosine 5.24.0 Adam 5e-05 num_warmup_steps=0 num_training_steps=9")
  }

  @Test(
    arguments: [
      // The warm-up: as a count, as transformers 5 has shares, as 4 had them.
      ("warmup_steps: 10", "10", []),
      ("warmup_steps: 10.7", "10", []),
      (
        "warmup_steps: 0.1", "96",
        [
          "4:15: warmup_steps 0.1 of 951 steps is a warm-up of 96, as"
            + " transformers 5 has it (4.x takes whole steps, and warmup_ratio)"
        ]
      ),
      (
        "warmup_ratio: 0.03", "29",
        [
          "4:15: warmup_ratio 0.03 of 951 steps is a warm-up of 29, as"
            + " transformers 4 has it (5.x: warmup_steps below 1)"
        ]
      ),
      ("warmup_ratio: 0", "0", []),
      (
        "warmup_steps: 0\nwarmup_ratio: 0.5", "476",
        [
          "5:15: warmup_ratio 0.5 of 951 steps is a warm-up"
            + " of 476, as transformers 4 has it (5.x: warmup_steps below 1)"
        ]
      ),
      (
        "warmup_steps: 5\nwarmup_ratio: 0.5", "5",
        ["5:15: warmup_ratio 0.5 is ignored: warmup_steps wins"]
      ),
    ] as [(String, String, [String])])
  func warmups(text: String, steps: String, said: [String]) throws {
    let text = "learning_rate: 1e-3\nlr_scheduler_type: linear\nmax_steps: 951\n\(text)\n"
    let lines =
      ["linear 5.24.0 Adam 0.001 num_warmup_steps=\(steps) num_training_steps=951"]
      + said.map { "note: t.yaml:\($0)" }
    #expect(try answer(text) == lines.joined(separator: "\n"))
  }

  @Test(
    arguments: [
      (
        "lr_scheduler_type: cosine", "",
        "note: t.yaml: has no learning_rate: the trainer takes 5e-05"
      ),
      ("learning_rate: 1", "", "note: t.yaml: has no lr_scheduler_type: the trainer takes linear"),
      (
        "learning_rate: 1\nlr_scheduler_type: linear", "--lr 2",
        "note: t.yaml:1:16: the optimizer's lr is 1.0, but --lr 2.0 wins"
      ),
      ("learning_rate: 1\nlr_scheduler: linear\nwarmup_steps: 0", "--num-warmup-steps 4", nil),
      (
        "learning_rate: 1\nlr_scheduler: linear\nwarmup_steps: 3", "--num-warmup-steps 4",
        "note: t.yaml:3:15: warmup_steps is ignored: --num-warmup-steps 4 wins"
      ),
      ("learning_rate: 1\nlr_scheduler_type: linear\nmax_steps: 100", "", nil),
      (
        "learning_rate: 1\nlr_scheduler_type: linear\nmax_steps: 90", "",
        "note: t.yaml:3:12: max_steps is 90, and the training is as long; --steps says how many rows there"
          + " are"
      ),
      (
        "learning_rate: 1\nlr_scheduler_type: linear\nmax_steps: 90", "--num-training-steps 80",
        "note: t.yaml:3:12: max_steps is 90, but --num-training-steps 80 wins"
      ),
      (
        "learning_rate: 1\nlr_scheduler: constant\nwarmup_steps: 3", "",
        "note: t.yaml:3:15: warmup_steps is ignored: constant has no warm-up"
      ),
    ] as [(String, String, String?)])
  func whatIsSaid(text: String, flags: String, said: String?) throws {
    let lines = try answer(text + "\n", "--steps 100 \(flags)").split(separator: "\n").dropFirst()
    #expect(lines.map(String.init) == [said].compactMap(\.self))
  }

  @Test(arguments: [
    (
      "learning_rate: x\n",
      "t.yaml:1:16: learning_rate is \"x\"; it must be a finite number, 0 or more"
    ),
    // PyYAML takes 5e-05 for a text.
    (
      "learning_rate: '5e-5'\n",
      "t.yaml:1:16: learning_rate is \"5e-5\"; write it as a number: 5.0e-05"
    ),
    (
      "learning_rate: '0.001'\n",
      "t.yaml:1:16: learning_rate is \"0.001\"; write it as a number: 0.001"
    ),
    (
      "learning_rate: .inf\n",
      "t.yaml:1:16: learning_rate is inf; it must be a finite number, 0 or more"
    ),
    (
      "learning_rate: .nan\n",
      "t.yaml:1:16: learning_rate is nan; it must be a finite number, 0 or more"
    ),
    (
      "learning_rate: 1\nmax_steps: .inf\n",
      "t.yaml:2:12: max_steps is inf; it must be a whole number, -1 or more"
    ),
    (
      "learning_rate: 1\nwarmup_steps: .inf\n",
      "t.yaml:2:15: warmup_steps is inf; it must be a number from 0 to 2^53"
    ),
    (
      "learning_rate: 1\nnum_train_epochs: .inf\n",
      "t.yaml:2:19: num_train_epochs is inf; it must be a finite number above 0"
    ),
    (
      "learning_rate: -1\n",
      "t.yaml:1:16: learning_rate is -1; it must be a finite number, 0 or more"
    ),
    (
      "learning_rate: [1]\n",
      "t.yaml:1:16: learning_rate is [1]; it must be a finite number, 0 or more"
    ),
    (
      "learning_rate: 1\nwarmup_ratio: 1.5\n",
      "t.yaml:2:15: warmup_ratio is 1.5; it must be a number from 0 to 1"
    ),
    (
      "learning_rate: 1\nwarmup_steps: -1\n",
      "t.yaml:2:15: warmup_steps is -1; it must be a number from 0 to 2^53"
    ),
    (
      "learning_rate: 1\nmax_steps: 1.5\n",
      "t.yaml:2:12: max_steps is 1.5; it must be a whole number, -1 or more"
    ),
    (
      "learning_rate: 1\nlr_scheduler_kwargs: [1]\n",
      "t.yaml:2:22: lr_scheduler_kwargs is [1]; it must be a map of parameters"
    ),
    (
      "learning_rate: 1\nlr_scheduler_type: 5\n",
      "t.yaml:2:20: lr_scheduler_type is 5; it must be a scheduler's name"
    ),
    (
      "learning_rate: 1\nlr_scheduler_type: linear\nlr_scheduler: cosine\n",
      "t.yaml:3:15: lr_scheduler is \"cosine\" here and \"linear\" in t.yaml:2:20; give it once"
    ),
    (
      "learning_rate: 1\nlr_scheduler_type: Cosine\n",
      "t.yaml:2:20: the scheduler \"Cosine\" is unknown to Hugging Face's trainer; names are exact:"
        + " write cosine"
    ),
    (
      "learning_rate: 1\nlr_scheduler_type: COSINE-WITH-RESTARTS\n",
      "t.yaml:2:20: the scheduler \"COSINE-WITH-RESTARTS\" is unknown to Hugging Face's trainer; names"
        + " are exact: write cosine_with_restarts"
    ),
    (
      "learning_rate: 1\nlr_scheduler_type: cosin\n",
      "t.yaml:2:20: the scheduler \"cosin\" is unknown to Hugging Face's trainer; did you mean cosine?"
    ),
    (
      "learning_rate: 1\nlr_scheduler_type: REDUCE_LR_ON_PLATEAU\n",
      "t.yaml:2:20: REDUCE_LR_ON_PLATEAU follows the loss of the run, so that no file says its rates;"
        + " check the run's log against a plan of your own"
    ),
    (
      "learning_rate: 1\nlr_scheduler_type: reduce_lr_on_plateau\n",
      "t.yaml:2:20: reduce_lr_on_plateau follows the loss of the run, so that no file says its rates;"
        + " check the run's log against a plan of your own"
    ),
    (
      "learning_rate: 1\nlr_scheduler_type: greedy\n",
      "t.yaml:2:20: greedy follows the loss of the run, so that no file says its rates; check the"
        + " run's log against a plan of your own"
    ),
    (
      "learning_rate: 1\nlr_scheduler: one_cycle\n",
      "t.yaml:2:15: one_cycle is a scheduler of Axolotl's own, which is not built in; name a schedule"
        + " of lrsched list"
    ),
    (
      "learning_rate: 1\nlr_scheduler: cosine\nmax_steps: 5\nlr_scheduler_kwargs: {power: 2}\n",
      "t.yaml:4:30: cosine has no parameter \"power\"; it has num_warmup_steps, num_training_steps,"
        + " num_cycles"
    ),
    (
      "learning_rate: 1\nlr_scheduler: cosine\nmax_steps: 5\n"
        + "lr_scheduler_kwargs: {num_training_steps: 2}\n",
      "t.yaml:4:43: num_training_steps is 2 here and 5 in t.yaml:3:12; give it once"
    ),
    (
      "a: 1\n",
      "t.yaml: has neither learning_rate nor lr_scheduler_type, so that it holds no schedule;"
        + " give one with learning_rate and lr_scheduler_type"
    ),
    ("", "t.yaml: is empty; give one with learning_rate and lr_scheduler_type"),
    (
      "- 1\n",
      "t.yaml: is [1], and training arguments are a map; give one with learning_rate and"
        + " lr_scheduler_type"
    ),
    (
      "scheduler: {type: WarmupLR, params: {}}\n",
      "t.yaml: is YAML by its name, and a DeepSpeed configuration is JSON or Hjson; write it as JSON,"
        + " or give training arguments (learning_rate, lr_scheduler_type)"
    ),
    (
      "distributed_type: DEEPSPEED\ndeepspeed_config: {deepspeed_config_file: a/ds.json}\n",
      "t.yaml: is Accelerate's configuration, which says nothing of the learning rate; name the"
        + " DeepSpeed configuration that it leads to, a/ds.json"
    ),
    ("learning_rate:\n\t5\n", "t.yaml:2:1: a tab stands where YAML wants spaces; write spaces"),
    (
      "learning_rate: 1\nlearning_rate: 2\n",
      "t.yaml:2:1: the key \"learning_rate\" stands twice, first at 1:1; remove one"
    ),
  ])
  func refusals(text: String, sentence: String) throws { #expect(try answer(text) == sentence) }

  /// The number of steps is needed for a length and for a share of it.
  @Test(arguments: [
    ("lr_scheduler_type: cosine", "2:20: cosine needs"),
    ("lr_scheduler_type: cosine\nmax_steps: -1", "2:20: cosine needs"),
    ("lr_scheduler_type: inverse_sqrt\nwarmup_ratio: 0.1", "2:20: its warm-up needs"),
  ])
  func stepsThatAreMissing(text: String, what: String) throws {
    #expect(
      try answer("learning_rate: 1\n\(text)\nnum_train_epochs: 2\n")
        == "t.yaml:\(what) the number of training steps, and max_steps is not set (the trainer counts"
        + " 2.0 epochs of its data); say it: lrsched csv t.yaml --steps 10000 (or --samples N)")
  }

  @Test func aLogIsNoSchedule() throws {
    #expect(
      try answer(#"{"log_history": [], "max_steps": 5}"#, name: "s.json")
        == "s.json: is the log of a trainer, which holds no schedule; `lrsched check s.json --against"
        + " SCHEDULE` compares it with one")
  }

  @Test func everyParameterHasItsPlace() throws {
    let folder = try ConfigurationFolder()
    try folder.write(
      "learning_rate: 1\nlr_scheduler_type: cosine\nwarmup_steps: 2\nmax_steps: 9\n", to: "t.yml")
    let schedule = try #require(try TypedLine(folder["t.yml"]).resolve().schedules.first)
    #expect(
      schedule.places.mapValues { folder.shortened("\($0)") }
        == ["num_warmup_steps": "t.yml:3:15", "num_training_steps": "t.yml:4:12"])
    #expect(folder.shortened("\(schedule.baseLRPlace)") == "t.yml:1:16")
  }
}
