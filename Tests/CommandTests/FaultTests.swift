import Foundation
import TestSupport
import Testing

/// Every call of the operating system fails in turn: the old file or the new one is there, whole, and
/// whoever waits for it hears which.
@Suite(
  .enabled(if: Faults.canBeMade, "calls can be made to fail on Linux, without sanitizers"),
  .serialized, .patience(minutes: 5))
struct FaultTests {
  private let shell: Shell

  init() async throws {
    shell = try Shell()
    try shell.write(configuration, to: "ds_config.json")
    try #require(
      try await shell.type("lrsched csv ds_config.json --steps 500 -o train.log").ending
        == .exit(0))
    try shell.write("old", to: "result")
  }

  /// Each writes the file `result`.
  private static let commands = [
    "csv onecycle --steps 3e4 --threads 3 -o result", "csv ds_config.json -o result",
    "json onecycle warmup-cosine --threads 2 -o result", "npy onecycle --threads 2 -o result",
    "plot onecycle --format png -o result", "plot ds_config.json --format svg -o result",
    "plot onecycle --format pdf -o result", "eval ds_config.json --at 1,2,3 -o result",
    "show ds_config.json -o result", "lint ds_config.json --format sarif -o result",
    "compare ds_config.json onecycle --steps 1000 -o result",
    "check train.log --against ds_config.json -o result",
  ]

  @Test(arguments: commands)
  func aCallThatFailsIsToldOrHarmless(words: String) async throws {
    let names = try shell.names
    let calls = try await shell.calls(of: words)
    let whole = try await replacing(words, with: "")
    try #require(calls.count > 5, "\(calls)")
    for call in calls {
      for reason in Self.reasons(of: call) {
        let end = try await replacing(words, with: "\(call) \(reason)")
        let place: Comment = "\(call) of \(call.path), errno \(reason): \(end.outcome)"
        switch Self.effect(of: call) {
        case .none: #expect(end.isSame(as: whole), place)
        case .error: #expect(end.isError(naming: call.fileName), place)
        case .either: #expect(end.isSame(as: whole) || end.isError(naming: call.fileName), place)
        }
        try #expect(shell.names == names, place)
      }
    }
  }

  private enum Effect {
    case none
    case error
    case either
  }

  private static func effect(of call: Call) -> Effect {
    switch call.name {
    // Only root gives files away; to widen what is no pipe, or not widen a pipe, changes no byte.
    case "fchown", "fcntl": .none
    // Whoever runs does the work of all.
    case "pthread_create": .none
    // What was read is read.
    case "close" where call.fileName != "result" && call.fileName != "stream": .none
    // To ask whether a word is the name of a file, which `.json` says too, or whether the output is
    // an input, which is told.
    case "stat": .either
    // Nobody is left to tell.
    default: call.isOfErrors ? .none : .error
    }
  }

  private static func reasons(of call: Call) -> [CInt] {
    switch call.name {
    case "pthread_create": [EAGAIN]
    case "open": [EIO, EACCES, EMFILE]
    case "write", "fsync", "close": [EIO, ENOSPC]
    default: [EIO]
    }
  }

  @Test(arguments: commands)
  func aCallThatIsInterruptedOrDoesHalfGoesOn(words: String) async throws {
    let calls = try await shell.calls(of: words)
    let whole = try await replacing(words, with: "")
    for call in calls {
      var faults: [String] = []
      if call.name != "pthread_create" { faults.append("\(EINTR)") }
      if ["read", "write"].contains(call.name) { faults += ["\(EAGAIN)", "half"] }
      for fault in faults {
        let end = try await replacing(words, with: "\(call) \(fault)")
        #expect(end.isSame(as: whole), "\(call) of \(call.path), \(fault): \(end.outcome)")
      }
    }
  }

  /// A stream has what was written before, and nothing is said twice.
  @Test(arguments: [
    "csv onecycle --threads 3", "json onecycle", "plot onecycle -o -", "list", "--help",
  ])
  func aCallOnStandardOutputThatFailsIsTold(words: String) async throws {
    let whole = try await shell.type("\(words) > stream", with: "")
    for call in try await shell.calls(of: "\(words) > stream") where call.fileName == "stream" {
      if Self.effect(of: call) == .none { continue }
      let outcome = try await shell.type("\(words) > stream", with: "\(call) \(EIO)")
      #expect(outcome.ending == .exit(2), "\(call): \(outcome)")
      #expect(outcome.errorLines.count == whole.errorLines.count + 1, "\(call): \(outcome)")
      #expect(
        outcome.errorLines.last?.hasPrefix("lrsched: error: standard output: cannot be ") == true,
        "\(call): \(outcome)")
    }
  }

  /// A limit of processes, or of memory for their stacks.
  @Test(arguments: commands)
  func noThreadAtAllIsNoTrouble(words: String) async throws {
    let whole = try await replacing(words, with: "")
    for reason in [EAGAIN, EPERM] {
      #expect(try await replacing(words, with: "pthread_create 1+ \(reason)").isSame(as: whole))
    }
  }

  @Test(arguments: commands, [0, 1, 20])
  func aDiskThatFillsIsTold(words: String, room: Int) async throws {
    let names = try shell.names
    let end = try await replacing(words, with: "disk \(room)")
    #expect(end.isError(naming: "result"), "\(end.outcome)")
    #expect(end.outcome.errors.contains("No space left on device; free some space"))
    try #expect(shell.names == names)
  }

  @Test(arguments: [262_143, 262_144, 262_145, 400_000])
  func aDiskThatFillsMidwayIsTold(room: Int) async throws {
    let end = try await replacing(Self.commands[0], with: "disk \(room)")
    #expect(end.isError(naming: "result"), "\(end.outcome)")
    #expect(end.outcome.errors.contains("No space left on device; free some space"))
  }

  /// The input would be lost if a question that fails meant no.
  @Test(arguments: ["stat", "lstat", "fstat"], 1...5)
  func anInputIsNeverReplaced(name: String, number: Int) async throws {
    let outcome = try await shell.type(
      "csv ds_config.json -o ds_config.json", with: "\(name) \(number) \(EIO)")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errors.contains("lrsched: error: ds_config.json: "))
    #expect(try shell.text(of: "ds_config.json") == configuration)
  }

  @Test func aTemporaryThatCannotBeRemovedIsKnownByItsName() async throws {
    let names = try shell.names
    let outcome = try await shell.type(
      "csv onecycle -o result", with: "unlink 1 \(EACCES)", after: "ulimit -f 1")
    #expect(End(outcome: outcome, bytes: try shell.bytes(of: "result")).isError(naming: "result"))
    try #expect(shell.names.count == names.count + 1)
    try shell.removeTemporaries(of: "result")
    try #expect(shell.names == names)
  }

  /// Before each call the process gets a signal.
  @Test(arguments: commands, [SIGTERM, SIGKILL])
  func aSignalBeforeACallLeavesAWholeFile(words: String, signal: CInt) async throws {
    let names = try shell.names
    let calls = try await shell.calls(of: words)
    let whole = try await replacing(words, with: "")
    for call in calls {
      let end = try await replacing(words, with: "\(call) signal \(signal)")
      let place: Comment = "\(call): \(end.outcome)"
      #expect(end.outcome.ending == .signal(signal), place)
      #expect(end.bytes == Array("old".utf8) || end.bytes == whole.bytes, place)
      if signal == SIGKILL { try shell.removeTemporaries(of: "result") }
      try #expect(shell.names == names, place)
    }
  }

  /// Writes over an old file.
  private func replacing(_ words: String, with fault: String) async throws -> End {
    try shell.write("old", to: "result")
    let outcome = try await shell.type(words, with: fault)
    return End(outcome: outcome, bytes: try shell.bytes(of: "result"))
  }
}

/// How a command ended, and what is in the file then.
private struct End {
  let outcome: Outcome
  let bytes: [UInt8]

  func isSame(as other: End) -> Bool {
    outcome.ending == other.outcome.ending && bytes == other.bytes
  }

  /// Whether the old file is there, and one line says why.
  func isError(naming name: String) -> Bool {
    outcome.ending == .exit(2) && bytes == Array("old".utf8)
      && outcome.errorLines.count { $0.hasPrefix("lrsched: error: ") } == 1
      && outcome.errorLines.last?.hasPrefix("lrsched: error: \(name): ") == true
  }
}
