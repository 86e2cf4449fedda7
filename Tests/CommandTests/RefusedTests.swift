import Testing

/// What is refused: with exit 2, nothing on standard output, and one line that says where it is,
/// what it is and what to do.
@Suite struct RefusedTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write(configuration, to: "ds_config.json")
    try shell.write("step,lr\n0,0.1\n", to: "curve.csv")
    try shell.write("time,lr\n0,0.1\n", to: "time.csv")
    try shell.write("step=1, skipped=0, lr=[0.1], mom=[]\n", to: "run.log")
  }

  @Test(arguments: [
    // A misspelt word, with the right one.
    Refusal("csv onecylce", "onecylce: ", "did you mean onecycle?"),
    Refusal("csv warmup-cosin", "did you mean warmup-cosine?"),
    Refusal("csv range-test", "did you mean lr-range-test?"),
    Refusal("cvs onecycle", "cvs", "did you mean csv?"),
    Refusal("csv onecycle --stpes 5", "--stpes: ", "did you mean --steps?"),
    Refusal("csv onecycle --STEPS=5", "--STEPS: ", "did you mean --steps?"),
    Refusal("eval onecycle --att 5 --at 5", "--att: ", "did you mean --at?"),
    Refusal("csv onecycle --cycle-max-lrr 5", "did you mean --cycle-max-lr?"),
    Refusal("csv onecycle -p cycle_max_lrr=5", "-p cycle_max_lrr", "did you mean cycle_max_lr?"),
    Refusal("csv onecycle:cycle_mx_lr=5", "did you mean cycle_max_lr?"),
    Refusal("csv onecycle --optimizer adma", "--optimizer: ", "adma", "did you mean adam?"),
    Refusal("onecycle", "onecycle: there is no such command", "lrsched plot onecycle"),
    Refusal("csv nothing", "nothing: ", "no schedule", "onecycle", "lrsched list"),
    Refusal("csv onecycle -x", "-x: "),

    // A parameter of another schedule.
    Refusal("csv warmup-lr --total-num-steps 5", "--total-num-steps: WarmupLR", "warmup_max_lr"),
    Refusal("csv warmup-lr onecycle -p total_num_steps=5", "-p total_num_steps", "OneCycle"),

    // Something is missing.
    Refusal("csv", "no schedule is named", "onecycle", "ds_config.json"),
    Refusal("eval onecycle", "--at"),
    Refusal("csv onecycle --steps", "--steps"),
    Refusal("csv onecycle --steps ''", "--steps: ", "empty"),
    Refusal("csv onecycle --cycle-max-lr", "--cycle-max-lr", "no value"),
    Refusal("csv onecycle -p cycle_max_lr", "-p cycle_max_lr", "NAME=VALUE"),
    Refusal("csv onecycle:cycle_max_lr", "onecycle:cycle_max_lr", "NAME=VALUE"),
    Refusal("csv onecycle:", "an empty text names no parameter"),
    Refusal("csv onecycle:=3", "onecycle:=3: =3 names no parameter", "NAME=VALUE"),
    Refusal("csv onecycle -p =3", "-p: =3 names no parameter", "NAME=VALUE"),
    Refusal("csv onecycle -p =", "-p: = names no parameter", "NAME=VALUE"),
    Refusal("csv ''", "no schedule"),

    // A curve or a log where a schedule belongs.
    Refusal(
      "csv curve.csv", "curve.csv: is CSV, a curve, and a schedule belongs here",
      "`lrsched compare curve.csv SCHEDULE`"),
    Refusal("plot onecycle time.csv", "time.csv: is CSV, a curve, "),
    Refusal(
      "show run.log", "run.log: is DeepSpeed's log, a log, ",
      "`lrsched check run.log --against SCHEDULE`"),
    Refusal("csv curve.csv@0.14", "curve.csv: is CSV, a curve, "),
    Refusal("plot nothing.csv", "nothing.csv: there is no such file"),

    Refusal("csv onecycle --steps --lr 5", "--steps: has no value"),
    Refusal("csv onecycle -o --lr 5", "-o: has no value"),
    Refusal("csv onecycle --optimizer --steps 5", "--optimizer: has no value"),
    Refusal("csv onecycle --theme dark", "--theme: ", "an option of plot alone"),
    Refusal("csv onecycle --steps=", "--steps: has no value"),

    // Something is there twice, or with a dash less.
    Refusal("csv onecycle --steps 5 --steps 6", "--steps: is given twice"),
    Refusal("csv onecycle --lr=0.1 --lr 0.2", "--lr: is given twice"),
    Refusal("csv onecycle -o a.csv --output b.csv", "--output: is given twice"),
    Refusal("eval onecycle --at 5 --at 6", "--at: is given twice"),
    Refusal("csv onecycle -steps 5", "-steps: ", "did you mean --steps?"),
    Refusal("plot onecycle --scale 2 -o x.svg", "--scale: svg has no pixels", "draw png"),
    Refusal("plot onecycle --scale 2 --format term", "--scale: term has no pixels"),
    Refusal("plot onecycle --theme light --format term", "--theme: term has ", "draw png, svg"),
    Refusal("plot onecycle --size 40000x9", "--size: 40000x9 pixels", "1 to 32767"),
    Refusal("plot onecycle --size 32767x32767", "--size: 32767x32767 is 1073676289 pixels"),
    Refusal("plot onecycle --scale 100", "--scale: 120000x70000 pixels", "1 to 32767"),
    Refusal("plot onecycle --size 40000x9 --scale 1", "--size: 40000x9 pixels"),
    Refusal("plot onecycle --scale 0", "--scale: 0", "above 0"),
    Refusal("plot onecycle --x-per-step 1e99", "--x-per-step: 1e+99 per step", "1e-12"),
    Refusal("plot onecycle --to 1 --log-x", "--log-x: 0..<1 has no step above 0", "linear axis"),
    Refusal("plot onecycle --theme blue", "'blue'", "'light'", "see `lrsched plot --help`"),
    Refusal("csv onecycle -ox.csv", "-ox.csv", "write -o x.csv"),

    // A number that is none, or out of range.
    Refusal("csv onecycle --steps -5", "--steps: -5; ", "1 or more"),
    Refusal("csv onecycle --steps 0", "--steps: 0; ", "1 or more"),
    Refusal("csv onecycle --steps 1.5", "--steps: 1.5; ", "whole number"),
    Refusal("csv onecycle --steps 1e20", "--steps: '1e20' is too large", "9007199254740992"),
    Refusal("csv onecycle --steps 9007199254740993", "--steps: ", "9007199254740992"),
    Refusal("csv onecycle --steps many", "--steps: 'many' is not a number", "10000"),
    Refusal("csv onecycle --steps 1__0", "--steps: ", "10_000"),
    Refusal("csv onecycle --every 0", "--every: 0; ", "1 or more"),
    Refusal("csv onecycle --from -1", "--from: -1; ", "0 or more"),
    Refusal("csv onecycle --from 5 --to 5", "--from: the first row, 5,", "the end, 5 (--to)"),
    Refusal("csv onecycle --from 10k", "--from: ", "--to above 10000"),
    Refusal("csv onecycle --resume-from 10k", "the resumed run", "--to above 10001"),
    Refusal("csv onecycle --lr 1e999", "--lr: '1e999' is too large for a double"),
    Refusal("csv onecycle --lr nan", "--lr: 'nan' is not a number"),
    Refusal("csv onecycle --lr 0.1,", "--lr: ", "empty"),
    Refusal("eval onecycle --at ''", "--at: ", "no step"),
    Refusal("eval onecycle --at 1,-2", "--at: -2; ", "0 or more"),
    Refusal("csv warmup-lr --warmup-num-steps -5", "--warmup-num-steps: ", "-5", "above 0"),
    Refusal("csv onecycle:cycle_first_step_size=0", "cycle_first_step_size is 0", "above 0"),
    Refusal("csv onecycle --cycle-max-lr high", "--cycle-max-lr: ", "\"high\"", "a number"),

    // A list of the wrong length.
    Refusal(
      "csv onecycle --cycle-max-lr '[0.1,0.2]'", "--cycle-max-lr: ", "2 values for 1", "--lr"),
    Refusal(
      "csv onecycle:cycle_max_lr=[1,2,3] --lr 1,2", "cycle_max_lr has 3 values for 2", "--lr"),

    // A release that does not exist.
    Refusal("csv onecycle@0.99", "onecycle@0.99: ", "0.10.0 to 0.19.8"),
    Refusal("csv ds_config.json@0.14.99", "ds_config.json@0.14.99: ", "0.14.0 to 0.14.5"),
    Refusal("csv onecycle --deepspeed 9.9", "--deepspeed: ", "\"9.9\"", "0.10.0 to 0.19.8"),
    Refusal("csv onecycle@", "onecycle@: ", "0.10.0 to 0.19.8"),

    // A step past the end of the schedule, or before a resumed run.
    Refusal(
      "csv onecycle --decay-step-size 100 --decay-lr-rate -0.01 --steps 14001",
      "--steps: ", "14000", "the largest --steps is 14000"),
    Refusal(
      "eval onecycle --decay-step-size 100 --decay-lr-rate -0.01 --at 13999,14000",
      "--at: ", "step 14000", "the largest --steps is 14000"),
    Refusal("eval onecycle --at 9007199254740992", "--at: ", "2^53"),
    Refusal("csv onecycle --resume-from 5 --from 2", "--from: ", "step 2", "6"),

    // Two values of one parameter.
    Refusal(
      "csv warmup-lr:warmup_num_steps=50 --warmup-num-steps 60",
      "--warmup-num-steps: ", "60", "50", "give it once"),
    Refusal(
      "csv warmup-lr --warmup-num-steps 50 -p warmup_num_steps=60", "60", "50", "give it once"),
    Refusal(
      "csv onecycle --resume-from 6 --last-batch-iteration 5",
      "--resume-from", "--last-batch-iteration", "give it once"),
    Refusal("csv warmup-lr:warmup_num_steps=5,warmup_num_steps=6", "given twice", "give it once"),

    // A file that cannot be read, or written.
    Refusal("csv nofile.json", "nofile.json: ", "no such file"),
    Refusal("csv ds_config.json ./nofile", "./nofile: ", "no such file"),
    Refusal("csv .", ".: is a folder"),
    Refusal("csv - < .", "standard input: is a folder"),
    Refusal("csv - <&-", "standard input: cannot be read"),
    Refusal("csv /dev/zero", "/dev/zero: ", "64 MiB"),
    Refusal("csv - -", "standard input", "once"),
    Refusal("eval - --at -", "standard input", "once"),
    Refusal("csv onecycle -o nofolder/curve.csv", "nofolder/curve.csv: ", "no folder nofolder"),
    Refusal("plot onecycle -o nofolder/curve.png", "nofolder/curve.png: ", "no folder nofolder"),
    Refusal("csv onecycle -o .", ".: is a folder"),
    Refusal("csv onecycle -o ''", "empty"),
    Refusal("csv ds_config.json -o ds_config.json", "ds_config.json: ", "read as input"),
    Refusal("csv ds_config.json -o ./ds_config.json", "read as input"),

    Refusal("csv - -o ds_config.json < ds_config.json", "ds_config.json: ", "read as input"),
    Refusal("eval onecycle --at - -o ds_config.json <ds_config.json", "read as input"),

    // What is easily typed.
    Refusal("csv warmup-lr:warmup_max_lr=0.1,0.2 --lr 1,2", "warmup_max_lr=[0.1,0.2]"),
    Refusal("csv warmup-lr --warmup-max-lr '[0.1,0.2' --lr 1,2", "in brackets: [0.1,0.2]"),
    Refusal("csv onecycle --warmup-num-steps 5", "--warmup-num-steps: OneCycle", "show onecycle`"),
    Refusal("csv -@0.99 < ds_config.json", "-@0.99: DeepSpeed has no release"),
    Refusal("csv ds_config.json@v0.14", "ds_config.json@v0.14: DeepSpeed has no release"),
    Refusal("csv ds_config.json:warmup_num_steps=5", "ds_config.json -p warmup_num_steps=5"),
    Refusal("csv warmup-lr warmup_num_steps=5", "-p warmup_num_steps=5"),
    Refusal("csv warmup-lr@0.14:warmup_num_steps=5", "the release goes last"),
    Refusal("csv onecycle --cycle-max-lr 0.1,0.2 --lr 1,2", "--cycle-max-lr: ", "[0.1,0.2]"),
    Refusal("help cvs", "cvs: there is no such command", "csv"),
  ])
  func isRefused(refusal: Refusal) async throws {
    try await check(refusal)
    #expect(try shell.names == ["curve.csv", "ds_config.json", "run.log", "time.csv"])
  }

  /// A pipe is read once; what was wrong is said without looking into it again.
  @Test func aPipeThatHoldsNoConfiguration() async throws {
    let outcome = try await shell.type(
      "mkfifo pipe; (echo 'step,lr' > pipe) & timeout 60 lrsched csv pipe")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errors.contains("pipe:1:1: "), "\(outcome.errors)")
  }

  @Test(arguments: ["csv onecycle -o", "csv"])
  func aNameThatIsNotUTF8(command: String) async throws {
    let outcome = try await shell.type("lrsched \(command) \"$(printf 'a\\377.csv')\"")
    #expect(outcome.ending == .exit(2))
    let said = "a\u{FFFD}.csv: is not UTF-8, and would name another file; "
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
    #expect(try shell.names == ["curve.csv", "ds_config.json", "run.log", "time.csv"])
  }

  /// A schedule's name is no file, whatever is called so.
  @Test func aCurveThatIsCalledLikeASchedule() async throws {
    let outcome = try await shell.type(
      "cp curve.csv onecycle; lrsched csv onecycle --cycle-max-lr abc")
    #expect(outcome.errors.hasPrefix("lrsched: error: --cycle-max-lr: "), "\(outcome.errors)")
  }

  @Test(arguments: [
    // Not Hjson, or no configuration.
    Broken("{\n  \"scheduler\": {\n    \"type\" \"WarmupLR\"\n}}", ":3:12: ", "colon"),
    Broken("{\n  \"scheduler\": {\n    \"type\": \"WarmupLR\"", ":3:"),
    Broken("{\"a\": 1,\n \"a\": 2}", ":2:2: ", "a"),
    Broken("[1]", ":1:1: ", "object"),
    Broken("{a: 1}", "has no \"scheduler\"", "lr_scheduler_type"),
    Broken("{}", "is empty"),
    Broken("{\n\"scheduler\": null}", "has null for its scheduler"),
    Broken("{\n\"scheduler\": 5}", ":2:14: scheduler is 5", "object"),

    // Not DeepSpeed's words: inside a configuration they are exact.
    Broken("{\"scheduler\": {\"params\": {}}}", ":1:15: ", "no \"type\""),
    Broken("{\"scheduler\": {\"type\": \"WarmupLR\"}}", ":1:24: ", "no \"params\""),
    Broken("{\"scheduler\": {\"type\": \"warmup-lr\", \"params\": {}}}", ":1:24: ", "WarmupLR"),
    Broken("{\"scheduler\": {\"type\": \"OneCycel\", \"params\": {}}}", ":1:24: ", "OneCycle"),
    Broken(
      "{\"scheduler\": {\"type\": \"WarmupLR\", \"params\": {\n\"warmup_steps\": 5}}}",
      ":2:", "warmup_steps", "warmup_num_steps"),

    // Values: what the framework requires is required here.
    Broken(
      "{\"scheduler\": {\"type\": \"OneCycle\", \"params\": {}}}", "cycle_min_lr", "--cycle-min-lr"),
    Broken(
      "{\"scheduler\": {\"type\": \"WarmupDecayLR\", \"params\": {}}}", "--total-num-steps"),
    Broken(
      "{\"scheduler\": {\"type\": \"WarmupLR\", \"params\": {\n  \"warmup_num_steps\": -1}}}",
      ":2:23: ", "warmup_num_steps is -1", "above 0"),
    Broken(
      "{\"scheduler\": {\"type\": \"WarmupLR\", \"params\": {\n  \"warmup_max_lr\": \"auto\"}}}",
      ":2:20: ", "\"auto\"", "lrsched csv broken.json --lr 1e-4"),
  ])
  func aConfigurationIsRefusedWithItsPlace(broken: Broken) async throws {
    try shell.write(broken.text, to: "broken.json")
    try await check(Refusal("csv broken.json", ["broken.json"] + broken.essentials))
  }

  private func check(_ refusal: Refusal) async throws {
    let outcome = try await shell.type("lrsched \(refusal.words)")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.output == [])
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasSuffix("\n"))
    #expect(outcome.errors.hasPrefix("lrsched: error: "))
    for essential in refusal.essentials { #expect(outcome.errors.contains(essential)) }
  }
}

/// Words behind `lrsched`, and what the message has to contain.
struct Refusal: CustomTestStringConvertible {
  let words: String
  let essentials: [String]

  init(_ words: String, _ essentials: String...) { self.init(words, essentials) }

  init(_ words: String, _ essentials: [String]) {
    self.words = words
    self.essentials = essentials
  }

  var testDescription: String { words }
}

/// A configuration, and what the message has to contain.
struct Broken: CustomTestStringConvertible {
  let text: String
  let essentials: [String]

  init(_ text: String, _ essentials: String...) {
    self.text = text
    self.essentials = essentials
  }

  var testDescription: String { text }
}
