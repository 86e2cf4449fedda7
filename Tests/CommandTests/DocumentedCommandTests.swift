import Foundation
import Testing

/// Every command that a page or a help text shows is run, in a folder that has the files it names.
///
/// The README, docs/ci.md and docs/gallery.md say more than their commands, and have tests of their own.
@Suite struct DocumentedCommandTests {
  /// A folder with what the commands name.
  private func folder() async throws -> Shell {
    let shell = try Shell()
    for name in ["ds_config.json", "ds.json"] { try shell.write(Self.configuration, to: name) }
    for name in ["training.yaml", "training_args.yaml"] {
      try shell.write(
        "learning_rate: 1e-4\nlr_scheduler_type: cosine\nwarmup_steps: 1000\n", to: name)
    }
    try shell.write(
      #"{"log_history": [{"step": 1, "learning_rate": 0.0001}]}"#, to: "trainer_state.json")
    let made = try await shell.type(
      """
      set -e
      mkdir configs && cp ds_config.json configs
      lrsched json ds_config.json -o schedule.lock.json
      lrsched csv ds_config.json -o train.log && cp train.log run.log
      lrsched npy ds_config.json --every 10 -o curve.npy
      lrsched csv warmup-cosine:total_num_steps=5000 -o metrics.csv
      lrsched csv warmup-lr | sed 's/step,lr/step,learning_rate/' > curve.csv
      lrsched csv ds_config.json --every 256 -o lr.csv
      mkdir -p .zfunc .config/fish/completions
      """)
    try #require(made.ending == .exit(0), "\(made)")
    return shell
  }

  private static let configuration = """
    {
      "optimizer": {"type": "AdamW", "params": {"lr": 1e-4}},
      "scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": 1000}}
    }

    """

  /// A command is fine that does its work; those that look for differences or mistakes may find some.
  private func expectItWorks(
    _ command: String, in shell: Shell, of source: String
  ) async throws {
    if command.contains("lrsched explore ") { return try await expectItOpens(command, in: shell) }
    let isForBash = command.contains("<(")
    let outcome = try await shell.type(
      "HOME=$PWD; \(isForBash ? "bash -c '\(command)'" : command)")
    let mayFind = ["compare", "check", "lint"].contains { command.contains("lrsched \($0) ") }
    #expect(
      outcome.ending == .exit(0) || mayFind && outcome.ending == .exit(1),
      "\(source): \(command): \(outcome.errors)")
    #expect(!outcome.errors.contains("lrsched: error:"), "\(source): \(command): \(outcome.errors)")
  }

  /// What has all of the terminal opens in one, and is left with a key.
  private func expectItOpens(_ command: String, in shell: Shell) async throws {
    #if os(Linux)
      let terminal = try shell.terminal(command)
      try await terminal.wait(for: "step 0 ")
      try await terminal.type("q")
      #expect(try await terminal.ending() == .exit(0), "\(command)")
    #endif
  }

  private static let pages: [String] = {
    let pages =
      (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "docs").path))
      ?? []
    return pages.filter { $0.hasSuffix(".md") && !["ci.md", "gallery.md"].contains($0) }.sorted()
  }()

  @Test(arguments: pages)
  func aPagesCommandsWork(page: String) async throws {
    let shell = try await folder()
    for block in try blocks("sh", of: "docs/\(page)") {
      for command in Self.commands(of: block) {
        try await expectItWorks(command, in: shell, of: page)
      }
    }
  }

  @Test func thereArePages() { #expect(Self.pages.count > 8) }

  /// The lines of a block that call the program, a line that is continued in one.
  private static func commands(of block: String) -> [String] {
    block.replacingOccurrences(of: "\\\n", with: " ").split(separator: "\n").map(String.init)
      .filter { $0.contains("lrsched ") }
  }

  /// And the page of the manual, which `make docs` writes, has them.
  @Test func everyCommandsExamplesWork() async throws {
    let manual = try text(of: "docs/lrsched.1")
    let help = try await Shell().type("lrsched --help").text
    let subcommands = help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().joined()
      .split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(subcommands.count > 9)
    for subcommand in [""] + subcommands {
      let shell = try await folder()
      let text = try await shell.type("lrsched \(subcommand) --help").text
      let examples = text.components(separatedBy: "EXAMPLES:\n").dropFirst().joined()
        .split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      #expect(!examples.isEmpty, "\(subcommand) has no examples")
      for example in examples {
        #expect(manual.contains("\n\(example)\n"), "not in the manual: \(example)")
        try await expectItWorks(String(example), in: shell, of: "\(subcommand) --help")
      }
    }
  }
}
