import Foundation
import TestSupport
import Testing

@testable import LRText

@Suite struct InterruptionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalEndsTheProgramAndRemovesWhatIsHalfWritten(number: CInt) async throws {
    try folder.write("old", to: "curve.csv")
    await #expect(processExitsWith: .signal(number)) {
      [path = folder["curve.csv"] as String, other = folder["other.csv"] as String, number] in
      Interruption.prepare()
      try withOutput(to: .file(path)) { _ in
        try withOutput(to: .file(other)) { writer in
          for _ in 0..<200_000 { try writer.append("new") }
          receive(number)
        }
      }
    }
    #expect(try folder.text(of: "curve.csv") == "old")
    #expect(try folder.names == ["curve.csv"])
  }

  @Test func aFinishedFileStaysAfterASignal() async throws {
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = folder["curve.csv"] as String] in
      Interruption.prepare()
      try withOutput(to: .file(path)) { try $0.append("whole") }
      receive(SIGTERM)
    }
    #expect(try folder.text(of: "curve.csv") == "whole")
  }

  @Test func anIgnoredSignalStaysIgnored() async throws {
    await #expect(processExitsWith: .success) { [path = folder["curve.csv"] as String] in
      signal(SIGHUP, SIG_IGN)
      Interruption.prepare()
      try withOutput(to: .file(path)) { writer in
        receive(SIGHUP)
        try writer.append("whole")
      }
    }
    #expect(try folder.text(of: "curve.csv") == "whole")
  }
}

/// Sends a signal to this thread.
private func receive(_ number: CInt) {
  unblockSignals()
  raise(number)
}
