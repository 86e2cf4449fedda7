import Foundation
import Testing

/// What the completion scripts are answered, a candidate a line.
@Suite struct CompletionTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  private static let commands = [
    "list", "show", "csv", "json", "npy", "eval", "plot", "explore", "compare", "check", "lint",
    "completions",
  ]
  private static let deepSpeeds = [
    "lr-range-test", "onecycle", "warmup-lr", "warmup-decay", "warmup-cosine",
  ]

  @Test func aCommandComesFirst() async throws {
    let candidates = try await candidates("''")
    #expect(candidates.filter { !$0.hasPrefix("-") } == Self.commands)
    #expect(candidates.contains("--help") && candidates.contains("--version"))
    #expect(try await self.candidates("c") == ["csv", "compare", "check", "completions"])
    #expect(try await self.candidates("x") == [])
  }

  /// `:files` stands for the names of files, which the shell knows best.
  @Test(arguments: ["show", "csv", "json", "npy", "eval", "plot", "explore"])
  func thenSchedulesAndFiles(command: String) async throws {
    let all = try await candidates("\(command) ''")
    #expect(all.starts(with: Self.deepSpeeds) && all.last == ":files")
    #expect(Set(all).isSuperset(of: ["linear", "cosine", "warmup-stable-decay"]))
    #expect(
      try await candidates("\(command) warmup-")
        == ["warmup-lr", "warmup-decay", "warmup-cosine", "warmup-stable-decay", ":files"])
    #expect(try await candidates("\(command) onecycle ''") == all)
    #expect(try await candidates("\(command) ./o") == [":files"])
  }

  @Test func lintTakesFilesAndRules() async throws {
    #expect(try await candidates("lint ''") == [":files"])
    #expect(try await candidates("lint --ignore LR00").count == 9)
    #expect(
      try await candidates("lint --format ''")
        == ["text", "json", "github", "junit", "markdown", "sarif"])
  }

  @Test(arguments: [
    ("csv", ["--steps", "--every", "--threads", "--output"], ["--lines", "--at"]),
    ("json", ["--lines", "--threads"], ["--at"]), ("eval", ["--at", "--threads"], ["--every"]),
    ("show", ["--from", "--to", "--deepspeed"], ["--every"]), ("list", ["--help"], ["--steps"]),
  ])
  func optionsAreTheCommandsOwn(command: String, own: [String], foreign: [String]) async throws {
    let candidates = try await candidates("\(command) --")
    #expect(Set(own).isSubset(of: candidates))
    #expect(Set(foreign).isDisjoint(with: candidates))
  }

  @Test(arguments: [
    "warmup-lr", "WarmupLR", "warmup_lr@0.14", "deepspeed.warmup-lr:warmup_num_steps=5",
    "--steps 5 warmup-lr", "warmup-lr --steps 5",
  ])
  func parametersAreThoseOfTheNamedSchedule(words: String) async throws {
    #expect(
      try await candidates("csv \(words) --warm")
        == ["--warmup-min-lr", "--warmup-max-lr", "--warmup-num-steps", "--warmup-type"])
    #expect(
      try await candidates("csv \(words) -p ''") == [
        "warmup_min_lr=", "warmup_max_lr=", "warmup_num_steps=", "warmup_type=",
        "last_batch_iteration=",
      ])
    #expect(try await candidates("csv \(words) --cycle") == [])
  }

  @Test func severalSchedulesBringTheirs() async throws {
    let candidates = try await candidates("csv onecycle warmup-decay --")
    #expect(candidates.contains("--cycle-max-lr") && candidates.contains("--total-num-steps"))
    #expect(!candidates.contains("--lr-range-test-min-lr"))
  }

  @Test func withoutANamedScheduleAllAreOffered() async throws {
    let candidates = try await candidates("csv ds_config.json --")
    for flag in ["--cycle-max-lr", "--cos-min-ratio", "--lr-range-test-staircase"] {
      #expect(candidates.contains(flag))
    }
  }

  @Test(arguments: [
    ("warmup-lr:", "warmup-lr:warmup_min_lr="), ("WarmupLR:warmup_n", "WarmupLR:warmup_num_steps="),
    ("warmup-lr:warmup_num_steps=5,warmup_t", "warmup-lr:warmup_num_steps=5,warmup_type="),
  ])
  func parametersFollowAColon(word: String, first: String) async throws {
    #expect(try await candidates("csv \(word)").first == first)
  }

  @Test(arguments: ["ds_config.json", "onecycle", "warmup-lr:warmup_num_steps=5"])
  func releasesFollowAnAt(word: String) async throws {
    #expect(
      try await candidates("csv \(word)@0.14.") == (0...5).map { "\(word)@0.14.\($0)" })
    let all = try await candidates("csv \(word)@")
    #expect(all.first == "\(word)@0.10.0" && all.last == "\(word)@0.19.8")
  }

  @Test(arguments: [
    ("--deepspeed 0.14.", (0...5).map { "0.14.\($0)" }),
    ("--optimizer Adam", ["Adam", "AdamW", "Adamax"]), ("warmup-lr --warmup-type li", ["linear"]),
    ("onecycle:cycle_momentum=f", ["onecycle:cycle_momentum=false"]),
    ("onecycle --cycle-momentum ''", ["true", "false"]),
    ("onecycle --cycle-momentum f", ["false"]),
    ("onecycle --cycle-max-lr ''", []), ("--steps ''", []), ("--steps=", []),
    ("-o ''", [":files"]), ("-o curve", [":files"]), ("--output=curve", [":files"]),
    ("--deepspeed=0.14.", (0...5).map { "--deepspeed=0.14.\($0)" }), ("--optimiser=A", []),
  ])
  func valuesFollowTheirOption(words: String, expected: [String]) async throws {
    #expect(try await candidates("csv \(words)") == expected)
  }

  @Test(arguments: ["json --lines", "plot --marks", "plot --log-y", "plot --no-legend"])
  func aFlagTakesNoValue(words: String) async throws {
    #expect(try await candidates("\(words) onec") == ["onecycle", ":files"])
  }

  @Test func shellsFollowCompletions() async throws {
    #expect(try await candidates("completions ''") == ["bash", "zsh", "fish"])
  }

  @Test(arguments: ["nothing ''", "csv onecylce:", "list ''"])
  func whatIsUnknownHasNoneOfItsOwn(words: String) async throws {
    #expect(try await candidates(words).allSatisfy { $0 == ":files" || $0.hasPrefix("--") })
  }

  private func candidates(_ words: String) async throws -> [String] {
    let outcome = try await shell.type("lrsched complete -- \(words)")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors == "")
    return outcome.lines.map(String.init)
  }
}

