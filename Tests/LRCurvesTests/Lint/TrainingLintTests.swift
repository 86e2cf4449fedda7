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
    ("learning_rate: \"5e-5\"\n", "1:16 mistake LR003: learning_rate is"),
    (
      "learning_rate: 1\nlr_scheduler: cosine\ncosine_min_lr_ratio: 0.1\nmax_steps: 5\n",
      "3:22 note LR034: cosine_min_lr_ratio 0.1 makes a cosine of Axolotl's own"
    ),
    ("learnig_rate: 1\nmax_steps: 5\n", "1:1 mistake LR035: \"learnig_rate\" is no key"),
  ])
  func whatTheTrainerRefuses(text: String, beginning: String) throws {
    let lines = try lines(text)
    #expect(lines.count == 1 && lines.allSatisfy { $0.hasPrefix(beginning) }, "\(lines)")
  }

  @Test func aMisspeltKeyInJSON() throws {
    let lines = try lines(#"{"learnig_rate": 1e-4, "max_steps": 5}"#, suffix: "json")
    #expect(lines.count == 1 && lines[0].hasPrefix("1:2 mistake LR035: \"learnig_rate\" is no key"))
  }

  /// The trainer's rate is certain where nobody writes one.
  @Test(
    arguments: [
      ("", "5e-05"), ("learning_rate: 1e-4\n", "0.0001"), ("learning_rate: 0.001\n", nil),
    ] as [(String, String?)])
  func aMinimumAboveTheRate(rate: String, text: String?) throws {
    let found = try lines(
      rate
        + "lr_scheduler_type: cosine_with_min_lr\nlr_scheduler_kwargs: {min_lr: 5e-4}\nmax_steps: 9\n"
    ).filter { $0.contains("LR006") }
    #expect(found.count == (text == nil ? 0 : 1))
    #expect(found.allSatisfy { $0.contains("the rate rises from \(text ?? "") to 0.0005") })
    #expect(found.allSatisfy { $0.hasSuffix("give min_lr less than learning_rate") })
  }

  @Test(arguments: [("1.5", 1), ("1", 1), ("0.9", 0)])
  func aMinimumAboveTheWhole(share: String, count: Int) throws {
    let found = try lines(
      "lr_scheduler_type: cosine_with_min_lr\nlr_scheduler_kwargs: {min_lr_rate: \(share)}\nmax_steps: 9\n"
    )
    #expect(found.count { $0.contains("LR006: min_lr_rate is") } == count)
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
