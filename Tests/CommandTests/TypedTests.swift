import Testing

/// What users type, and what they get: the output and nothing else.
@Suite struct TypedTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write(configuration, to: "ds_config.json")
  }

  @Test func aNameGivesTenThousandRows() async throws {
    let outcome = try await succeed("lrsched csv warmup-cosine > curve.csv")
    #expect(outcome.output == [])
    let lines = try shell.text(of: "curve.csv").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 10_002 && lines.last == "", "the header, the rows, and a line end")
    #expect(lines[0...3] == ["step,lr", "0,0.0", "1,0.0", "2,0.00010034333188799373"])
    #expect(lines[10_000] == "9999,1.0003045869551048e-07")
  }

  @Test func momentumHasAColumnWhereItMoves() async throws {
    let lines = try await succeed("lrsched csv onecycle --steps 1e5").lines
    #expect(lines.count == 100_001)
    #expect(lines[..<2] == ["step,lr,momentum", "0,0.0001,0.8"])
    #expect(lines.last == "99999,0.0001,0.9")
  }

  @Test func eachGroupHasItsColumns() async throws {
    let outcome = try await succeed("lrsched eval onecycle --at 1 --lr 1,2")
    #expect(
      outcome.text == """
        step,lr_0,lr_1,momentum_0,momentum_1
        1,0.00010045000000000015,0.00010045000000000015,0.89995,0.89995

        """)
  }

  @Test func eachOfSeveralSchedulesHasItsColumns() async throws {
    try shell.write(configuration, to: "a,b.json")
    let outcome = try await succeed(
      "lrsched csv onecycle warmup-lr@0.14 ds_config.json a,b.json onecycle --steps 1")
    #expect(
      outcome.text == """
        step,onecycle.lr,onecycle.momentum,warmup-lr@0.14.lr,ds_config.lr,"a,b.lr",\
        onecycle#2.lr,onecycle#2.momentum
        0,0.0001,0.8,0.001,0.0,0.0,0.0001,0.8

        """)
  }

  @Test(arguments: ["0,1,2000,5e6", "0,1,2_000,5M", "'0, 1, 2k, 5000000'"])
  func stepsAreEvaluated(steps: String) async throws {
    let outcome = try await succeed("lrsched eval onecycle --at \(steps)")
    #expect(
      outcome.text == """
        step,lr,momentum
        0,0.0001,0.8
        1,0.00010045000000000015,0.89995
        2000,0.001,0.8
        5000000,0.0001,0.9

        """)
  }

  @Test func stepsComeFromStandardInput() async throws {
    let outcome = try await succeed("printf '0\\n2000, 5e6\\n' | lrsched eval onecycle --at -")
    #expect(
      outcome.text == "step,lr,momentum\n0,0.0001,0.8\n2000,0.001,0.8\n5000000,0.0001,0.9\n")
  }

  @Test func stepsKeepTheirOrder() async throws {
    let outcome = try await succeed("lrsched eval onecycle --at 2000,0,2000")
    #expect(outcome.text == "step,lr,momentum\n2000,0.001,0.8\n0,0.0001,0.8\n2000,0.001,0.8\n")
  }

  @Test func aReleaseGivesItsOwnNumbers() async throws {
    let old = try await succeed("lrsched csv ds_config.json@0.14 --steps 10")
    #expect(
      old.text == """
        step,lr
        0,0.001
        1,0.0
        2,0.00015051499783199057
        3,0.0002385606273598312
        4,0.00030102999566398113
        5,0.00034948500216800934
        6,0.00038907562519182177
        7,0.00042254902000712837
        8,0.00045154499349597165
        9,0.0004771212547196624

        """)
    let new = try await succeed("lrsched csv ds_config.json --steps 10")
    #expect(new.lines[1] == "0,0.0")
    #expect(new.lines[2...] == old.lines[2...])
    let same = try await succeed("lrsched csv ds_config.json --deepspeed 0.14 --steps 10")
    #expect(same.hasSameOutput(as: old))
  }

  @Test(arguments: [
    "echo '{\"scheduler\": {\"type\": \"WarmupLR\", \"params\": {}}}' | lrsched csv - --steps 5",
    "printf '# by hand\\nscheduler: {\\n  type: WarmupLR\\n  params: {}\\n}\\n' | lrsched csv - --steps 5",
    "lrsched csv --steps 5 - < empty_params.json",
  ])
  func aConfigurationComesFromStandardInput(line: String) async throws {
    try shell.write("{scheduler: {type: \"WarmupLR\", params: {},}}", to: "empty_params.json")
    let outcome = try await shell.type(line)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors.hasPrefix("lrsched: note: standard input: has no optimizer lr, "))
    #expect(
      outcome.text == """
        step,lr
        0,0.0
        1,0.0
        2,0.00010034333188799373
        3,0.0001590404182398875
        4,0.00020068666377598746

        """)
  }

  @Test(arguments: [
    "warmup-lr --warmup-num-steps 50",
    "warmup-lr --warmup_num_steps=50",
    "warmup-lr -p warmup_num_steps=50",
    "--warmup-num-steps 50 warmup-lr",
    "'warmup-lr: warmup_num_steps = 50'",
    "WarmupLR:warmup_num_steps=50,warmup_type=log",
    "warmup_lr --warmup-num-steps 5e1 -p warmup_num_steps=50 --steps 10k",
    "deepspeed.warmup-lr:warmup_num_steps=50@0.19 -o -",
  ])
  func everySpellingOfAParameterGivesTheSameBytes(words: String) async throws {
    let outcome = try await succeed("lrsched csv warmup-lr:warmup_num_steps=50")
    #expect(outcome.lines.count == 10_001)
    #expect(outcome.lines[51] == "50,0.001")
    #expect(try await succeed("lrsched csv \(words)").hasSameOutput(as: outcome))
  }

  @Test(arguments: ["lrsched --version", "lrsched csv --version"])
  func theVersionIsSaid(line: String) async throws {
    let outcome = try await succeed(line)
    #expect(outcome.lines.count == 1)
    #expect(outcome.text.hasPrefix("lrsched "))
  }

  @Test(arguments: [
    ("lrsched --help", ["csv", "eval", "plot", "warmup-cosine", "@RELEASE"]),
    ("lrsched help csv", ["--steps", "--every", "-o", "lrsched csv warmup-cosine > curve.csv"]),
    ("lrsched csv -h", ["--steps", "--every", "-o", "lrsched csv warmup-cosine > curve.csv"]),
    ("lrsched eval --help", ["--at", "lrsched eval onecycle --at 0,1,2000,5e6"]),
    ("lrsched plot --help", ["-o", "lrsched plot onecycle --steps 10000"]),
  ])
  func helpHasExamples(line: String, expected: [String]) async throws {
    let outcome = try await succeed(line)
    #expect(outcome.text.hasSuffix("\n"))
    for text in expected { #expect(outcome.text.contains(text)) }
  }

  @Test func whatWinsOverAConfigurationIsSaid() async throws {
    let outcome = try await shell.type("lrsched csv ds_config.json --warmup-num-steps 5 --steps 3")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.lines.count == 4)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: note: ds_config.json:"))
    #expect(outcome.errors.contains("--warmup-num-steps 5 wins"))
  }

  /// Types a line that ends well and has nothing to say.
  private func succeed(_ line: String) async throws -> Outcome {
    let outcome = try await shell.type(line)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors == "")
    return outcome
  }
}

/// A small `ds_config.json`.
let configuration = """
  {
    "train_batch_size": 8,
    "optimizer": {"type": "Adam", "params": {"lr": 0.001}},
    "scheduler": {
      "type": "WarmupLR",
      "params": {"warmup_min_lr": 0, "warmup_max_lr": 0.001, "warmup_num_steps": 100}
    }
  }

  """
