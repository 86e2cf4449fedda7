import Foundation
import TestSupport
import Testing

/// Training arguments, as typed.
@Suite struct TrainingArgumentsTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write(
      """
      learning_rate: 5e-5
      lr_scheduler_type: cosine
      warmup_steps: 2
      num_train_epochs: 1
      per_device_train_batch_size: 4

      """, to: "t.yaml")
    try shell.write(
      #"{"scheduler": {"type": "WarmupDecayLR", "params": {"warmup_max_lr": "auto", "#
        + #""warmup_num_steps": "auto", "total_num_steps": "auto", "warmup_type": "linear"}}}"#,
      to: "ds.json")
    try shell.write("{\"learning_rate\": 1}", to: "t.json")
    try shell.write("learning_rate: &a [*a]\n", to: "bomb.yaml")
  }

  @Test func rows() async throws {
    let outcome = try await shell.type("lrsched csv t.yaml --samples 20")
    #expect(
      outcome.text == """
        step,lr
        0,0.0
        1,2.5e-05
        2,5e-05
        3,3.7500000000000003e-05
        4,1.2500000000000006e-05

        """)
    #expect(
      outcome.errors == """
        lrsched: note: --samples: --steps is 5, 1.0 x ceil(20 / 4): epochs of the samples, a batch of 4 \
        (t.yaml: 4 a process x 1 accumulated x 1 process)

        """)
  }

  @Test(arguments: [
    ("show t.yaml --steps 9", 0, ""), ("json t.yaml --steps 9", 0, ""),
    ("plot t.yaml --steps 9 -o t.svg", 0, ""),
    ("compare t.yaml cosine:num_training_steps=9,num_warmup_steps=2 --steps 9 --lr 5e-5", 0, ""),
    ("csv ds.json --training-arguments t.yaml --steps 9", 0, "lr_scheduler_type cosine is ignored"),
    ("csv ds.json --training-arguments t.yaml --samples 36 | head -n 1", 0, "--steps is 9"),
    ("lint ds.json --training-arguments t.yaml --steps 9", 0, ""),
    ("csv t.yaml", 2, "cosine needs the number of training steps"),
    ("csv bomb.yaml", 2, "bomb.yaml:1:20: *a stands inside of its own value"),
    ("csv ds.json --training-arguments bomb.yaml", 2, "bomb.yaml:1:20: *a"),
    ("csv ds.json --training-arguments none.yaml", 2, "none.yaml: there is no such file"),
    ("csv - --training-arguments - < t.json", 2, "standard input can be read only once"),
    ("csv ds.json --training-arguments t.yaml --steps 9 -o t.yaml", 2, "t.yaml"),
    ("lint t.yaml", 0, ""), ("lint bomb.yaml", 2, "bomb.yaml:1:20: *a"),
    ("csv warmup-lr --training-arguments t.yaml", 2, "no configuration is named"),
  ])
  func commands(words: String, code: Int, said: String) async throws {
    let outcome = try await shell.type("lrsched \(words)")
    #expect(outcome.ending == .exit(Int32(code)), "\(outcome.errors)")
    #expect(said.isEmpty || outcome.errors.contains(said), "\(outcome.errors)")
  }

  /// What lies beside them says how many steps the training has, where they do not.
  @Test(arguments: [
    ("json t.yaml --steps 300 -o run.json", "run.json"),
    ("json t.yaml --steps 300 --every 7 -o run.json", "run.json"),
    ("csv t.yaml --steps 300 -o run.csv", "run.csv"),
    ("csv t.yaml --steps 300 --every 10 -o run.csv", "run.csv"),
    ("npy t.yaml --steps 300 -o run.npy", "run.npy"),
  ])
  func theStepsOfACurve(made: String, file: String) async throws {
    let note =
      "lrsched: note: t.yaml: max_steps is not set, and taken to be 300, the steps of \(file); --steps says"
      + " another number\n"
    _ = try await shell.type("lrsched \(made)")
    for words in ["compare t.yaml \(file)", "check \(file) --against t.yaml"] {
      if words.hasPrefix("check"), made.contains("npy") { continue }
      let outcome = try await shell.type("lrsched \(words)")
      #expect(outcome.ending == .exit(0), "\(outcome)")
      #expect(outcome.errors == note)
      let typed = try await shell.type("lrsched \(words) --steps 299")
      #expect(typed.ending != .exit(0) && !typed.errors.contains("taken to be"), "\(typed)")
    }
  }

  @Test func theStepsOfATrainer() async throws {
    let rows = try await shell.type("lrsched csv t.yaml --steps 50 --from 10 --to 31 --every 10")
    let entries = rows.lines.dropFirst().map { row in
      let cells = row.split(separator: ",")
      return "{\"step\": \(cells[0]), \"learning_rate\": \(cells[1])}"
    }
    try shell.write(
      "{\"log_history\": [\(entries.joined(separator: ", "))], \"max_steps\": 50}",
      to: "trainer_state.json")
    let outcome = try await shell.type("lrsched check trainer_state.json --against t.yaml")
    #expect(outcome.ending == .exit(0), "\(outcome)")
    #expect(outcome.errors.contains("taken to be 50, the steps of trainer_state.json"))
  }

  /// DeepSpeed logs its last step.
  @Test func theStepsOfALogFillAuto() async throws {
    let flags = "--lr 1e-3 --warmup-num-steps 2"
    let rows = try await shell.type("lrsched csv ds.json \(flags) --steps 50 --from 1 --to 51")
    let lines = rows.lines.dropFirst().map { row in
      let cells = row.split(separator: ",")
      return "[INFO] [Rank 0] step=\(cells[0]), skipped=0, lr=[\(cells[1])], mom=[[0.9, 0.999]]\n"
    }
    try shell.write(lines.joined(), to: "run.log")
    let outcome = try await shell.type("lrsched check run.log --against ds.json \(flags)")
    #expect(outcome.ending == .exit(0), "\(outcome)")
    #expect(outcome.errors.contains("total_num_steps \"auto\" is 50, from the steps of run.log"))
  }

  /// Saved by a trainer, read by `check`.
  @Test func aLogIsCheckedAgainstThem() async throws {
    let outcome = try await shell.type(
      "lrsched csv t.yaml --steps 9 > run.csv && lrsched check run.csv --against t.yaml --steps 9")
    #expect(outcome.ending == .exit(0), "\(outcome.text)\(outcome.errors)")
  }
}

