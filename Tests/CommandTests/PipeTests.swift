import Foundation
import TestSupport
import Testing

/// Output that cannot be written, that no one reads to its end, and that is long.
@Suite(.patience(minutes: 5)) struct PipeTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write(configuration, to: "ds_config.json")
    try shell.write("step,lr\n0,0.0001\n", to: "log.csv")
  }

  private static let texts =
    [
      "csv onecycle --steps 5", "csv onecycle --steps 1e5", "json onecycle --steps 5",
      "json onecycle --steps 1e5", "json onecycle --lines", "npy onecycle --steps 5",
      "npy onecycle --steps 1e5", "eval onecycle --at 1", "eval onecycle --at -", "show onecycle",
      "plot onecycle --format term", "list", "--help", "csv --help", "--version",
      "completions bash", "complete -- csv ''", "documentation lint", "documentation formulas",
    ]
    + ["text", "json", "github", "junit", "markdown", "sarif"].flatMap { format in
      [
        "lint ds_config.json --format \(format)", "compare onecycle onecycle --format \(format)",
        "check log.csv --against onecycle --format \(format)",
      ]
    }

  private static let pictures = ["png", "svg", "pdf"].map { "plot onecycle --format \($0) -o -" }

  private static let outputs = texts + pictures

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: outputs)
  func aFullDeviceIsTold(words: String) async throws {
    let outcome = try await shell.type("echo 1 | lrsched \(words) > /dev/full")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: error: standard output: cannot be written: "))
  }

  @Test(arguments: outputs)
  func aClosedStandardOutputIsTold(words: String) async throws {
    let outcome = try await shell.type("echo 1 | lrsched \(words) >&-")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: error: standard output: "))
  }

  /// The name of a device does not change what its errors say.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: ["csv", "json", "npy", "show", "plot --format png"])
  func aFullDeviceIsToldByItsName(command: String) async throws {
    let outcome = try await shell.type("lrsched \(command) onecycle -o /dev/full")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errorLines.count == 1)
    #expect(
      outcome.errors.hasPrefix("lrsched: error: /dev/full: cannot be written: No space left"))
  }

  @Test(arguments: [
    "csv -", "eval onecycle --at -", "eval - --at 1", "check - --against onecycle", "lint -",
    "compare - onecycle", "plot - -o picture.png", "eval onecycle --at - -o curve.csv",
  ])
  func aClosedStandardInputIsTold(words: String) async throws {
    let outcome = try await shell.type("lrsched \(words) <&-")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: error: standard input: cannot be read: "))
    #expect(try shell.names == ["ds_config.json", "log.csv"])
  }

  @Test func whoReadsNothingNeedsNoStandardInput() async throws {
    let outcome = try await shell.type("lrsched csv onecycle --steps 1 <&-")
    #expect(outcome.text == "step,lr,momentum\n0,0.0001,0.8\n")
  }

  @Test func aFileNeedsNoStandardOutput() async throws {
    let outcome = try await shell.type("lrsched csv onecycle --steps 1 -o curve.csv >&- 2>&-")
    #expect(outcome.ending == .exit(0))
    #expect(try shell.text(of: "curve.csv") == "step,lr,momentum\n0,0.0001,0.8\n")
  }

  @Test(arguments: [">&- 2>&-", "2> /dev/null"])
  func anErrorThatNoOneHearsIsStillOne(redirection: String) async throws {
    let outcome = try await shell.type("lrsched csv onecylce \(redirection)")
    #expect(outcome.ending == .exit(2))
  }

  @Test(arguments: ["csv", "json", "json --lines", "npy"], ["", "trap '' PIPE; "])
  func aReaderThatHasSeenEnoughEndsTheProgram(command: String, before: String) async throws {
    // The rest would take a day; one that goes on is stopped, and not with 0.
    let outcome = try await shell.type(
      """
      ulimit -t 20; \(before)
      { lrsched \(command) onecycle --steps 1e12; echo $? > status; } | head -c 20 | wc -c
      """)
    #expect(outcome.text.filter { $0 != " " } == "20\n")
    #expect(outcome.errors == "")
    #expect(try shell.text(of: "status") == "0\n")
  }

  /// The first rows are of use, and a part of a picture's file is not.
  @Test(arguments: pictures, ["", "trap '' PIPE; "])
  func aPictureWithoutAReaderIsTold(words: String, before: String) async throws {
    let outcome = try await shell.type(
      before + "{ sleep 0.2; lrsched \(words); echo $? > status; } | exec true")
    #expect(try shell.text(of: "status") == "2\n")
    #expect(outcome.errors.contains("lrsched: error: standard output: was closed"))
  }

  @Test(arguments: texts, ["", "trap '' PIPE; "])
  func noReaderAtAllIsNoTrouble(words: String, before: String) async throws {
    // `true` holds the other end of the pipe, and is gone before the program writes.
    let outcome = try await shell.type(
      before + "{ sleep 0.2; echo 1 | lrsched \(words); echo $? > status; } | exec true")
    #expect(outcome.errors == "")
    #expect(try shell.text(of: "status") == "0\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func aLongRunStaysSmall() async throws {
    // Eighty megabytes later the program still waits at the pipe, and can be asked.
    let outcome = try await shell.type(
      """
      mkfifo pipe
      lrsched csv onecycle --steps 1e8 > pipe & program=$!
      { head -c 80000000 | wc -c; grep VmHWM /proc/$program/status; } < pipe
      """)
    #expect(outcome.lines.first == "80000000")
    let words = try #require(outcome.lines.last).split { $0.isWhitespace }
    let peak = try #require(words.count == 3 ? Int(words[1]) : nil, "VmHWM: N kB")
    #expect(peak < 64 << 10)
  }
}
