import LRSchedule
import Testing

@testable import LRConfiguration

/// The words that the argument parser leaves over: schedules and their parameters.
@Suite struct TypedParametersTests {
  private func read(_ words: String, assignments: [String] = []) throws -> TypedParameters {
    try TypedParameters(
      rest: words.split(separator: " ").map(String.init), assignments: assignments,
      options: TypedLine.ownOptions)
  }

  private func refusal(_ words: String, assignments: [String] = []) -> String? {
    do {
      _ = try read(words, assignments: assignments)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    "--warmup-num-steps 100", "--warmup_num_steps 100", "--warmup-num-steps=100",
    "--warmup_num_steps=100", "--Warmup-Num_Steps=100", "--warmup-num-steps 1e2",
    "-pwarmup_num_steps=100", "-pwarmup-num-steps=100",
  ])
  func everySpellingOfAParameterIsTheSame(words: String) throws {
    let expected = [Argument("warmup_num_steps", .int(100))]
    #expect(try read("warmup \(words)").arguments.map(\.argument) == expected)
    #expect(try read("\(words) warmup").words == ["warmup"])
  }

  @Test(arguments: ["warmup_num_steps=100", "warmup-num-steps=100", " Warmup_Num_Steps = 100 "])
  func anAssignmentIsASpellingToo(assignment: String) throws {
    let read = try read("warmup", assignments: [assignment])
    #expect(read.arguments.map(\.argument) == [Argument("warmup_num_steps", .int(100))])
  }

  @Test(arguments: [
    ("--warmup-min-lr -1e-3", .float(-0.001)), ("--warmup-min-lr=-1", .int(-1)),
    ("-pwarmup_min_lr=-.5", .float(-0.5)), ("--last-batch-iteration -1", .int(-1)),
    ("--warmup-type=a=b", .string("a=b")), ("--warmup-max-lr [0.1,0.01]", .list([.float(0.1), .float(0.01)])),
    ("--warmup-max-lr null", .null),
  ] as [(String, Value)])
  func aValueMayBeNegativeAListOrAText(words: String, value: Value) throws {
    #expect(try read(words).arguments.map(\.value) == [value])
  }

  @Test(arguments: [
    ("--cycle-momentum", .bool(true), []), ("--cycle-momentum onecycle", .bool(true), ["onecycle"]),
    ("--cycle-momentum false onecycle", .bool(false), ["onecycle"]),
    ("--cycle-momentum=false onecycle", .bool(false), ["onecycle"]),
    ("--cycle-momentum True", .bool(true), []), ("--cycle-momentum 0 x", .int(0), ["x"]),
    ("--cycle-momentum --decay-lr-rate 1", .bool(true), []),
    ("onecycle --lr-range-test-staircase -", .bool(true), ["onecycle", "-"]),
  ] as [(String, Value, [String])])
  func aTruthValueMayBeLeftOut(words: String, value: Value, left: [String]) throws {
    let read = try read(words)
    #expect(read.arguments.first?.value == value)
    #expect(read.words == left)
  }

