import Foundation
import Testing

/// `lrsched lint`, as typed.
@Suite struct LintTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    let good = #"{"scheduler": {"type": "WarmupDecayLR", "params": {"total_num_steps": 5000, "#
    try shell.write(
      good + #""warmup_num_steps": 100, "warmup_min_lr": 1e-6, "warmup_type": "linear"}}}"#,
      to: "good.json")
    try shell.write(
      good + #""warmup_num_steps": 6000, "warmup_min_lr": 1e-6, "warmup_type": "linear"}}}"#,
      to: "long.json")
    try shell.write(good + #""warmup_num_step": 100}}}"#, to: "wrong.json")
    try shell.write("{\"scheduler\": ", to: "unreadable.json")
    // A configuration in YAML is none.
    for name in ["wrong.yaml", "wrong.YML"] {
      try shell.write("scheduler:\n  type: WarmupLR\n", to: name)
    }
    try shell.write(
      "learning_rate: 5e-5\nlr_scheduler_type: linear\nmax_steps: 100\nwarmup_steps: 200\n",
      to: "training.yaml")
  }

  @Test(arguments: [
    ("good.json", 0), ("long.json", 0), ("long.json --strict", 1), ("wrong.json", 1),
    ("good.json wrong.json", 1), ("long.json --strict --ignore LR007", 0),
    ("long.json --strict --ignore LR010 --ignore LR007,LR012", 0), ("- < good.json", 0),
    ("good.json@0.14", 0), ("good.json@0.14..0.19 --strict", 1), ("wrong.json | head -n 0", 0),
    ("unreadable.json", 2), ("missing.json", 2), ("", 2), ("onecycle", 2), ("- - < good.json", 2),
    ("good.json --ignore LR0999", 2), ("good.json --deepspeed 0.19..0.14", 2),
    ("good.json --deepspeed 0.14..0.99", 2), ("good.json --format yaml", 2),
    ("good.json -o good.json", 2), ("wrong.yaml", 2), ("wrong.YML", 2),
    ("training.yaml", 0), ("training.yaml --strict", 1), ("good.json --steps 4000 --strict", 1),
    ("good.json --cycle-max-lr 1", 2),
  ])
  func exitCodes(words: String, code: Int) async throws {
    let outcome = try await shell.type("lrsched lint \(words)")
    #expect(outcome.ending == .exit(Int32(code)), "\(outcome.text)\(outcome.errors)")
    #expect(code == 2 ? outcome.output.isEmpty : true)
  }

  @Test func aLineAFinding() async throws {
    let outcome = try await shell.type("lrsched lint wrong.json long.json")
    #expect(
      outcome.text == """
        wrong.json:1:96: mistake LR001: WarmupDecayLR has no parameter "warmup_num_step"; did you mean \
        warmup_num_steps?
        long.json:1:97: warning LR007: the warm-up never ends: it takes 6,000 of 5,000 steps; give a \
        warmup_num_steps below total_num_steps; both count optimizer steps
        failed: 2 files: 1 mistake, 1 warning

        """)
    #expect(outcome.errors == "")
  }

  @Test func aFileIsLookedAtOnce() async throws {
    let once = try await shell.type("lrsched lint wrong.json --format junit")
    let twice = try await shell.type("lrsched lint wrong.json wrong.json --format junit")
    #expect(twice.hasSameOutput(as: once))
  }

  @Test func oneOfTwoReleasesIsNamed() async throws {
    let outcome = try await shell.type("lrsched lint good.json@0.14 --deepspeed 0.15")
    #expect(
      outcome.errors
        == "lrsched: note: good.json@0.14: is of release 0.14, and --deepspeed 0.15 does"
        + " not count for it\n")
  }

  /// A name that promises another format is warned of.
  @Test(arguments: [
    ("json", "x.xml", true), ("json", "x.sarif", true), ("text", "x.md", true),
    ("sarif", "x.sarif", false), ("junit", "x.xml", false), ("markdown", "x.md", false),
  ])
  func aSuffixPromises(format: String, name: String, warns: Bool) async throws {
    let outcome = try await shell.type("lrsched lint good.json --format \(format) -o \(name)")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors.contains("whatever its name says") == warns)
  }

  @Test func flagsFillAuto() async throws {
    try shell.write(
      #"{"scheduler": {"type": "WarmupDecayLR", "params": {"total_num_steps": "auto", "#
        + #""warmup_num_steps": "auto", "warmup_min_lr": 0}}}"#, to: "auto.json")
    let unknown = try await shell.type("lrsched lint auto.json")
    #expect(!unknown.text.contains("LR007"))
    let known = try await shell.type(
      "lrsched lint auto.json --steps 100 --warmup-num-steps 200")
    #expect(known.text.contains("LR007: the warm-up never ends: it takes 200 of 100 steps"))
  }

  @Test(arguments: ["text", "json", "github", "junit", "markdown", "sarif"])
  func everyFormatGoesToAFile(format: String) async throws {
    let outcome = try await shell.type("lrsched lint wrong.json --format \(format) -o out")
    #expect(outcome.ending == .exit(1))
    #expect(outcome.text == "")
    #expect(try shell.text(of: "out").contains("LR001"))
  }
}
