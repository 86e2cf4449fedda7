import LRSchedule
import Testing

@testable import LRConfiguration

/// The words that the argument parser leaves over: schedules and their parameters.
@Suite struct TypedParametersTests {
  private func read(_ words: String, assignments: [String] = []) throws -> TypedParameters {
    try TypedParameters(
      rest: words.split(separator: " ").map(String.init), assignments: assignments,
      options: { TypedLine.ownOptions })
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
    let expected = [SchedulerArgument("warmup_num_steps", .int(100))]
    #expect(try read("warmup \(words)").arguments.map(\.argument) == expected)
    #expect(try read("\(words) warmup").words == ["warmup"])
  }

  @Test(arguments: ["warmup_num_steps=100", "warmup-num-steps=100", " Warmup_Num_Steps = 100 "])
  func anAssignmentIsASpellingToo(assignment: String) throws {
    let read = try read("warmup", assignments: [assignment])
    #expect(read.arguments.map(\.argument) == [SchedulerArgument("warmup_num_steps", .int(100))])
  }

  @Test(
    arguments: [
      ("--warmup-min-lr -1e-3", .float(-0.001)), ("--warmup-min-lr=-1", .int(-1)),
      ("-pwarmup_min_lr=-.5", .float(-0.5)), ("--last-batch-iteration -1", .int(-1)),
      ("--warmup-type=a=b", .string("a=b")),
      ("--warmup-max-lr [0.1,0.01]", .list([.float(0.1), .float(0.01)])),
      ("--warmup-max-lr null", .null),
    ] as [(String, Value)])
  func aValueMayBeNegativeAListOrAText(words: String, value: Value) throws {
    #expect(try read(words).arguments.map(\.value) == [value])
  }

  @Test(
    arguments: [
      ("--cycle-momentum", .bool(true), []),
      ("--cycle-momentum onecycle", .bool(true), ["onecycle"]),
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

  @Test func standardInputMayHaveARelease() throws {
    #expect(try read("-@0.14").words == ["-@0.14"])
  }

  static let nothingNear =
    "see --help for the options, and `lrsched show NAME` for a schedule's parameters"

  @Test(arguments: [
    ("--warmup-steps 5", "--warmup-steps", "did you mean --warmup-num-steps?"),
    ("--warmup-steps 5 warmup-lr", "--warmup-steps", "did you mean --warmup-num-steps?"),
    ("warmup-lr@0.14 --warmup-steps 5", "--warmup-steps", "did you mean --warmup-num-steps?"),
    ("ds.json --warmup-steps 5", "--warmup-steps", "did you mean --warmup-num-steps?"),
    // A flag of the schedule that is named.
    ("cosine --warmup-steps 5", "--warmup-steps", "did you mean --num-warmup-steps?"),
    ("--warmup-steps 5 cosine", "--warmup-steps", "did you mean --num-warmup-steps?"),
    ("--warmup-steps=5 cosine", "--warmup-steps", "did you mean --num-warmup-steps?"),
    ("--warmup-steps warmup-lr cosine", "--warmup-steps", "did you mean --num-warmup-steps?"),
    ("cosine:num_cycles=1 --warmup-steps 5", "--warmup-steps", "did you mean --num-warmup-steps?"),
    ("t.yaml --warmup-steps 5", "--warmup-steps", "did you mean --num-warmup-steps?"),
    (
      "cosine --cycle-max-lrr 5", "--cycle-max-lrr",
      "see --help for the options, and `lrsched show cosine` for its parameters"
    ),
    ("--warmup_num_step=5", "--warmup_num_step", "did you mean --warmup-num-steps?"),
    ("--stpes 5", "--stpes", "did you mean --steps?"),
    ("--setps=5", "--setps", "did you mean --steps?"),
    ("--resume 5", "--resume", nothingNear),
    ("--optimiser SGD", "--optimiser", "did you mean --optimizer?"),
    ("--no-cycle-momentum", "--no-cycle-momentum", "did you mean --cycle-momentum?"),
    ("--nothing-like-it", "--nothing-like-it", nothingNear), ("--=5", "--", nothingNear),
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
    let text = try #require(refusal(words))
    #expect(text.hasPrefix("\(place): "))
    #expect(text.hasSuffix("has no value; write NAME=VALUE, or --name VALUE"))
  }

  @Test(arguments: ["--warmup-num-steps --cycle-max-lr 1", "--warmup-num-steps -- warmup"])
  func anotherOptionIsNoValue(words: String) {
    #expect(refusal(words)?.hasPrefix("--warmup-num-steps: has no value") == true)
  }
}