  @Test func wordsAndParametersKeepTheirOrder() throws {
    let read = try read(
      "onecycle --decay-lr-rate 1 ./ds.json --cycle-max-lr=2 -", assignments: ["cycle_min_lr=3"])
    #expect(read.words == ["onecycle", "./ds.json", "-"])
    #expect(read.arguments.map(\.name) == ["cycle_min_lr", "decay_lr_rate", "cycle_max_lr"])
    #expect(
      read.arguments.map { "\($0.place)" }
        == ["-p cycle_min_lr", "--decay-lr-rate", "--cycle-max-lr"])
  }

  @Test func behindTwoHyphensEverythingIsASchedule() throws {
    let read = try read("--cycle-max-lr 2 -- --cycle-min-lr -x -- -")
    #expect(read.words == ["--cycle-min-lr", "-x", "--", "-"])
    #expect(read.arguments.count == 1)
  }

  @Test(arguments: [
    ("--warmup-steps 5", "--warmup-steps", "did you mean --warmup-num-steps?"),
    ("--warmup_num_step=5", "--warmup_num_step", "did you mean --warmup-num-steps?"),
    ("--stpes 5", "--stpes", "did you mean --steps?"), ("--setps=5", "--setps", "did you mean --steps?"),
    ("--resume 5", "--resume", "see --help"), ("--optimiser SGD", "--optimiser", "did you mean --optimizer?"),
    ("--no-cycle-momentum", "--no-cycle-momentum", "did you mean --cycle-momentum?"),
    ("--nothing-like-it", "--nothing-like-it", "see --help"), ("--=5", "--", "see --help"),
    ("-x", "-x", "see --help for the options"), ("-5", "-5", "see --help for the options"),
  ])
  func anUnknownOptionGetsTheNearest(words: String, option: String, mend: String) {
    #expect(refusal(words) == "\(option): there is no such option or parameter; \(mend)")
  }

  @Test(arguments: [
    ("--warmup-num-steps", "--warmup-num-steps"), ("--warmup-num-steps=", "--warmup-num-steps"),
    ("--cycle-momentum=", "--cycle-momentum"), ("-pwarmup_num_steps", "-p warmup_num_steps"),
    ("-pwarmup_num_steps=", "-p warmup_num_steps"),
  ])
  func aMissingValueIsAnError(words: String, place: String) throws {
    let refusal = try #require(refusal(words))
    #expect(refusal.hasPrefix("\(place): "))
    #expect(refusal.hasSuffix(" has no value; write NAME=VALUE, or --name VALUE"))
  }

  @Test(arguments: ["--warmup-num-steps --cycle-max-lr 1", "--warmup-num-steps -- warmup"])
  func anotherOptionIsNoValue(words: String) {
    withKnownIssue("the option behind a parameter without its value is taken for the value") {
      #expect(refusal(words)?.contains("--warmup-num-steps has no value") == true)
    }
  }
}

/// Parameters that do not go together, or with no schedule.
@Suite struct ParameterContradictionTests {
  @Test(arguments: [
    (
      "warmup --warmup-num-steps 10 --warmup_num_steps 20",
      "--warmup_num_steps: warmup_num_steps is 20 here and 10 in --warmup-num-steps; give it once"
    ),
    (
      "warmup --warmup-num-steps 10 -p warmup_num_steps=20",
      "--warmup-num-steps: warmup_num_steps is 10 here and 20 in -p warmup_num_steps; give it once"
    ),
    (
      "warmup:warmup_num_steps=5 --warmup-num-steps 10",
      "--warmup-num-steps: warmup_num_steps is 10 here and 5 in warmup:warmup_num_steps=5;"
        + " give it once"
    ),
    (
      "warmup --resume-from 3 -p last_batch_iteration=4",
      "--resume-from: last_batch_iteration is 3 here and 4 in -p last_batch_iteration; give it once"
    ),
    (
      "warmup:last_batch_iteration=4 --resume-from 3",
      "--resume-from: last_batch_iteration is 3 here and 4 in warmup:last_batch_iteration=4;"
        + " give it once"
    ),
  ])
  func twoValuesAreAnError(typed: String, refusal: String) {
    #expect(TypedLine(typed).refusal() == refusal)
  }

  @Test(arguments: [
    "warmup --warmup-num-steps 10 -p warmup_num_steps=1e1", "warmup:warmup_num_steps=10 --warmup-num-steps 10.0",
    "warmup --resume-from 3 --last-batch-iteration 3 -p warmup_num_steps=10",
  ])
  func theSameValueTwiceIsNone(typed: String) throws {
    let summary = try TypedLine(typed).resolve().schedules.first?.schedule.summary
    #expect(summary?.contains("warmup_num_steps=10") == true)
  }

