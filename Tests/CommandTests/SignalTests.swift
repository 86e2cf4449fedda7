import Foundation
import TestSupport
import Testing

/// Signals at random moments of writing: the old file or the new one is there, whole.
@Suite(.serialized, .patience(minutes: 5)) struct SignalTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write("old", to: "result")
  }

  /// Each writes the file `result` for some hundredths of a second.
  private static let commands = [
    "csv onecycle --steps 3e5", "csv warmup-cosine --steps 3e5 --threads 1",
    "json onecycle --steps 1e5", "json onecycle --lines --steps 1e5", "npy onecycle --steps 1e6",
    "plot onecycle --format png", "plot warmup-cosine --format pdf",
    "eval onecycle --at $(seq -s, 20000)",
  ]

  /// As many as together are 200 of each signal.
  private static let momentCount = 25

  /// What a killed process has half written stays, under a name that says whose it is.
  @Test(arguments: commands, [SIGINT, SIGTERM, SIGKILL])
  func aSignalAtAnyMomentLeavesAWholeFile(words: String, signal: CInt) async throws {
    try await #require(shell.type("lrsched \(words) -o result").ending == .exit(0))
    let whole = try shell.bytes(of: "result")
    var interruptedCount = 0
    for delay in Self.moments(seed: words, signal) {
      let ending = try await interrupt(words, by: signal, after: delay)
      let bytes = try shell.bytes(of: "result")
      if ending == .signal(signal) {
        interruptedCount += 1
        #expect(bytes == Array("old".utf8) || bytes == whole)
      } else {
        #expect(ending == .exit(0))
        #expect(bytes == whole)
      }
      if signal == SIGKILL { try shell.removeTemporaries(of: "result") }
      #expect(try shell.names == ["result"])
    }
    #expect(interruptedCount > 0)
  }

  /// Seconds from the start, up to beyond the end on a machine that is not busy; some are short
  /// enough for any.
  private static func moments(seed: String, _ signal: CInt) -> [Double] {
    var random = SplitMix64(seed: seed.utf8.reduce(UInt64(signal)) { $0 &* 31 &+ UInt64($1) })
    return (0..<momentCount).map { _ in Double.random(in: 0..<0.08, using: &random) }
  }

  /// Writes over an old file, which a child of the program interrupts.
  private func interrupt(
    _ words: String, by signal: CInt, after delay: Double
  ) async throws -> Outcome.Ending {
    try shell.write("old", to: "result")
    return try await shell.type(
      """
      { sleep \(delay); kill -\(signal) $$; } 2> /dev/null &
      exec lrsched \(words) -o result
      """
    ).ending
  }
}
