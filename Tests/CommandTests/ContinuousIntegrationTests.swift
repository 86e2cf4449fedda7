import Foundation
import Testing

/// The jobs of docs/ci.md are run as they are written, by what they say to a shell.
@Suite struct ContinuousIntegrationTests {
  private let shell: Shell

  /// A folder with a configuration, its lock file and a log that follows it, and a branch of each.
  init() async throws {
    shell = try Shell()
    try shell.write(Self.configuration(warmup: 1000), to: "ds_config.json")
    let made = try await shell.type(
      """
      set -e
      lrsched json ds_config.json -o schedule.lock.json
      lrsched csv ds_config.json --steps 500 -o train.log
      git init --quiet && git add . && git -c user.name=a -c user.email=a@b commit --quiet -m a
      git update-ref refs/remotes/origin/main HEAD
      """)
    try #require(made.ending == .exit(0), "\(made)")
  }

  private static func configuration(warmup: Int) -> String {
    """
    {
      "optimizer": {"type": "AdamW", "params": {"lr": 0.001}},
      "scheduler": {"type": "WarmupLR",
        "params": {
          "warmup_num_steps": \(warmup)
        }
      }
    }

    """
  }

  /// All examples follow each other in one folder.
  @Test func theExamplesAreFine() async throws {
    let examples = try blocks("sh", of: "docs/ci.md")
    #expect(examples.count == 5)
    for example in examples {
      let outcome = try await shell.type("set -e\n\(example)")
      #expect(outcome.ending == .exit(0), "\(example)\(outcome.errors)")
    }
  }

  /// The commands of GitHub's, GitLab's and make's jobs.
  @Test func theJobsAreFine() async throws {
    let jobs = try blocks("yaml", of: "docs/ci.md")
    #expect(jobs.count == 4)
    let commands = jobs.flatMap { job in
      job.split(separator: "\n").compactMap { line in
        ["- run: ", "run: ", "- lrsched "].compactMap { start in
          line.drop { $0 == " " }.hasPrefix(start)
            ? line.drop { $0 == " " }.dropFirst(start == "- lrsched " ? 2 : start.count) : nil
        }.first
      }
    }
    #expect(commands.count == 5)
    for command in commands {
      let outcome = try await shell.type(
        String(command), environment: ["GITHUB_STEP_SUMMARY": "summary.md"])
      #expect(outcome.ending == .exit(0), "\(command): \(outcome.errors)")
    }
    #expect(try shell.text(of: "summary.md").contains("are equal"))

    for (index, makefile) in try blocks("make", of: "docs/ci.md").enumerated() {
      try shell.write(makefile, to: "Makefile\(index)")
      let outcome = try await shell.type("make -f Makefile\(index) schedule-lock schedule")
      #expect(outcome.ending == .exit(0), "\(outcome.errors)")
    }
  }

  /// pre-commit runs an entry with its args and with the files that match.
  @Test func theHooksAreFine() async throws {
    let published = hooks(in: try text(of: ".pre-commit-hooks.yaml"))
    #expect(published.count == 2)
    let used = try blocks("yaml", of: "docs/ci.md").filter { $0.contains("hooks:") }
      .flatMap { hooks(in: $0) }
    #expect(used.count == 3)
    for hook in used {
      let hook = (published.first { $0["id"] == hook["id"] } ?? [:]).merging(hook) { $1 }
      let args = hook["args", default: ""].filter { !"[],".contains($0) }
      let files =
        hook["pass_filenames"] == "false"
        ? "" : "$(git ls-files | grep -E '\(hook["files", default: ""])')"
      let command = "\(hook["entry", default: ""]) \(args) \(files)"
      #expect(command.contains("ds_config.json") || !files.isEmpty)
      let outcome = try await shell.type(command)
      #expect(outcome.ending == .exit(0), "\(command): \(outcome.errors)")
    }
  }

  /// The keys of each hook.
  private func hooks(in yaml: String) -> [[String: String]] {
    yaml.components(separatedBy: "- id: ").dropFirst().map { hook in
      let lines = "id: \(hook)".split(separator: "\n").map { $0.drop { $0 == " " } }
      let pairs = lines.compactMap { line in
        line.firstRange(of: ": ").map {
          (String(line[..<$0.lowerBound]), String(line[$0.upperBound...]))
        }
      }
      return Dictionary(pairs) { first, _ in first }
    }
  }

  /// The examples of the rules' page find something or nothing, and are no trouble.
  @Test func theExamplesOfLintAreFine() async throws {
    let lines = try blocks("sh", of: "docs/lint.md").flatMap { $0.split(separator: "\n") }
    #expect(lines.count == 5)
    for line in lines {
      let outcome = try await shell.type(String(line))
      #expect(outcome.ending == .exit(0) || outcome.ending == .exit(1), "\(line)")
    }
  }

  /// An edit fails, and is explained as the page shows it.
  @Test func anEditFails() async throws {
    try shell.write(Self.configuration(warmup: 2000), to: "ds_config.json")
    let console = try #require(try blocks("console", of: "docs/ci.md").first)
    let lines = console.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let outcome = try await shell.type(String(lines[0].dropFirst("$ ".count)))
    #expect(outcome.ending == .exit(1))
    #expect(outcome.text == lines[1])
  }

  /// The action takes what is installed, or says where what it builds will be.
  @Test(arguments: ["false", "true"])
  func theActionFindsTheProgram(build: String) async throws {
    let action = try text(of: "action.yml")
    let script = try #require(action.components(separatedBy: "run: |\n").dropFirst().first)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.isEmpty || $0.hasPrefix("        ") }
      .map { String($0.dropFirst(8)) }
    try shell.write(script.joined(separator: "\n"), to: "find.sh")
    let outcome = try await shell.type(
      "bash -e find.sh",
      environment: [
        "BUILD": build, "GITHUB_ACTION_PATH": root.path, "RUNNER_OS": "Linux",
        "RUNNER_ARCH": "X64", "RUNNER_TEMP": "/runner", "GITHUB_OUTPUT": "\(try await here())/out",
        "GITHUB_PATH": "\(try await here())/path",
      ])
    #expect(outcome.ending == .exit(0), "\(outcome.errors)")
    let output = try shell.text(of: "out")
    if build == "true" {
      #expect(output.contains("path=/runner/lrsched/bin/lrsched\n"))
      #expect(output.contains("key=lrsched-Linux-X64-"))
      #expect(try shell.text(of: "path") == "/runner/lrsched/bin\n")
    } else {
      #expect(output.hasPrefix("path=/") && output.hasSuffix("/lrsched\n"))
      #expect(!output.contains("key="))
    }
  }

  private func here() async throws -> Substring {
    try #require(try await shell.type("pwd").lines.first)
  }
}