/// The files of other people: those with a closed schedule give it, the others say what is missing.
@Suite(.enabled(if: realConfigurations != nil, "the real configurations are not here"))
struct RealTrainingArgumentsTests {
  @Test(arguments: [
    ("001", "yaml", "cosine", "2e-05", 1000, 100), ("002", "yaml", "cosine", "5e-06", 1000, 100),
    ("003", "yaml", "inverse_sqrt", "5e-06", 0, 100), ("004", "yaml", "", "", 1000, 30),
    ("005", "yaml", "cosine_with_min_lr", "2e-05", 1000, 30),
    ("006", "yaml", "cosine", "1e-06", 1000, 100), ("007", "yaml", "cosine", "2e-05", 1000, 100),
    ("033", "json", "cosine", "5e-05", 1000, 30), ("041", "yaml", "cosine", "5e-07", 1200, 100),
  ])
  func schedules(
    file: String, suffix: String, type: String, rate: String, total: Int, warmup: Int
  ) async throws {
    let path = "\(try #require(realConfigurations))/training/\(file).\(suffix)"
    let outcome = try await Shell().type("lrsched json '\(path)' --steps 1000 --every 999")
    #expect(outcome.ending == .exit(0), "\(outcome.errors)")
    let text = outcome.text
    #expect(type.isEmpty || text.contains("\"scheduler\": \"\(type)\""), "\(text)")
    #expect(rate.isEmpty || text.contains("\"base_lr\": [\(rate)]"), "\(text)")
    #expect(text.contains("\"num_warmup_steps\": \(warmup)"), "\(text)")
    #expect(total == 0 || text.contains("\"num_training_steps\": \(total)"), "\(text)")
    // Only what says its own length, or has none, needs no --steps.
    let alone = try await Shell().type("lrsched csv '\(path)'")
    let isComplete = ["003", "041"].contains(file)
    #expect(alone.ending == .exit(isComplete ? 0 : 2))
    #expect(isComplete || alone.errors.contains("needs the number of training steps"))
  }

  @Test(arguments: [
    ("047.json", "is the log of a trainer"), ("049.json", "is the log of a trainer"),
    ("052.yaml", "is Accelerate's configuration"), ("055.yaml", "is Accelerate's configuration"),
    ("053.yaml", "it leads to, configs/ds_config_trlx_gptj_summarize.json"),
  ])
  func whatIsMissing(file: String, said: String) async throws {
    let path = "\(try #require(realConfigurations))/training/\(file)"
    let outcome = try await Shell().type("lrsched csv '\(path)' --steps 1000")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
  }
}
