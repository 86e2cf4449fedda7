import Foundation
import TestSupport
import Testing

/// A program that was built for a newer processor than the one it runs on says so; others run there.
@Suite struct OldProcessorTests {
  /// An emulator of other processors, which few machines have.
  private static let emulator = "qemu-x86_64"

  private static let hasEmulator = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(emulator)")
    }

  @Test(
    .enabled(if: hasEmulator, "qemu-x86_64 is not installed (qemu-user)"),
    .disabled(if: Sanitizers.areOn, "an emulated process has no room for a sanitizer"),
    arguments: ["core2duo", "Nehalem", "SandyBridge", "Haswell"])
  func itSaysSoOrRuns(processor: String) async throws {
    let shell = try Shell()
    let words = "eval warmup-cosine --at 0,1,999,5000,123456"
    let here = try await shell.type("lrsched \(words)")
    let there = try await shell.type(
      "\(Self.emulator) -cpu \(processor) \"$(command -v lrsched)\" \(words)")
    let lines = there.errors.split(separator: "\n").filter { $0.hasPrefix("lrsched: ") }
    if there.ending == .exit(0) {
      #expect(there.hasSameOutput(as: here))
      return
    }
    #expect(there.ending == .exit(2))
    #expect(there.output.isEmpty && lines.count == 1)
    #expect(
      lines.first?.hasPrefix("lrsched: error: this program was built for a processor with ")
        == true)
  }
}