/// The completion scripts, in the shells that are there.
@Suite struct CompletionScriptTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write("", to: "curve.csv")
  }

  @Test(arguments: ["bash", "zsh", "fish"].filter(isInstalled))
  func theShellReadsIt(name: String) async throws {
    let outcome = try await shell.type("lrsched completions \(name) > script; \(name) -n script")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output == [] && outcome.errors == "")
  }

  /// Bash hands over the part of the line's last word that it replaces: what is behind `:` and `=`, and
  /// from `@` on.
  @Test(
    .enabled(if: isInstalled("bash"), "bash is not installed"),
    arguments: [
      ("csv onec", "onec", "onecycle"), ("csv --cycle-max-l", "--cycle-max-l", "--cycle-max-lr"),
      ("csv --deepspeed 0.19.8", "0.19.8", "0.19.8"), ("completions f", "f", "fish"),
      ("csv --deepspeed=0.19.8", "0.19.8", "0.19.8"), ("csv curve", "curve", "curve.csv"),
      ("csv onecycle -o cur", "cur", "curve.csv"), ("csv --output=cur", "cur", "curve.csv"),
      ("js", "js", "json"), ("csv nothing", "nothing", ""), ("csv a\\\\ ", "a\\\\ ", "a b.json"),
      ("csv onecycle:cycle_max_l", "cycle_max_l", "cycle_max_lr="),
      ("csv warmup-lr:warmup_num_steps=5,warmup_t", "5,warmup_t", "5,warmup_type="),
      ("csv onecycle@0.14.5", "@0.14.5", "@0.14.5"),
      ("csv onecycle@0.14.", "@0.14.", "@0.14.0 @0.14.1 @0.14.2 @0.14.3 @0.14.4 @0.14.5"),
    ])
  func bashCompletes(words: String, part: String, expected: String) async throws {
    try shell.write("", to: "a b.json")
    let outcome = try await shell.type(
      """
      exec bash --norc -c '
        source <(lrsched completions bash)
        complete -p lrsched | grep -q _lrsched || exit 1
        COMP_LINE="lrsched \(words)" COMP_POINT=1000
        _lrsched lrsched "\(part)"
        echo "${COMPREPLY[@]}"'
      """)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text == "\(expected)\n")
  }

  /// What is typed is completed, never run.
  @Test(
    .enabled(if: isInstalled("bash"), "bash is not installed"),
    arguments: ["'$(>run)@0.1", "`>run`@0.1"])
  func bashRunsNothing(word: String) async throws {
    try shell.write("lrsched csv \(word)", to: "line")
    let outcome = try await shell.type(
      """
      exec bash --norc -c '
        source <(lrsched completions bash)
        COMP_LINE=$(<line) COMP_POINT=1000
        _lrsched lrsched "${COMP_LINE#lrsched csv }"
        test ! -e run && (( ${#COMPREPLY[@]} > 0 ))'
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.errors)")
  }

  @Test(
    .enabled(if: isInstalled("zsh"), "zsh is not installed"),
    arguments: [
      ("csv onec", ["onecycle", "files"]), ("csv onecycle --cycle-max-l", ["--cycle-max-lr"]),
      ("csv onecycle@0.14.5", ["onecycle@0.14.5"]), ("completions f", ["fish"]),
      ("csv onecycle:cycle_max_l", ["onecycle:cycle_max_lr="]), ("csv ./cur", ["files"]),
      ("xyz", []),
    ])
  func zshCompletes(words: String, expected: [String]) async throws {
    // What zsh has only within a completion is stood in for.
    let outcome = try await shell.type(
      """
      lrsched completions zsh > _lrsched
      exec zsh -f -c '
        compdef() { :; }
        compadd() { [[ $1 == -S ]] && shift 2; print -rl -- "${(@)@[2,-1]}"; }
        _files() { print files; }
        source ./_lrsched
        words=(lrsched \(words)) CURRENT=$#words
        _lrsched; true'
      """)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.lines.map(String.init) == expected)
  }

  @Test(
    .enabled(if: isInstalled("fish"), "fish is not installed"),
    arguments: [
      ("csv onec", ["onecycle"]), ("csv onecycle --cycle-max-l", ["--cycle-max-lr"]),
      ("csv onecycle@0.14.5", ["onecycle@0.14.5"]), ("completions f", ["fish"]),
      ("csv onecycle:cycle_max_l", ["onecycle:cycle_max_lr="]), ("csv curve", ["curve.csv"]),
    ])
  func fishCompletes(words: String, expected: [String]) async throws {
    let outcome = try await shell.type(
      """
      lrsched completions fish > script.fish
      exec fish --no-config -c 'source script.fish; complete -C "lrsched \(words)"'
      """, environment: ["HOME": "/nowhere"])
    #expect(outcome.lines.map(String.init) == expected)
  }

  @Test(arguments: ["completions", "completions csh", "completions bash zsh"])
  func anotherShellIsRefused(words: String) async throws {
    let outcome = try await shell.type("lrsched \(words)")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.output == [])
    #expect(outcome.errors.hasPrefix("lrsched: error: "))
  }
}

/// Whether a program is on the path.
func isInstalled(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}