  @Test(arguments: [
    (
      "warmup --cycle-max-lr 1",
      "--cycle-max-lr: WarmupLR has no parameter cycle_max_lr; it has warmup_min_lr, warmup_max_lr,"
        + " warmup_num_steps, warmup_type, last_batch_iteration"
    ),
    (
      "warmup -p warmup_steps=1",
      "-p warmup_steps: WarmupLR has no parameter warmup_steps; did you mean warmup_num_steps?"
    ),
    ("warmup -p step=1", "-p step: WarmupLR has no parameter step; did you mean steps?"),
    (
      "warmup onecycle warmup -p decay_rate=1",
      "-p decay_rate: OneCycle and WarmupLR have no parameter decay_rate; did you mean decay_lr_rate?"
    ),
    ("warmup onecycle -p x=1", "-p x: OneCycle and WarmupLR have no parameter x"),
  ])
  func aParameterOfNoScheduleIsAnError(typed: String, refusal: String) {
    #expect(TypedLine(typed).refusal() == refusal)
  }

  @Test func aParameterGoesToTheSchedulesThatHaveIt() throws {
    let resolution = try TypedLine(
      "warmup onecycle warmup-cosine:total_num_steps=9 --warmup-num-steps 5 --decay-lr-rate 1"
    ).resolve()
    #expect(
      resolution.schedules.map(\.schedule.summary) == [
        "WarmupLR 0.19.8 Adam 0.001 warmup_num_steps=5",
        "OneCycle 0.19.8 Adam 0.001 cycle_min_lr=0.0001 cycle_max_lr=0.001 decay_lr_rate=1.0",
        "WarmupCosineLR 0.19.8 Adam 0.001 total_num_steps=9 warmup_num_steps=5",
      ])
  }

  @Test(arguments: [
    ("onecycle", "cycle_min_lr=0.0001 cycle_max_lr=0.001"),
    ("onecycle --cycle-max-lr 0.1", "cycle_min_lr=0.0001 cycle_max_lr=0.1"),
    ("warmup-cosine", "total_num_steps=10000"), ("warmup-cosine --steps 500", "total_num_steps=500"),
    ("warmup-decay --steps 5k", "total_num_steps=5000"),
    ("warmup-decay --steps 5k --total-num-steps 9", "total_num_steps=9"),
    ("warmup-decay:total_num_steps=9 --steps 5k", "total_num_steps=9"),
  ])
  func whatTheFrameworkRequiresHasAnExampleForANameThatWasTyped(
    typed: String, given: String
  ) throws {
    let summary = try TypedLine(typed).resolve().schedules.first?.schedule.summary
    #expect(summary?.hasSuffix(" Adam 0.001 \(given)") == true)
  }

  @Test(arguments: [
    (
      "warmup --lr 1,2 --warmup-max-lr [1,2,3]",
      "--warmup-max-lr: warmup_max_lr has 3 values for 2 parameter groups; give one value, or one a"
        + " group: a group is one value of --lr, as in --lr 0.1,0.01"
    ),
    (
      "warmup --warmup-num-steps 0",
      "--warmup-num-steps: warmup_num_steps is 0; it must be a whole number above 0"
        + " (checked since 0.19.3)"
    ),
    (
      "warmup:warmup_min_lr=small",
      "warmup:warmup_min_lr=small: warmup_min_lr is \"small\"; it must be a number or a list of"
        + " numbers, one a parameter group"
    ),
    (
      "warmup-cosine@0.10",
      "warmup-cosine@0.10: 0.10.3 has no WarmupCosineLR; it came with 0.12.3: name that release or a"
        + " later one"
    ),
    ("onecycle --resume-from -1", "--resume-from: -1; it must be a whole number, 0 or more"),
  ])
  func whatTheFrameworkRefusesIsAnErrorWithItsPlace(typed: String, refusal: String) {
    #expect(TypedLine(typed).refusal() == refusal)
  }
}
