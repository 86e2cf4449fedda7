import Foundation
import Testing

/// Output that cannot be written, that no one reads to its end, and that is long.
@Suite(.timeLimit(.minutes(2))) struct PipeTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  private static let outputs = [
    "csv onecycle --steps 5", "csv onecycle --steps 1e5", "eval onecycle --at 1",
    "plot onecycle -o -", "--help", "csv --help", "--version",
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: outputs)
  func aFullDeviceIsTold(words: String) async throws {
    let outcome = try await shell.type("lrsched \(words) > /dev/full")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: error: standard output: cannot be written: "))
  }

  @Test(arguments: outputs)
  func aClosedStandardOutputIsTold(words: String) async throws {
    let outcome = try await shell.type("lrsched \(words) >&-")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("lrsched: error: standard output: "))
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

  @Test(arguments: ["", "trap '' PIPE; "])
  func aReaderThatHasSeenEnoughEndsTheProgram(before: String) async throws {
    let outcome = try await shell.type(
      before + "{ lrsched csv onecycle --steps 1e9; echo $? > status; } | head -1")
    #expect(outcome.text == "step,lr,momentum\n")
    #expect(outcome.errors == "")
    #expect(try shell.text(of: "status") == "0\n")
  }

  /// The first rows are of use, and a part of a picture's file is not.
  @Test(arguments: ["png", "svg", "pdf"])
  func aPictureWithoutAReaderIsTold(format: String) async throws {
    let outcome = try await shell.type(
      "{ sleep 0.2; lrsched plot onecycle --format \(format) -o -; echo $? > status; } | exec true")
    #expect(try shell.text(of: "status") == "2\n")
    #expect(outcome.errors.contains("lrsched: error: standard output: was closed"))
  }

  @Test(arguments: outputs.filter { !$0.hasPrefix("plot") } + ["plot onecycle --format term"])
  func noReaderAtAllIsNoTrouble(words: String) async throws {
    // `true` holds the other end of the pipe, and is gone before the program writes.
    let outcome = try await shell.type(
      "{ sleep 0.2; lrsched \(words); echo $? > status; } | exec true")
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
