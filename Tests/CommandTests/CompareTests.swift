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

  @Test func releasesDifferForAReason() async throws {
    let outcome = try await shell.type("lrsched compare warmup-lr@0.14 warmup-lr@0.19")
    #expect(outcome.ending == .exit(1))
    #expect(outcome.text.contains("why: DeepSpeed 0.15.3: the constructor sets row 0"))
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

  @Test(arguments: ["csv", "json"])
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
    ("onecycle curve.csv", "has no column called like one of onecycle, 'lr', 'momentum'"),
    ("warmup-lr curve.csv --column loss", "--column: curve.csv has no column 'loss'"),
    ("warmup-lr curve.csv --column rate --from 10", "have no step in common in 10 and later"),
    ("curve.csv curve.csv --steps 10", "both are curves"),
    ("warmup-lr curve.csv --column rate --from 10 --to 10", "--from"),
    ("warmup-lr words.csv", "words.csv:3:3: 'abc' is no number"),
    ("warmup-lr header.csv", "header.csv: has no value at any step"),
    ("warmup-lr empty.csv", "empty.csv: "),
    ("warmup-lr two.csv", "two.csv:1:1: step, iter may all be the steps; choose one"),
    ("warmup-lr semicolons.csv", "semicolons.csv:1:1: there are semicolons between the names"),
    ("warmup-lr cut.npy", "cut.npy: has 792 bytes of values, its header says 800; it was cut off"),
  ])
  func troubleIsTwo(words: String, error: String) async throws {
    try shell.write("step,rate\n0,0.0\n1,0.0\n", to: "curve.csv")
    try shell.write("step,lr\n0,0.0\n1,abc\n", to: "words.csv")
    try shell.write("step,lr\n", to: "header.csv")
    try shell.write("step,iter,lr\n0,0,0.0\n", to: "two.csv")
    try shell.write("step;lr\n0;0.0\n", to: "semicolons.csv")
    try shell.write("", to: "empty.csv")
    _ = try await shell.type(
      "lrsched npy warmup-lr --steps 100 -o c.npy; head -c -8 c.npy > cut.npy")
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
