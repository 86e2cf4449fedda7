import Foundation
import TestSupport
import Testing

/// An output file is the old one or the new one, whole.
@Suite struct NothingIsLostTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write("old", to: "curve.csv")
  }

  @Test(arguments: [
    "lrsched csv onecycle --steps -5 -o curve.csv",
    "lrsched csv onecylce -o curve.csv",
    "lrsched csv nofile.json -o curve.csv",
    "lrsched csv onecycle --stpes 5 -o curve.csv",
    "lrsched csv onecycle --decay-step-size 100 --decay-lr-rate -0.01 --steps 1e5 -o curve.csv",
    "lrsched eval onecycle --at 1,1e20 -o curve.csv",
    "lrsched plot onecycle --steps 0 -o curve.csv",
  ])
  func anErrorBeforeWritingLeavesTheFile(line: String) async throws {
    #expect(try await shell.type(line).ending == .exit(2))
    try expectTheOldFileAlone()
  }

  @Test(
    .enabled(if: !Sanitizers.areOn, "the limit would be one of the sanitizer's own files, too"),
    arguments: [
      "csv onecycle --steps 1e6 -o curve.csv", "eval onecycle --at $(seq -s, 9999) -o curve.csv",
      "plot onecycle --format png -o curve.csv",
    ])
  func anErrorInWritingLeavesTheFile(words: String) async throws {
    let outcome = try await shell.type("ulimit -f 1; exec lrsched \(words)")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errors.contains("lrsched: error: curve.csv: cannot be written: "))
    #expect(outcome.errors.contains("ulimit -f"))
    try expectTheOldFileAlone()
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
  func aSignalInWritingLeavesTheFileAndEndsTheProgram(number: Int32) async throws {
    // Its own child sends the signal to the program, once a second file is there.
    let outcome = try await shell.type(
      """
      while kill -0 $$ && [ $(ls -A | wc -l) -lt 2 ]; do sleep 0.01; done && kill -\(number) $$ &
      exec lrsched csv onecycle --steps 1e8 -o curve.csv
      """)
    #expect(outcome.ending == .signal(number))
    #expect(outcome.errors == "")
    try expectTheOldFileAlone()
  }

  @Test(arguments: [
    ("csv onecycle -o a.json", "a.json: is written as csv"), ("csv onecycle -o a.csv", ""),
    ("csv onecycle -o a.txt", ""), ("json onecycle -o a.csv", "a.csv: is written as json"),
    ("json onecycle --lines -o a.jsonl", ""), ("json onecycle --lines -o a.npy", "as ndjson"),
    ("npy onecycle -o A.CSV", "A.CSV: is written as npy"), ("npy onecycle -o a.npy", ""),
    ("plot onecycle --format svg -o a.png", "a.png: is written as svg"),
    ("show onecycle -o a.csv", "a.csv: is written as text"),
  ])
  func aNameThatPromisesAnotherFormatIsSaid(words: String, warning: String) async throws {
    let outcome = try await shell.type("lrsched \(words) --steps 5")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors.contains("lrsched: warning: ") == !warning.isEmpty)
    #expect(warning.isEmpty || outcome.errors.contains(warning))
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "-"])
  func standardOutputIsWrittenByItsName(name: String) async throws {
    let outcome = try await shell.type("lrsched csv onecycle --steps 1 -o \(name) | cat")
    #expect(outcome.text == "step,lr,momentum\n0,0.0001,0.8\n")
    try expectTheOldFileAlone()
  }

  private func expectTheOldFileAlone() throws {
    #expect(try shell.text(of: "curve.csv") == "old")
    #expect(try shell.names == ["curve.csv"])
  }
}
