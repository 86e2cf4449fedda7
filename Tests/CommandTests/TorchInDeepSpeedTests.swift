import Testing

/// PyTorch's classes in a configuration of DeepSpeed, and by name.
@Suite struct TorchInDeepSpeedTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  private func write(_ type: String, _ params: String, _ more: String = "") throws {
    try shell.write(
      "{\"optimizer\": {\"type\": \"SGD\", \"params\": {\"lr\": 0.1, \"momentum\": 0.9}},\n"
        + "\"scheduler\": {\"type\": \"\(type)\", \"params\": {\(params)}}\(more)}",
      to: "ds.json")
  }

  @Test(arguments: [
    ("\"bf16\": {\"enabled\": true}", "bf16"),
    ("\"fp16\": {\"enabled\": true}", "fp16"),
    ("\"zero_optimization\": {\"stage\": 2}", "ZeRO"),
  ])
  func aWrappedOptimizerIsWarnedOf(setting: String, wrapper: String) async throws {
    try write("StepLR", "\"step_size\": 30", ", \(setting)")
    let rows = try await shell.type("lrsched csv step-lr:step_size=30 --lr 0.1 --steps 99")
    for words in [
      "csv ds.json --steps 99", "show ds.json", "plot ds.json -o ds.svg", "json ds.json",
    ] {
      let outcome = try await shell.type("lrsched \(words)")
      #expect(outcome.ending == .exit(0))
      #expect(
        outcome.errors.hasPrefix(
          "lrsched: warning: ds.json:2:23: PyTorch's StepLR raises a TypeError before the first step: under"
            + " \(wrapper) the optimizer is a wrapper that PyTorch's schedulers refuse; take one of"
            + " DeepSpeed's own schedulers\n"), "\(outcome.errors)")
      if words.hasPrefix("csv") { #expect(outcome.hasSameOutput(as: rows)) }
    }
    // Lint has a finding of its own.
    let lint = try await shell.type("lrsched lint ds.json")
    #expect(lint.text.contains("LR030") && lint.errors.isEmpty)
  }

  @Test(arguments: [
    "", ", \"bf16\": {\"enabled\": false}", ", \"zero_optimization\": {\"stage\": 0}",
  ])
  func theOptimizerItselfIsNot(more: String) async throws {
    try write("StepLR", "\"step_size\": 30", more)
    #expect(try await shell.type("lrsched csv ds.json").errors.isEmpty)
  }

  @Test func deepSpeedsOwnAreNot() async throws {
    try write("WarmupLR", "", ", \"bf16\": {\"enabled\": true}")
    #expect(try await shell.type("lrsched csv ds.json").errors.isEmpty)
  }

  /// The total is known without `--steps`.
  @Test func oneCycleOfEpochs() async throws {
    let named = try await shell.type("lrsched csv one-cycle-lr:epochs=3,steps_per_epoch=100")
    #expect(named.ending == .exit(0), "\(named)")
    #expect(named.lines.count == 301 && named.lines.last?.hasPrefix("299,") == true)
    try write("OneCycleLR", "\"max_lr\": 0.001, \"epochs\": 3, \"steps_per_epoch\": 100")
    let file = try await shell.type("lrsched csv ds.json")
    #expect(file.hasSameOutput(as: named))
    let lint = try await shell.type("lrsched lint ds.json")
    #expect(!lint.text.contains("LR024"), "\(lint.text)")
  }

  /// PyTorch wants a float, and in a file nothing makes one of 1.
  @Test(arguments: ["1", "1.0", "0", "0.0"])
  func aWholePctStartOfAFile(text: String) async throws {
    try write("OneCycleLR", "\"max_lr\": 0.001, \"total_steps\": 9, \"pct_start\": \(text)")
    let outcome = try await shell.type("lrsched csv ds.json")
    #expect(outcome.ending == .exit(2))
    #expect(
      outcome.errors
        == "lrsched: error: ds.json:2:96: pct_start is \(text.prefix(1)); PyTorch asks for a float, and"
        + " DeepSpeed's reader makes a whole number of 1.0 too: write a fraction, 0.3 say\n")
    let other = try await shell.type("lrsched csv ds.json --pct-start 1")
    #expect(other.ending == .exit(0) && other.lines.count == 10, "\(other)")
  }

  /// Who types 1 means 1.0, and what is written of it is read again.
  @Test func aWholePctStartThatIsTyped() async throws {
    let rows = try await shell.type("lrsched csv one-cycle-lr --pct-start 1.0 --steps 20")
    #expect(rows.ending == .exit(0) && rows.lines.count == 21)
    for words in [
      "one-cycle-lr --pct-start 1", "one-cycle-lr:pct_start=1", "one-cycle-lr -p pct_start=1",
    ] {
      let outcome = try await shell.type("lrsched csv \(words) --steps 20")
      #expect(outcome.hasSameOutput(as: rows), "\(outcome)")
    }
    let compared = try await shell.type(
      "lrsched json one-cycle-lr --pct-start 1 --steps 20 -o lock.json;"
        + " lrsched compare one-cycle-lr lock.json --steps 20")
    #expect(compared.text.contains("why: pct_start is 0.3 (default) and 1.0 (lock.json)"))
  }
}
