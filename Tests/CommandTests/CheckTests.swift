import Testing

/// `lrsched check`: a log against its plan, with the exit codes of diff.
@Suite struct CheckTests {
  private let shell: Shell
  private let plan = "--against warmup-cosine:total_num_steps=5000,warmup_num_steps=1000"

  init() throws { shell = try Shell() }

  /// Writes a log of the plan whose steps are so many too large.
  private func writeLog(
    to name: String = "run.log", shift: Int = 0, change: (Int, String) -> String = { $1 }
  ) async throws {
    let rows = try await shell.type(
      "lrsched csv warmup-cosine:total_num_steps=5000,warmup_num_steps=1000 --from 10 --every 10")
    let lines = rows.lines.dropFirst().map { row in
      let cells = row.split(separator: ",")
      let step = Int(cells[0]) ?? 0
      let rate = change(step, String(cells[1]))
      return
        "[INFO] [Rank 0] step=\(step + shift), skipped=0, lr=[\(rate)], mom=[[0.9, 0.999]]\nx\n"
    }
    try shell.write(lines.joined(), to: name)
  }

  @Test func aRunAsPlanned() async throws {
    try await writeLog()
    let check = try await shell.type("lrsched check run.log \(plan)")
    #expect(check.ending == .exit(0))
    #expect(
      check.lines.first?.hasPrefix("PASS run.log (DeepSpeed's log): 499 points of lr") == true)
    #expect(check.errors.isEmpty)
    let piped = try await shell.type("cat run.log | lrsched check - \(plan) -o report.txt")
    #expect(piped.ending == .exit(0) && piped.output.isEmpty)
    #expect(try shell.text(of: "report.txt").hasPrefix("PASS standard input (DeepSpeed's log): "))
  }

  @Test func aRunThatIsShiftedByThreeSteps() async throws {
    try await writeLog(shift: 3)
    let failed = try await shell.type("lrsched check run.log \(plan)")
    #expect(failed.ending == .exit(1))
    #expect(failed.text.contains("hint: the log is as planned with --offset -3: "))
    let passed = try await shell.type("lrsched check run.log \(plan) --offset -3")
    #expect(passed.ending == .exit(0))
    #expect(passed.text.contains("offset -3,"))
  }

  /// What the page about it shows.
  @Test func theExampleOfTheDocuments() async throws {
    try await writeLog(to: "train.log", shift: 3)
    let failed = try await shell.type("lrsched check train.log \(plan)")
    #expect(try [failed.text] == blocks("text", of: "docs/check.md"))
  }

  @Test func oneDigitThatIsWrong() async throws {
    try await writeLog { step, rate in step == 1200 ? "0.0009" : rate }
    let check = try await shell.type("lrsched check run.log \(plan)")
    #expect(check.ending == .exit(1))
    #expect(check.lines.first?.hasPrefix("FAIL step 1200: expected 0.00099") == true)
    #expect(check.lines.first?.hasSuffix("), at run.log:239") == true)
    let tolerant = try await shell.type("lrsched check run.log \(plan) --rtol 0.2")
    #expect(tolerant.ending == .exit(0))
  }

  @Test func aRunThatEndsBeforeItsLog() async throws {
    try await writeLog { step, rate in step > 1000 ? "7.0" : rate }
    let check = try await shell.type("lrsched check run.log \(plan) --steps 1000")
    #expect(check.ending == .exit(0))
    #expect(check.lines[0].hasSuffix("; 399 points outside of the plan not compared"))
  }

  @Test func anArray() async throws {
    _ = try await shell.type("lrsched npy warmup-lr --lr 0.001,0.002 --steps 100 -o c.npy")
    let check = try await shell.type("lrsched check c.npy --against warmup-lr")
    #expect(check.ending == .exit(1))
    #expect(check.text.contains("of lr_1, "), "\(check.text)")
    #expect(check.text.contains("points of lr_0, lr_1 differ from"))
    let one = try await shell.type("lrsched check c.npy --against warmup-lr --column 0")
    #expect(one.ending == .exit(0))
    #expect(one.lines[0].hasPrefix("PASS c.npy (npy): 100 points of lr are as planned"))
  }

  @Test(arguments: ["png", "svg", "pdf"])
  func thePicture(suffix: String) async throws {
    try await writeLog()
    let check = try await shell.type("lrsched check run.log \(plan) --plot check.\(suffix)")
    #expect(check.ending == .exit(0))
    #expect(check.errors == "lrsched: note: wrote check.\(suffix)\n")
    let start = ["png": "\u{89}PNG", "svg": "<svg", "pdf": "%PDF"][suffix] ?? ""
    let bytes = try shell.bytes(of: "check.\(suffix)")
    #expect(bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
  }

  @Test(arguments: [
    ("json", "\"explaining_offset\": -3"), ("github", "::error file=run.log,line=1,col=1,title="),
    ("junit", "<failure "), ("markdown", "### lrsched check"), ("sarif", "\"startLine\": 1"),
  ])
  func reportsForMachines(format: String, says: String) async throws {
    try await writeLog(shift: 3)
    let failed = try await shell.type("lrsched check run.log \(plan) --format \(format)")
    #expect(failed.ending == .exit(1) && failed.text.contains(says), "\(failed.text)")
    let passed = try await shell.type(
      "lrsched check run.log \(plan) --offset -3 --format \(format)")
    #expect(passed.ending == .exit(0))
  }

  @Test func theConfigurationSaysHowManySamplesAStepTakes() async throws {
    try shell.write(
      #"{"train_batch_size": 32, "scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": 10}}}"#,
      to: "ds.json")
    let rows = try await shell.type("lrsched csv ds.json --from 1 --to 9")
    let samples = rows.lines.dropFirst().map { row in
      let cells = row.split(separator: ",")
      return "\((Int(cells[0]) ?? 0) * 32),\(cells[1])\n"
    }
    try shell.write("step,lr\n" + samples.joined(), to: "Train_Samples_lr.csv")
    let check = try await shell.type("lrsched check Train_Samples_lr.csv --against ds.json")
    #expect(check.ending == .exit(0))
    #expect(check.text.contains("(DeepSpeed's monitor, 32 samples a step): 8 points"))
  }

  @Test(arguments: [
    ("check", "check: takes one log, and got none; "),
    ("check run.log", "check: has no schedule; "),
    ("check run.log run.log --against warmup-lr", "check: takes one log, and got 2; "),
    ("check nothing.log --against warmup-lr", "nothing.log: there is no such file; "),
    ("check run.log --against nothing", "nothing: "),
    ("check run.log --against warmup-lr --offset 1.5", "--offset: 1.5; it must be a whole number"),
    ("check run.log --against warmup-lr --offset x", "--offset: "),
    ("check run.log --against warmup-lr --rtol -1", "--rtol: "),
    ("check run.log --against warmup-lr --plot a.txt", "--plot: a.txt promises no picture; "),
    ("check run.log --against warmup-lr --column lr", "--column: DeepSpeed's log has no columns; "),
    (
      "check run.log --against warmup-lr --step-column step",
      "--step-column: DeepSpeed's log has no column of steps; "
    ),
    (
      "check run.log --against warmup-lr --train-batch-size 8",
      "--train-batch-size: DeepSpeed's log counts steps, not samples; "
    ),
    ("check c.npy --against warmup-lr --step-column step", "--step-column: npy has no column of"),
    ("check c.npy --against warmup-lr --column lr", "c.npy: no column is called lr; there are 0"),
    ("check a.csv --against warmup-lr --column lr,lr", "--column: names 'lr' twice; "),
    ("check a.csv --against warmup-lr --column ''", "--column: names a column without a letter; "),
    ("check a.csv --against warmup-lr --column lr,x", "a.csv:1:1: no column is called x; there"),
    ("check a.csv --against a.csv", "a.csv: is CSV, a curve, and a schedule belongs here; "),
    ("check a.csv --against run.log", "run.log: is DeepSpeed's log, a log, and a schedule "),
    (
      "check a.csv --against lock.json",
      "lock.json: is JSON, a curve, and a schedule belongs here; "
    ),
    ("check empty.csv --against warmup-lr", "empty.csv: is empty; "),
    ("check two.csv --against warmup-lr", "two.csv:1:1: step, iter may all be the steps; "),
    ("check cut.npy --against warmup-lr", "cut.npy: has 792 bytes of values, its header says 800"),
    ("check semicolons.csv --against warmup-lr", "semicolons.csv:1:1: there are semicolons "),
    ("check run.log --against warmup-lr --every 5", "--every: run.log says its steps itself; "),
    ("check run.log --against warmup-lr -o run.log", "run.log: is read as input; "),
    (
      "check run.log --against warmup-lr --plot run.log.png -o run.log", "run.log: is read as input"
    ),
    ("check run.log --against warmup-lr --format gitub", "The value 'gitub' is invalid"),
    ("check - --against -", "-: standard input can be read only once; "),
    ("check words.txt --against warmup-lr", "words.txt: has no learning rate; "),
    ("check header.csv --against warmup-lr", "header.csv: has no value at any step; "),
    ("check run.log --against warmup-lr --offset -50", "run.log: has no step in common with "),
  ])
  func whatIsRefused(line: String, says: String) async throws {
    try shell.write("step=5, skipped=0, lr=[0.001], mom=[]\n", to: "run.log")
    try shell.write("only words\n", to: "words.txt")
    try shell.write("step,lr\n", to: "header.csv")
    try shell.write("step,lr\n1,0.1\n", to: "a.csv")
    try shell.write("step,iter,lr\n1,2,0.1\n", to: "two.csv")
    try shell.write("step;lr\n1;0.1\n", to: "semicolons.csv")
    try shell.write("", to: "empty.csv")
    _ = try await shell.type(
      "lrsched npy warmup-lr --steps 100 -o c.npy; head -c -8 c.npy > cut.npy;"
        + " lrsched json warmup-lr --steps 9 -o lock.json")
    let outcome = try await shell.type("lrsched \(line)")
    #expect(outcome.ending == .exit(2), "\(outcome)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("lrsched: error: \(says)"), "\(outcome.errors)")
  }

  @Test func whatIsCompletedBehindItsOptions() async throws {
    let names = try await shell.type("lrsched complete -- check run.log --against warmup-")
    #expect(names.lines.contains("warmup-cosine") && names.lines.contains(":files"))
    let picture = try await shell.type("lrsched complete -- check run.log --plot ''")
    #expect(picture.lines == [":files"])
    let options = try await shell.type("lrsched complete -- check --step")
    #expect(options.lines.starts(with: ["--steps", "--step-column"]))
  }
}
