import Testing

/// `compare`, as a user types it.
@Suite struct CompareTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func equalSchedulesAreEqual() async throws {
    let outcome = try await shell.type("lrsched compare onecycle onecycle --steps 1e12")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text.contains("equal at 1000000000000 steps, by the same formula"))
  }

  @Test func aDifferenceIsOne() async throws {
    let outcome = try await shell.type(
      "lrsched compare warmup-lr:warmup_num_steps=100 warmup-lr:warmup_num_steps=103")
    #expect(outcome.ending == .exit(1))
    #expect(outcome.errors.isEmpty)
    #expect(outcome.text.contains("differs at 101 of 10000 steps"))
    #expect(outcome.text.contains("\n  first: step 2: "))
    #expect(outcome.text.contains("\n  worst: step 100: "))
    #expect(outcome.text.contains("\nwhy: warmup_num_steps is 100 "))
  }

  /// Of the changes between two releases those are named that change a value.
  @Test func onlyChangesThatMatterAreNamed() async throws {
    let outcome = try await shell.type("lrsched compare warmup-cosine@0.18 warmup-cosine@0.19")
    #expect(outcome.ending == .exit(1))
    let reasons = outcome.lines.filter { $0.hasPrefix("why: ") }
    #expect(reasons.count == 1)
    #expect(reasons.allSatisfy { $0.contains("DeepSpeed 0.19.3: ") && $0.contains("last bits") })
  }

  @Test func anotherOptimizerIsAReason() async throws {
    for (type, momentum) in [("Adam", "onecycle"), ("SGD", "sgd")] {
      try shell.write(
        #"{"optimizer": {"type": "\#(type)", "params": {"lr": 0.1}}, "scheduler": "#
          + #"{"type": "OneCycle", "params": {"cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3}}}"#,
        to: "\(momentum).json")
    }
    let outcome = try await shell.type("lrsched compare ./onecycle.json sgd.json")
    #expect(outcome.ending == .exit(1))
    #expect(outcome.text.contains("\nmomentum: only in onecycle\n"))
    #expect(outcome.text.contains("\nwhy: the optimizer of onecycle is Adam, that of sgd SGD: "))
  }

  /// What is not compared is said in every format, also where all the rest agrees.
  @Test(arguments: ["text", "json", "github", "junit", "markdown", "sarif"])
  func aHoleIsSaid(format: String) async throws {
    _ = try await shell.type(
      "lrsched json warmup-lr --lines --steps 100 | grep -v '\"step\": 57,' > lock.json")
    let outcome = try await shell.type(
      "lrsched compare warmup-lr lock.json --steps 100 --format \(format)")
    #expect(outcome.ending == .exit(0), "\(outcome)")
    #expect(
      outcome.text.contains(
        "not compared: 1 of 100 steps of warmup-lr, at which lock.json has no value"))
    #expect(outcome.text.contains("equal at 99 steps"))
  }

  /// Where nobody says how many rows a schedule has, the curve's are all of them.
  @Test(arguments: ["warmup-lr", "cosine-annealing-lr", "exponential-lr"])
  func aScheduleWithoutEndHasTheRowsOfTheCurve(name: String) async throws {
    for (file, command) in [("lock.json", "json"), ("curve.csv", "csv"), ("curve.npy", "npy")] {
      let outcome = try await shell.type(
        "lrsched \(command) \(name) --steps 300 -o \(file) && lrsched compare \(name) \(file)")
      #expect(outcome.ending == .exit(0), "\(outcome)")
      #expect(outcome.lines.count == 2 && outcome.text.contains("equal at 300 steps"), "\(outcome)")
    }
    // A number that is said counts.
    for option in ["--steps 301", "--to 301"] {
      let said = try await shell.type("lrsched compare \(name) lock.json \(option)")
      #expect(said.ending == .exit(2))
      #expect(said.errors.contains("has steps 0..<300, and 0..<301 were asked for"), "\(said)")
    }
  }

  /// A hole is one whatever the number of rows.
  @Test func aHoleInsideIsSaidWithoutSteps() async throws {
    _ = try await shell.type(
      "lrsched csv warmup-lr --steps 100 | grep -v '^57,' > curve.csv")
    let outcome = try await shell.type("lrsched compare warmup-lr curve.csv")
    #expect(outcome.text.contains("not compared: 1 of 100 steps of warmup-lr"), "\(outcome)")
  }

  /// A finding is shown where its reason is written.
  @Test func aReasonHasItsLine() async throws {
    _ = try await shell.type(
      "lrsched json warmup-lr --warmup-num-steps 50 --steps 100 -o lock.json")
    try shell.write(
      "{\"scheduler\": {\"type\": \"WarmupLR\",\n\"params\": {\"warmup_num_steps\": 60}}}",
      to: "ds.json")
    for sides in ["ds.json lock.json", "lock.json ds.json"] {
      let outcome = try await shell.type("lrsched compare \(sides) --steps 100 --format github")
      #expect(outcome.ending == .exit(1))
      #expect(outcome.lines.count == 3)
      #expect(outcome.lines[0].hasPrefix("::error file=ds.json,line=2,col=32,title=difference "))
      #expect(outcome.lines[1].hasPrefix("::notice file=ds.json,line=2,col=32,title=reason "))
    }
  }

  /// What was read is not written over, whatever was typed behind its name.
  @Test(arguments: ["ds.json@0.18 c.csv -o ds.json", "ds.json c.csv -o c.csv"])
  func noInputIsReplaced(words: String) async throws {
    try shell.write(#"{"scheduler": {"type": "WarmupLR", "params": {}}}"#, to: "ds.json")
    _ = try await shell.type("lrsched csv ds.json --steps 10 -o c.csv")
    let before = try (shell.text(of: "ds.json"), shell.text(of: "c.csv"))
    let outcome = try await shell.type("lrsched compare \(words)")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errors.contains("is read as input"))
    #expect(try before == (shell.text(of: "ds.json"), shell.text(of: "c.csv")))
  }

  /// A file that happens to be called like the schedule was not read.
  @Test func aNameIsNoInput() async throws {
    try shell.write("", to: "onecycle")
    let outcome = try await shell.type("lrsched compare onecycle onecycle -o onecycle")
    #expect(outcome.ending == .exit(0), "\(outcome)")
  }

  @Test func aPipeIsReadOnce() async throws {
    try shell.write(#"{"scheduler": {"type": "WarmupLR", "params": {}}}"#, to: "ds.json")
    let outcome = try await shell.type("bash -c 'lrsched compare <(cat ds.json) ds.json'")
    #expect(outcome.ending == .exit(0), "\(outcome)")
  }

  /// Its steps are counted as it was written.
  @Test(arguments: [
    ("--every 10", "--every 10", 0), ("--every 10", "", 1),
    ("--from 50 --every 7", "--first-step 50 --every 7", 0), ("--from 50", "--first-step 50", 0),
    ("--from 50", "--first-step 51", 1),
  ])
  func stepsOfAnArrayAreCounted(written: String, read: String, code: Int32) async throws {
    _ = try await shell.type("lrsched npy warmup-lr --steps 500 \(written) -o c.npy")
    let outcome = try await shell.type("lrsched compare warmup-lr c.npy \(read)")
    #expect(outcome.ending == .exit(code), "\(outcome)")
  }

  @Test func namesDoNotCommandTheTerminal() async throws {
    try shell.write("step,lr,\u{1B}[31mlr\n0,0.0,1\n", to: "a.csv")
    let outcome = try await shell.type("lrsched compare a.csv a.csv")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text.contains("\\u{1B}[31mlr: equal at 1 step"))
  }

  @Test func signsDoNotMatterToDistances() async throws {
    try shell.write("step,lr\n0,2.0\n1,-inf\n", to: "a.csv")
    try shell.write("step,lr\n0,-2.0\n1,0.1\n", to: "b.csv")
    let outcome = try await shell.type("lrsched compare a.csv b.csv --ulp 5")
    #expect(outcome.ending == .exit(1))
    #expect(outcome.text.contains("differs at 2 of 2 steps"))
  }

  @Test func releasesDifferForAReason() async throws {
    let outcome = try await shell.type("lrsched compare warmup-lr@0.14 warmup-lr@0.19")
    #expect(outcome.ending == .exit(1))
    let reasons = outcome.lines.filter { $0.hasPrefix("why: ") }
    #expect(reasons.count == 1)
    #expect(reasons[0].hasPrefix("why: DeepSpeed 0.15.3: the constructor sets row 0"))
  }

  /// A document of ours says with which parameters and which release it was written.
  @Test func aLockFileDiffersForAReason() async throws {
    _ = try await shell.type(
      "lrsched json warmup-lr@0.14 --warmup-num-steps 50 --steps 100 -o schedule.lock.json")
    let outcome = try await shell.type(
      "lrsched compare warmup-lr schedule.lock.json --warmup-num-steps 60")
    #expect(outcome.ending == .exit(1))
    let reasons = outcome.lines.filter { $0.hasPrefix("why: ") }
    #expect(
      reasons.contains(
        "why: warmup_num_steps is 60 (--warmup-num-steps) and 50 (schedule.lock.json)"))
    #expect(reasons.contains { $0.hasPrefix("why: DeepSpeed 0.15.3: ") })
    #expect(!reasons.contains { $0.contains("warmup_min_lr") || $0.contains("base lr") })
  }

  /// What this program does not know says nothing, and refuses nothing.
  @Test(arguments: ["\"WarmupLR\"", "\"Other\"", "1"])
  func aDescriptionThatCannotBeFollowed(scheduler: String) async throws {
    let columns = #""columns": {"step": [1, 2], "lr": [0.1, 0.2]}"#
    try shell.write(#"{"schedules": [{"scheduler": \#(scheduler)}], \#(columns)}"#, to: "a.json")
    let outcome = try await shell.type("lrsched compare warmup-lr a.json")
    #expect(outcome.ending == .exit(1))
    #expect(!outcome.text.contains("why: "))
  }

  @Test(arguments: [(3, "curve.csv is warmup-cosine 3 steps later"), (-1, "1 step earlier")])
  func aShiftIsSeen(shift: Int, sentence: String) async throws {
    let written = try await shell.type("lrsched csv warmup-cosine --from 100 --to 600")
    let shifted = written.lines.dropFirst().map { line in
      let cells = line.split(separator: ",")
      return "\((Int(cells[0]) ?? 0) + shift),\(cells[1])\n"
    }
    try shell.write("step,lr\n" + shifted.joined(), to: "curve.csv")
    let outcome = try await shell.type("lrsched compare warmup-cosine curve.csv")
    #expect(outcome.ending == .exit(1))
    #expect(outcome.text.contains("why: lr: "))
    #expect(outcome.text.contains(sentence), "\(outcome)")
  }

  @Test(arguments: ["csv -o x.csv", "json -o x.csv", "json --lines -o x.csv", "npy -o x.csv"])
  func aCurveOfOursIsEqualWhateverItIsCalled(command: String) async throws {
    let words = command.split(separator: " ", maxSplits: 1)
    let written = try await shell.type(
      "lrsched \(words[0]) onecycle:cycle_first_step_size=1000 \(words[1]) --steps 5000")
    #expect(written.ending == .exit(0))
    for sides in [
      "onecycle:cycle_first_step_size=1000 x.csv", "x.csv onecycle:cycle_first_step_size=1000",
      "x.csv x.csv", "onecycle:cycle_first_step_size=1000 - < x.csv",
    ] {
      let outcome = try await shell.type("lrsched compare \(sides)")
      #expect(outcome.ending == .exit(0), "\(sides): \(outcome)")
      #expect(outcome.text.contains(": equal at 5000 steps"))
    }
  }

  /// The bytes of a double differ in their lowest bit.
  @Test func aBitInAnArrayIsFound() async throws {
    _ = try await shell.type("lrsched npy warmup-lr --steps 100 -o a.npy")
    let outcome = try await shell.type(
      """
      head -c -400 a.npy > b.npy
      tail -c 400 a.npy | head -c 1 | tr '\\000-\\377' '\\001-\\377\\000' >> b.npy
      tail -c 399 a.npy >> b.npy
      lrsched compare warmup-lr b.npy
      """)
    #expect(outcome.ending == .exit(1), "\(outcome)")
    #expect(outcome.text.contains("differs at 1 of 100 steps\n  first: step 50: "))
  }

  @Test(arguments: ["csv", "json", "json --lines"])
  func aDigitInTheLastPlaceIsFound(command: String) async throws {
    _ = try await shell.type("lrsched \(command) warmup-lr --steps 100 > a")
    let text = try shell.text(of: "a")
    let value = try await shell.type("lrsched eval warmup-lr --at 50").lines[1].dropFirst(3)
    let last = try #require(value.last?.wholeNumberValue)
    try #require(text.contains(value))
    try shell.write(
      text.replacing(value, with: "\(value.dropLast())\(last > 5 ? last - 5 : last + 4)"), to: "b")
    let outcome = try await shell.type("lrsched compare warmup-lr b")
    #expect(outcome.ending == .exit(1))
    #expect(outcome.text.contains("differs at 1 of 100 steps"))
    #expect(outcome.text.contains(" ulp)"))
  }

  @Test(arguments: [
    ("onecycle", "takes two schedules or curves, and got 1"),
    ("onecycle onecycle onecycle", "got 3"),
    ("- -", "standard input can be read only once"),
    ("onecycle onecycle --column lr", "--column: says how a curve is read"),
    ("onecycle onecycle --rtol -1", "--rtol: -1"),
    ("onecycle onecycle --every 2", "--every: says how a curve is read"),
    ("warmup-lr curve.csv --column rate,rate", "--column: names 'rate' twice"),
    ("warmup-lr curve.csv --column ''", "--column: names a column without a letter"),
    ("warmup-lr curve.csv --column rate,loss", "--column: curve.csv has no column 'loss'"),
    ("warmup-lr curve.csv --column rate --every 2", "--every: curve.csv says its steps itself"),
    ("warmup-lr c.npy --step-column step", "--step-column: c.npy has no steps written"),
    (
      "warmup-lr curve.csv --column rate --to 5000", "curve.csv: has steps 0..<2, and 0..<5000 were"
    ),
    ("warmup-lr curve.csv --column rate --steps 3", "curve.csv: has steps 0..<2, and 0..<3 were"),
    (
      "warmup-lr blank.csv --from 1 --to 3",
      "warmup-lr has 1..<3 there, blank.csv has none; give the same steps"
    ),
    ("warmup-lr empty.csv", "empty.csv: is empty; give a file with rows"),
    ("warmup-lr list.json", "list.json: is no curve"),
    ("onecycle curve.csv", "has no column called like one of onecycle, 'lr', 'momentum'"),
    ("warmup-lr curve.csv --column loss", "--column: curve.csv has no column 'loss'"),
    ("warmup-lr curve.csv --column rate --from 10", "no value at a common step in 10 and later"),
    ("curve.csv curve.csv --steps 10", "both are curves"),
    ("warmup-lr curve.csv --column rate --from 10 --to 10", "--from"),
    ("warmup-lr words.csv", "words.csv:3:3: 'abc' is no number"),
    ("warmup-lr header.csv", "header.csv: has no value at any step"),
    ("warmup-lr empty.csv", "empty.csv: "),
    ("warmup-lr time.csv", "time.csv:1:1: no column is called step (there are time, lr)"),
    ("warmup-lr two.csv", "two.csv:1:1: step, iter may all be the steps; choose one"),
    ("warmup-lr semicolons.csv", "semicolons.csv:1:1: there are semicolons between the names"),
    ("warmup-lr cut.npy", "cut.npy: has 792 bytes of values, its header says 800; it was cut off"),
  ])
  func troubleIsTwo(words: String, error: String) async throws {
    try shell.write("step,rate\n0,0.0\n1,0.0\n", to: "curve.csv")
    try shell.write("step,lr\n0,0.0\n1,abc\n", to: "words.csv")
    try shell.write("step,lr\n", to: "header.csv")
    try shell.write("time,lr\n0,a\n", to: "time.csv")
    try shell.write("step,iter,lr\n0,0,0.0\n", to: "two.csv")
    try shell.write("step;lr\n0;0.0\n", to: "semicolons.csv")
    _ = try await shell.type(
      "lrsched npy warmup-lr --steps 100 -o whole.npy; head -c -8 whole.npy > cut.npy")
    try shell.write("step,lr\n0,0.0\n1,\n2,\n3,0.1\n", to: "blank.csv")
    try shell.write("", to: "empty.csv")
    try shell.write("[]", to: "list.json")
    _ = try await shell.type("lrsched npy warmup-lr --steps 10 -o c.npy")
    let outcome = try await shell.type("lrsched compare \(words) < /dev/null")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errors.contains(error), "\(outcome)")
    #expect(outcome.text.isEmpty)
  }

  @Test func anotherNameOfTheColumnIsTyped() async throws {
    try shell.write("\u{FEFF}\"step\",\"rate\"\r\n0,0.0\r\n1,0.0\r\n", to: "curve.csv")
    let outcome = try await shell.type("lrsched compare warmup-lr curve.csv --column rate")
    #expect(outcome.ending == .exit(0), "\(outcome)")
  }
}
