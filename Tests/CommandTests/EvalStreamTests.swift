import Foundation
import TestSupport
import Testing

/// `lrsched eval --at -`: steps that come as lines of standard input.
@Suite(.patience(minutes: 2)) struct EvalStreamTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  private static let expected = """
    step,lr,momentum
    0,0.0001,0.8
    2000,0.001,0.8
    5000000,0.0001,0.9

    """

  @Test(arguments: [
    "0\\n2000\\n5000000\\n", "0\\n2000\\n5000000", "0\\r\\n2000\\r\\n5000000\\r\\n",
    "0 2000 5000000", "0,2000,5000000\\n", "0\\t2_000\\n5e6\\n", " 0 , 2k\\n\\n\\n  5M  \\n\\n",
    ",0,,\\n2e3,5M,\\n",
  ])
  func stepsStandOnLinesOrBetweenCommas(input: String) async throws {
    let outcome = try await shell.type("printf '\(input)' | lrsched eval onecycle --at -")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors == "")
    #expect(outcome.text == Self.expected)
  }

  @Test(arguments: ["", "\\n", "\\r\\n  \\n,\\n"])
  func noStepsAreAHeader(input: String) async throws {
    let outcome = try await shell.type("printf '\(input)' | lrsched eval onecycle --at -")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text == "step,lr,momentum\n")
  }

  @Test(arguments: ["onecycle", "warmup-cosine warmup-lr@0.14"])
  func theyAreTheRowsOfTheWhole(words: String) async throws {
    let rows = try await shell.type("lrsched csv \(words) --steps 30000 --every 3")
    let steps = try await shell.type(
      "seq 0 3 29999 | lrsched eval \(words) --steps 30000 --at -")
    #expect(rows.lines.count == 10_001)
    #expect(steps.hasSameOutput(as: rows))
  }

  @Test func theLineOfTheIssueWorks() async throws {
    let outcome = try await shell.type("seq 0 1000 1000000 | lrsched eval warmup-lr --at -")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.lines.count == 1002)
    #expect(outcome.lines[1] == "0,0.0" && outcome.lines.last == "1000000,0.001")
  }

  /// The place of each word in its line is known without a look at all those before it.
  @Test func aLongLineIsReadInOneGo() async throws {
    let rows = try await shell.type("seq 0 299999 | lrsched eval onecycle --at -")
    let line = try await shell.type("seq -s, 0 299999 | lrsched eval onecycle --at -")
    #expect(line.lines.count == 300_001)
    #expect(line.hasSameOutput(as: rows))
    let mistake = try await shell.type(
      "{ seq -s, 0 299999; echo 1,,x2; } | lrsched eval onecycle --at -")
    #expect(mistake.errors.hasPrefix("lrsched: error: standard input:2:4: "))
  }

  @Test func anAnswerComesBeforeTheNextQuestion() async throws {
    let outcome = try await shell.type(
      """
      answered() { for i in $(seq 500); do
        [ $(wc -l < answers) -ge $1 ] && return; sleep 0.01; done; echo "no answer"; }
      mkfifo questions
      : > answers
      lrsched eval onecycle --at - < questions > answers & program=$!
      exec 3> questions
      answered 1; echo 0 >&3; answered 2; echo 2000 >&3; answered 3; cat answers
      exec 3>&-; wait $program
      """)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text == "step,lr,momentum\n0,0.0001,0.8\n2000,0.001,0.8\n")
  }

  @Test func anEndlessInputEndsWithItsReader() async throws {
    let outcome = try await shell.type(
      """
      ulimit -t 20
      { yes 2000 2> /dev/null | lrsched eval onecycle --at -; echo $? > status; } | head -2
      """)
    #expect(outcome.text == "step,lr,momentum\n2000,0.001,0.8\n")
    #expect(outcome.errors == "")
    #expect(try shell.text(of: "status") == "0\n")
  }

  @Test(arguments: [
    ("0\\nten\\n5", ":2:1: 'ten' is not a number"),
    ("0\\n\\n\\n1 2 x\\n", ":4:5: 'x' is not a number"),
    ("1.5\\n", ":1:1: 1.5; "), ("0\\n-1\\n", ":2:1: -1; it must be a whole number, 0 or more"),
    ("0\\n9007199254740991\\n9007199254740992\\n", ":3:1: onecycle has no value at step"),
    ("9007199254740993\\n", "9007199254740992"), ("0\\r\\n1e16\\r\\n", ":2:1: '1e16' is too large"),
    ("0\\nnan\\n", ":2:1: 'nan'"), ("0\\ninf\\n", ":2:1: 'inf'"), ("0\\n0x10\\n", ":2:1: '0x10'"),
    ("0\\n1\\377\\n", ":2:1: '1\u{FFFD}'"), ("0\\n\\033[31m\\n", ":2:1: '\\u{1B}[31m'"),
    ("step,lr\\n0,0.0\\n", ":1:1: 'step'"),
  ])
  func whatIsNoStepIsRefusedWithItsLine(input: String, essential: String) async throws {
    let outcome = try await shell.type("printf '\(input)' | lrsched eval onecycle --at -")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: error: standard input:"))
    #expect(outcome.errors.contains(essential))
  }

  @Test func whatCameBeforeAMistakeIsAnswered() async throws {
    let outcome = try await shell.type(
      "printf '0\\n2000\\nx\\n0\\n' | lrsched eval onecycle --at -")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.text == "step,lr,momentum\n0,0.0001,0.8\n2000,0.001,0.8\n")
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() async throws {
    try shell.write("old", to: "curve.csv")
    let bad = try await shell.type("printf '0\\nx\\n' | lrsched eval onecycle --at - -o curve.csv")
    #expect(bad.ending == .exit(2))
    #expect(try shell.text(of: "curve.csv") == "old")
    let good = try await shell.type("printf '0' | lrsched eval onecycle --at - -o curve.csv")
    #expect(good.ending == .exit(0))
    #expect(try shell.text(of: "curve.csv") == "step,lr,momentum\n0,0.0001,0.8\n")
    #expect(try shell.names == ["curve.csv"])
  }

  @Test func aStepThatAScheduleLacksIsRefusedWithItsLine() async throws {
    let end = "onecycle --decay-step-size 100 --decay-lr-rate -0.01"
    let past = try await shell.type("printf '13999\\n14000\\n' | lrsched eval \(end) --at -")
    #expect(past.ending == .exit(2))
    #expect(past.errors.contains("standard input:2:1: onecycle has no value at step 14000"))
    let before = try await shell.type(
      "printf '6\\n5\\n' | lrsched eval onecycle --resume-from 5 --at -")
    #expect(before.ending == .exit(2))
    #expect(before.errors.contains("standard input:2:1: step 5 is before the first row"))
  }

  @Test(arguments: [
    ("lrsched eval onecycle --at - < /dev/zero", "standard input:1: ", "16 MiB"),
    ("lrsched eval onecycle --at - < .", "standard input: ", "folder"),
    ("lrsched eval onecycle --at - <&-", "standard input: ", "cannot be read"),
    ("lrsched eval - --at - < /dev/null", "", "standard input"),
  ])
  func anInputThatCannotBeReadIsTold(line: String, place: String, essential: String) async throws {
    let outcome = try await shell.type(line)
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: error: \(place)"))
    #expect(outcome.errors.contains(essential))
  }
}
