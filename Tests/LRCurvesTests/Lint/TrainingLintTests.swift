import Foundation
import Testing

@testable import LRCurves

/// Training arguments are judged as configurations are.
struct TrainingLintTests {
  private func lines(
    _ text: String, suffix: String = "yaml", steps: String? = nil
  ) throws -> [String] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("lint-\(UUID().uuidString).\(suffix)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try findings(inFile: file.path, steps: steps).map { finding in
      "\(finding.place?.position.map { "\($0)" } ?? "-") \(finding.level.rawValue) \(finding.rule):"
        + " \(finding.sentence)"
    }
  }

  @Test func aWarmupLongerThanTheTraining() throws {
    let text = """
      learning_rate: 5e-5
      lr_scheduler_type: linear
      max_steps: 100
      warmup_steps: 200

      """
    #expect(
      try lines(text) == [
        "2:20 note LR012: the first batch trains at rate 0",
        "4:15 warning LR007: the warm-up never ends: it takes 200 of 100 steps; give a warmup_steps below"
          + " max_steps; both count optimizer steps",
      ])
  }

  @Test func theLengthMayBeTyped() throws {
    let text = "learning_rate: 5e-5\nlr_scheduler_type: linear\nwarmup_steps: 200\n"
    #expect(try !lines(text).contains { $0.contains("LR007") })
    #expect(try lines(text, steps: "100").contains { $0.contains("LR007") })
  }

  @Test(arguments: [
    ("lr_scheduler_type: cosin\n", "1:20 mistake LR001: the scheduler \"cosin\" is unknown"),
    ("learning_rate: fast\n", "1:16 mistake LR001: learning_rate is"),
    ("lr_scheduler_type: reduce_lr_on_plateau\n", "1:20 note LR034: reduce_lr_on_plateau follows"),
  ])
  func whatTheTrainerRefuses(text: String, beginning: String) throws {
    let lines = try lines(text)
    #expect(lines.count == 1 && lines.allSatisfy { $0.hasPrefix(beginning) }, "\(lines)")
  }

  @Test func aCommentLeavesRulesOut() throws {
    let text = "learning_rate: 5e-5 # lrsched: ignore LR012\nwarmup_steps: 5\nmax_steps: 100\n"
    #expect(try lines(text) == [])
    #expect(try lines(text.replacingOccurrences(of: "ignore", with: "heed")).count == 1)
  }

  @Test(arguments: ["compute_environment: LOCAL_MACHINE\ndistributed_type: DEEPSPEED\n", "- 1\n"])
  func whatHoldsNoneIsAnError(text: String) {
    #expect(throws: (any Error).self) { try lines(text) }
  }
}
