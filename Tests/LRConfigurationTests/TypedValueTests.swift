import LRSchedule
import LRText
import TestSupport
import Testing

@testable import LRConfiguration

/// The value of a parameter as it is typed.
@Suite struct TypedValueTests {
  @Test(
    arguments: [
      ("0", .int(0)), ("10000", .int(10_000)), ("10_000", .int(10_000)), ("1e6", .int(1_000_000)),
      ("10k", .int(10_000)), ("1.5k", .int(1500)), ("5M", .int(5_000_000)), ("100.0", .int(100)),
      ("-3", .int(-3)), ("+3", .int(3)), ("9007199254740992", .int(1 << 53)),
    ] as [(String, Value)])
  func aWholeNumberIsWholeHoweverItIsWritten(text: String, value: Value) throws {
    #expect(try Value(typed: text) == value)
  }

  @Test(arguments: [
    ("0.5", 0.5), (".5", 0.5), ("1e-4", 1e-4), ("-1e-3", -1e-3), ("5E-300", 5e-300), ("2.5", 2.5),
  ])
  func anyOtherIsADouble(text: String, value: Double) throws {
    #expect(try Value(typed: text) == .float(value))
  }

  @Test(
    arguments: [
      ("true", .bool(true)), ("False", .bool(false)), ("TRUE", .bool(true)),
      ("null", .null), ("None", .null),
    ] as [(String, Value)])
  func aLiteralIsPythonsOrJSONs(text: String, value: Value) throws {
    #expect(try Value(typed: text) == value)
  }

  @Test(
    arguments: [
      ("[]", []), ("[0.1]", [.float(0.1)]), ("[0.1,10k]", [.float(0.1), .int(10_000)]),
      ("[ 0.1 , 1e-3\t]", [.float(0.1), .float(0.001)]),
      ("[[1,2],3]", [.list([.int(1), .int(2)]), .int(3)]), ("[true,null]", [.bool(true), .null]),
      ("[1,]", [.int(1), .string("")]),
    ] as [(String, [Value])])
  func aListStandsInBrackets(text: String, values: [Value]) throws {
    #expect(try Value(typed: text) == .list(values))
  }

  /// Far more lists, or schedulers, inside of one another than a word of a command line has room for.
  @Test(.patience(minutes: 1), arguments: [("[", "]"), ("A(a=", ")")])
  func whatIsNestedDeeperThanAnySchedulerIsAText(open: String, close: String) throws {
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    var value = try Value(typed: nested(50_000))
    for _ in 0..<64 {
      switch value {
      case .list(let values): value = try #require(values.first)
      case .scheduler(_, let arguments): value = try #require(arguments.first?.value)
      default: Issue.record("it ends early")
      }
    }
    #expect(value == .string(nested(50_000 - 64)))
  }

  @Test(arguments: [
    "linear", "auto", "inf", "nan", "0x10", "1e", "10kk", "10T", "truely", "[1", "1]", "-", "1,2",
    "é",
  ])
  func anythingElseIsAText(text: String) throws {
    #expect(try Value(typed: text) == .string(text))
  }

  @Test(
    arguments: [
      ("1e400", .infinite("1e400")), ("9007199254740993", .tooLarge("9007199254740993")),
      ("1e-400", .tooSmall("1e-400")), ("1_", .misplacedUnderscore("1_")),
      ("[1,1__0]", .misplacedUnderscore("1__0")),
    ] as [(String, TypedNumberError)])
  func aNumberThatCannotBeHadIsAnError(text: String, error: TypedNumberError) {
    #expect(throws: error) { try Value(typed: text) }
    #expect(
      TypedLine("warmup -p warmup_min_lr=\(text)").refusal() == "-p warmup_min_lr: \(error)")
  }
}

/// The numbers that options take.
@Suite struct TypedOptionTests {
  @Test(arguments: [
    ("1", 1), ("10k", 10_000), ("1_000", 1000), ("1e6", 1_000_000), ("5M", 5_000_000),
  ])
  func stepsAreACount(text: String, steps: Int) throws {
    #expect(try ScheduleOptions(steps: text).steps == steps)
    #expect(try typedCount(text, at: .typed("--at"), atLeast: 0) == steps)
  }

  @Test(arguments: [
    ("0", "0; it must be a whole number, 1 or more"),
    ("-5", "-5; it must be a whole number, 1 or more"),
    ("1.5", "1.5; it must be a whole number, 1 or more"),
    ("", "the number is empty; write one as 10000, 10k or 1e4"),
    ("many", "'many' is not a number; write it in decimal, as 10000, 10_000, 10k, 5M or 1e-4"),
    ("1_", "'1_' has a _ that is not between two digits; write it as 10_000"),
    ("1e17", "'1e17' is too large; whole numbers are exact up to 2^53 = 9007199254740992"),
  ])
  func stepsAreWholeAndAtLeastOne(text: String, what: String) {
    #expect(TypedLine(["onecycle", "--steps", text], "").refusal() == "--steps: \(what)")
  }

  @Test(arguments: [
    ("0.1", [0.1]), ("1", [1]), ("0.1,0.01", [0.1, 0.01]), ("0.1, 0.01", [0.1, 0.01]),
    ("-1e-3", [-0.001]), ("0", [0]), ("1e-4,2e-4,3e-4", [1e-4, 2e-4, 3e-4]),
  ])
  func lrIsOneRateAParameterGroup(text: String, rates: [Double]) throws {
    let schedule = try #require(
      try TypedLine(["warmup", "--lr", text], "").resolve().schedules.first?.schedule)
    #expect(schedule.optimizer.baseLRs == rates)
  }

  @Test(arguments: [
    ("", "the number is empty; write one as 10000, 10k or 1e4"),
    ("0.1,", "the number is empty; write one as 10000, 10k or 1e4"),
    ("0.1,fast", "'fast' is not a number; write it in decimal, as 10000, 10_000, 10k, 5M or 1e-4"),
    ("nan", "'nan' is not a number; write it in decimal, as 10000, 10_000, 10k, 5M or 1e-4"),
  ])
  func lrIsOfNumbers(text: String, what: String) {
    #expect(TypedLine(["warmup", "--lr", text], "").refusal() == "--lr: \(what)")
  }

  @Test func withoutLRTheRateIsOneThousandth() throws {
    #expect(
      try TypedLine("warmup").resolve().schedules.map(\.schedule.summary)
        == ["WarmupLR 0.19.8 Adam 0.001"])
  }

  @Test(arguments: [
    ("Adamm", "did you mean adam?"), ("sgdd", "did you mean SGD?"),
    (
      "x",
      "known are adagrad, adam, adamw, lamb, lion, muadam, muadamw, muon, musgd, onebitadam,"
        + " onebitlamb, zerooneadam, ASGD, Adadelta, Adafactor, Adagrad, Adam, AdamW, Adamax, LBFGS,"
        + " NAdam, RAdam, RMSprop, Rprop, SGD, SparseAdam"
    ),
  ])
  func theOptimizerIsAKnownOne(type: String, mend: String) {
    #expect(
      TypedLine("onecycle --optimizer \(type)").refusal()
        == "--optimizer: the optimizer type \"\(type)\" is unknown; \(mend)")
  }

  @Test(arguments: [("Adam", 2), ("ADAMW", 2), ("lamb", 2), ("SGD", 1), ("adagrad", 1)])
  func theOptimizerDecidesWhetherMomentumMoves(type: String, columns: Int) throws {
    let schedule = try TypedLine("onecycle --optimizer \(type)").resolve().schedules.first?.schedule
    #expect(schedule?.columns.count == columns)
  }
}
