#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// The real program in a terminal.
  @Suite(.patience(minutes: 10)) struct ExploreTests {
    private let shell: Shell

    init() throws {
      shell = try Shell()
      try shell.write(
        #"{"scheduler": {"type": "WarmupDecayLR", "params": {"total_num_steps": 4000, "warmup_num_steps": 200}}}"#,
        to: "ds_config.json")
    }

    /// A terminal that can be anything.
    private static let terminals: [(columns: Int, rows: Int, environment: [String: String])] = [
      (80, 24, [:]), (200, 50, [:]), (40, 12, [:]), (80, 24, ["LC_ALL": "C"]),
      (80, 24, ["NO_COLOR": "1"]), (200, 50, ["LC_ALL": "C", "NO_COLOR": "1"]),
    ]

    /// The values that `eval` writes at a step, by column.
    private func values(_ words: String, at step: Int) async throws -> [(
      name: String, value: String
    )] {
      let rows = try await shell.type("lrsched eval \(words) --at \(step)").lines
      try #require(rows.count == 2)
      let (names, values) = (rows[0].split(separator: ","), rows[1].split(separator: ","))
      return zip(names, values).dropFirst().map { (String($0), String($1)) }
    }

    @Test(arguments: terminals.indices)
    func aWholeVisit(index: Int) async throws {
      let (columns, rows, environment) = Self.terminals[index]
      let terminal = try shell.terminal(
        "exec lrsched explore warmup-cosine", columns: columns, rows: rows, environment: environment
      )
      try await terminal.wait(for: "step 0")
      #expect(terminal.screen.modes.contains("?1049") && !terminal.screen.modes.contains("?25"))
      #expect(terminal.settings != terminal.settingsBefore)

      try await terminal.type("n", until: "step 1 ")
      try await terminal.type("n", until: "step 1001 ")
      #expect(terminal.screen.text.contains(try await values("warmup-cosine", at: 1001)[0].value))
      try await terminal.type("g5000\r", until: "step 5000 ")
      try await terminal.type("+", until: columns > 40 ? "steps 2500..<7500" : "step 5000 ")
      try await terminal.type("0" + Keys.tab + Keys.tab + Keys.tab, until: "> warmup_num_steps")
      try await terminal.type("2000\r", until: "warmup_num_steps")
      let changed = "warmup-cosine:warmup_num_steps=2000"
      let value = try await values(changed, at: 5000)[0].value
      try await terminal.wait(for: value)
      if environment["LC_ALL"] == "C" {
        #expect(terminal.written.allSatisfy { $0 < 0x80 })
      }
      #expect(terminal.screen.hasInks == (environment["NO_COLOR"] == nil))

      try await terminal.type("q")
      #expect(try await terminal.ending() == .exit(0))
      expectRestored(terminal)
    }

    /// The settings, the modes and the first screen are as they were.
    private func expectRestored(_ terminal: PseudoTerminal, _ text: String = "") {
      #expect(terminal.settings == terminal.settingsBefore)
      #expect(terminal.screen.modes == EmulatedScreen.usualModes)
      #expect(terminal.screen.unknown == [])
      if text.isEmpty {
        #expect(terminal.screen.lines.allSatisfy { $0.isEmpty }, "\(terminal.screen.text)")
      } else {
        #expect(terminal.screen.text.contains(text))
      }
    }

    @Test(arguments: [
      ("warmup-cosine", [0, 1, 777, 1000, 1001, 9999, 123_456]),
      ("onecycle ds_config.json", [0, 1, 150, 2001, 3999, 4000]),
      ("hf.cosine --lr 0.1,0.003 --num-warmup-steps 500", [0, 499, 500, 10_000]),
      ("torch.ExponentialLR:gamma=0.999 torch.StepLR:step_size=30", [0, 29, 30, 9999]),
      ("ds_config.json@0.14 ds_config.json@0.19", [0, 1, 2, 199, 200, 201]),
    ])
    func everyValueIsThatOfEval(words: String, steps: [Int]) async throws {
      let terminal = try await shell.explore(words, columns: 200, rows: 50)
      for step in steps {
        try await terminal.type("g\(step)\r", until: "step \(step) ")
        for (name, value) in try await values(words, at: step) {
          #expect(
            terminal.screen.lines.contains { $0.contains("\(name) \(value)") },
            "\(name) \(value)\n\(terminal.screen.text)")
        }
      }
      try await terminal.type("q")
      #expect(try await terminal.ending() == .exit(0))
    }

    @Test func everyKindOfFileIsWritten() async throws {
      let terminal = try await shell.explore("ds_config.json")
      try await terminal.type(Keys.tab + "5000\r", until: "total_num_steps 5000")
      for name in ["curve.png", "curve.svg", "curve.pdf", "rows.csv", "section.json"] {
        try await terminal.type("w\(name)\r", until: "wrote \(name)")
      }
      try await terminal.type("wds_config.json\r", until: "is read as input")
      try await terminal.type("wnone/curve.png\r", until: "there is no folder none")
      try await terminal.type("wcurve\r", until: "the name says no format")
      try await terminal.type("q")
      #expect(try await terminal.ending() == .exit(0))
      expectRestored(terminal)

      #expect(try shell.bytes(of: "curve.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
      #expect(try shell.text(of: "curve.svg").contains("<svg"))
      #expect(try shell.bytes(of: "curve.pdf").starts(with: Array("%PDF".utf8)))
      let flagged = try await shell.type("lrsched csv ds_config.json --total-num-steps 5000")
      #expect(try shell.bytes(of: "rows.csv") == flagged.output)
      let read = try await shell.type("lrsched csv section.json")
      #expect(read.ending == .exit(0))
      #expect(read.hasSameOutput(as: flagged))
      #expect(
        try shell.names == [
          "curve.pdf", "curve.png", "curve.svg", "ds_config.json", "rows.csv", "section.json",
        ])
    }

    /// The command line that is said at the end draws the curve that was seen.
    @Test(arguments: [
      ("warmup-cosine", Keys.tab + Keys.tab + Keys.tab + "2000\r"),
      ("ds_config.json", Keys.tab + "5000\r"),
      ("ds_config.json onecycle", Keys.tab + "5000\r"),
      ("warmup-lr warmup-lr", Keys.tab + Keys.tab + Keys.tab + "50\r"),
      ("warmup-cosine", "@0.14\r"),
    ])
    func theCommandIsThatOfTheCurve(words: String, keys: String) async throws {
      let terminal = try await shell.explore(words, columns: 200, rows: 50)
      try await terminal.wait(for: "step 0")
      try await terminal.type(keys + "yg150\r", until: "step 150 ")
      let seen = terminal.screen.lines
      try await terminal.type("wrows.csv\r", until: "wrote rows.csv")
      try await terminal.type("q")
      #expect(try await terminal.ending() == .exit(0))
      let command = try #require(terminal.screen.lines.first { $0.hasPrefix("lrsched plot ") })
      expectRestored(terminal, command)

      let picture = try await shell.type(
        "\(command) --size 80x24", environment: ["LC_ALL": "C.UTF-8"])
      #expect(picture.ending == .exit(0), "\(picture.errors)")
      let rows = command.replacing("lrsched plot", with: "lrsched csv")
        .replacing(" --format term", with: "")
      let written = try shell.bytes(of: "rows.csv")
      #expect(try await shell.type(rows).output == written)
      let eval = rows.replacing("lrsched csv", with: "lrsched eval")
        .replacing(#/ --(from|to) [0-9]+/#, with: "")
      for value in try await shell.type("\(eval) --at 150").lines[1].split(separator: ",")
        .dropFirst()
      {
        #expect(seen.contains { $0.contains(" \(value)") })
      }
    }

    @Test func anotherSizeIsDrawnForIt() async throws {
      let terminal = try await shell.explore("warmup-cosine")
      try await terminal.wait(for: "q leaves")
      terminal.resize(columns: 120, rows: 40)
      try await terminal.wait(for: "the last line") { $0.lines[39].hasPrefix("? keys") }
      #expect(terminal.screen.lines[0].hasSuffix("steps 0..<10000"))
      #expect(terminal.screen.lines[0].count == 120)
      terminal.resize(columns: 40, rows: 12)
      try await terminal.wait(for: "the last line") { $0.lines[11].hasPrefix("? keys") }
      terminal.resize(columns: 39, rows: 12)
      try await terminal.wait(for: "explore needs 40x12 cells; here are")
      terminal.resize(columns: 80, rows: 24)
      try await terminal.wait(for: "q leaves")
      try await terminal.type("q")
      #expect(try await terminal.ending() == .exit(0))
      expectRestored(terminal)
    }

    /// Keys that come faster than they are drawn are all obeyed, in order.
    @Test func noKeyIsLost() async throws {
      let terminal = try await shell.explore("warmup-cosine --steps 1e12", columns: 200, rows: 50)
      try await terminal.type(
        String(repeating: Keys.shiftRight, count: 1500) + "m" + Keys.tab + Keys.tab + Keys.tab)
      try await terminal.type(String(repeating: Keys.up + Keys.down, count: 100) + Keys.up)
      try await terminal.wait(for: "> warmup_num_steps     1100 * was 1000")
      try await terminal.wait(for: "step 1500 ")
      try await terminal.type("q")
      #expect(try await terminal.ending() == .exit(0))
    }

    @Test(arguments: [
      SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGUSR1, SIGALRM, SIGXCPU,
    ])
    func aSignalGivesTheTerminalBack(signal: CInt) async throws {
      let terminal = try await shell.explore("warmup-cosine", before: "ulimit -c 0; ")
      try await terminal.type("+", until: "steps 0..<5000")
      terminal.send(signal)
      #expect(try await terminal.ending() == .signal(signal))
      expectRestored(terminal)
    }

    /// A terminal that cannot be written any more is given back all the same.
    @Test func aFailedWriteGivesTheTerminalBack() async throws {
      let terminal = try shell.terminal("exec 1<$(tty); exec lrsched explore warmup-cosine")
      #expect(try await terminal.ending() == .exit(2))
      #expect(terminal.settings == terminal.settingsBefore)
    }

    /// A signal between the bytes of a key is no end of it.
    @Test(.disabled(if: Sanitizers.areOn, "how long ESC is waited for is short under them"))
    func aResizeInTheMiddleOfAKeyLosesNone() async throws {
      let terminal = try await shell.explore("warmup-cosine")
      try await terminal.wait(for: "step 0 ")
      for column in [81, 82, 83, 84, 85] {
        try await terminal.type("\u{1B}[1;2")
        terminal.resize(columns: column, rows: 24)
        try await terminal.type("C")
        try await terminal.wait(for: "step \(column - 80) ")
      }
      try await terminal.type("q")
      #expect(try await terminal.ending() == .exit(0))
    }

    @Test(arguments: ["q", Keys.controlC, "?q", Keys.tab + "5" + Keys.controlC])
    func everyWayOutGivesTheTerminalBack(keys: String) async throws {
      let terminal = try await shell.explore("warmup-cosine")
      try await terminal.wait(for: "q leaves")
      try await terminal.type(keys)
      #expect(try await terminal.ending() == .exit(0))
      expectRestored(terminal)
    }

    /// A window that is closed ends the program, whether the signal reaches it or only the failed write.
    @Test(arguments: [("", Outcome.Ending.signal(SIGHUP)), ("trap '' HUP; ", .exit(2))])
    func aTerminalThatGoesAwayEndsTheProgram(before: String, ending: Outcome.Ending) async throws {
      let terminal = try await shell.explore("warmup-cosine", before: before)
      try await terminal.wait(for: "q leaves")
      terminal.takeAway()
      #expect(try await terminal.ending() == ending)
    }

    /// An interactive shell has the program as a job that stops and comes back.
    @Test(arguments: [true, false])
    func aStoppedProgramComesBack(byKey: Bool) async throws {
      let terminal = try shell.terminal(
        "exec sh -i", environment: ["PS1": "ready> ", "ENV": "/nonexistent"])
      try await terminal.wait(for: "ready>")
      let settings = terminal.settings
      try await terminal.type(
        "sh -c 'echo $$ > process; exec lrsched explore warmup-cosine'\r", until: "q leaves")
      try await terminal.type("+", until: "steps 0..<5000")
      let raw = terminal.settings
      if byKey {
        try await terminal.type(Keys.controlZ)
      } else {
        let process = try shell.text(of: "process").split(separator: "\n").first.flatMap {
          pid_t($0)
        }
        kill(try #require(process), SIGTSTP)
      }
      try await terminal.wait(for: "the shell") { screen in
        screen.lines.last { !$0.isEmpty }?.hasPrefix("ready>") == true
          && screen.modes == EmulatedScreen.usualModes
      }
      #expect(terminal.settings == settings)
      try await terminal.type("fg\r", until: "steps 0..<5000")
      #expect(terminal.settings == raw)
      try await terminal.type("+", until: "steps 0..<2500")
      try await terminal.type("q")
      try await terminal.wait(for: "the shell") { $0.modes == EmulatedScreen.usualModes }
      try await terminal.type("exit\r")
      #expect(try await terminal.ending() == .exit(0))
    }

    @Test(
      arguments: [
        ("lrsched explore onecycle < /dev/null", [:]), ("lrsched explore onecycle | cat", [:]),
        ("exec lrsched explore onecycle", ["TERM": "dumb"]),
      ] as [(String, [String: String])])
    func whatIsNoTerminalNamesThePlot(line: String, environment: [String: String]) async throws {
      let terminal = try shell.terminal(
        "\(line); echo", columns: 200, rows: 10, environment: environment)
      _ = try await terminal.ending()
      expectRestored(terminal, "lrsched: error: explore: needs a terminal that is not dumb")
      #expect(terminal.screen.text.contains("`lrsched plot --format term`"))
    }

    @Test func withoutAnyTerminalItIsAnError() async throws {
      let outcome = try await shell.type("lrsched explore onecycle")
      #expect(outcome.ending == .exit(2))
      #expect(outcome.output == [])
      #expect(outcome.errors.contains("lrsched plot --format term"))
    }

    @Test(arguments: [
      ("-", "-: standard input is where the keys of explore come from; name a file"),
      ("onecylce", "onecylce"), ("onecycle --from 20000", "--from"), ("", "no schedule is named"),
      ("onecycle --log-x --steps 1", "picture steps"),
    ])
    func whatCannotBeShownIsSaidOnTheFirstScreen(words: String, said: String) async throws {
      let terminal = try shell.terminal("exec lrsched explore \(words)", columns: 200)
      #expect(try await terminal.ending() == .exit(2))
      expectRestored(terminal, "lrsched: error: ")
      #expect(terminal.screen.text.contains(said), "\(terminal.screen.text)")
    }
  }
#endif
