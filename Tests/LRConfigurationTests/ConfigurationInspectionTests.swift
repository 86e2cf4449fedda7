import LRSchedule
import LRText
import Testing

@testable import LRConfiguration

/// Configurations as they were read, with what each release makes of them.
@Suite struct ConfigurationInspectionTests {
  private func inspect(
    _ text: String, lr: String? = nil, releases: String? = nil
  ) throws -> ConfigurationInspection {
    try ConfigurationInspection(
      text: text, input: "ds.json", options: ScheduleOptions(lr: lr, deepspeed: releases))
  }

  private let auto = #"""
    {"optimizer": {"params": {"lr": "auto"}}, "scheduler": {"type": "WarmupDecayLR", "params":
      {"warmup_max_lr": "auto", "total_num_steps": "auto", "warmup_num_steps": 5}}}
    """#

  @Test func whatNothingFillsHasAStandIn() throws {
    let inspection = try inspect(auto)
    #expect(inspection.standIns == ["lr", "warmup_max_lr", "total_num_steps"])
    #expect(inspection.schedule != nil)
    #expect(inspection.messages == [])
    #expect(inspection.argument("total_num_steps")?.value == .string("auto"))
  }

  @Test func whatAFlagFillsHasNone() throws {
    let inspection = try inspect(auto, lr: "0.5")
    #expect(inspection.standIns == ["total_num_steps"])
    #expect(inspection.schedule?.optimizer.baseLRs == [0.5])
    #expect(inspection.messages.count == 2)
  }

  @Test func eachReleaseHasItsOutcome() throws {
    let text = #"{"scheduler": {"type": "WarmupCosineLR", "params": {"total_num_steps": 9}}}"#
    let inspection = try inspect(text, releases: "0.12.2..0.12.4")
    #expect(inspection.outcomes.map { "\($0.release)" } == ["0.12.2", "0.12.3", "0.12.4"])
    #expect(inspection.schedules.map { "\($0.release)" } == ["0.12.3", "0.12.4"])
    #expect(inspection.schedule?.release == Release(0, 12, 4))
  }

  @Test func aProblemIsKept() throws {
    let inspection = try inspect(#"{"scheduler": {"type": "warmuplr", "params": {}}}"#)
    #expect(inspection.problem?.place == .file("ds.json", TextPosition(line: 1, column: 24)))
    #expect(inspection.outcomes.isEmpty && inspection.type == nil)
    #expect(try inspect(#"{"a": 1, "a": 2}"#).document == nil)
  }

  @Test func trainingArgumentsHaveOneRelease() throws {
    let text = #"{"learning_rate": 0.5, "lr_scheduler_type": "linear", "warmup_ratio": 0.1}"#
    let inspection = try inspect(text)
    #expect(throws: ConfigurationError.self) { try inspect(text, releases: "0.12..0.14") }
    #expect(inspection.framework == .huggingFace && inspection.releases == [Release(5, 24, 0)])
    #expect(inspection.type?.name == "linear" && inspection.configuration == nil)
    #expect(inspection.optimizerLR?.value == .float(0.5))
    // How long the training is nobody says.
    #expect(inspection.standIns == ["num_warmup_steps", "num_training_steps"])
    #expect(inspection.schedule != nil && inspection.trainingSteps == nil)
  }

  @Test func whatIsNoHjsonIsAnError() {
    #expect(throws: ConfigurationError.self) { try inspect("{") }
  }

  @Test(arguments: ["onecycle", "warmup-lr:warmup_num_steps=5"])
  func aNameIsNoConfiguration(word: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationInspection.inspect([word], options: ScheduleOptions())
    }
    #expect(error.map { "\($0)" }?.hasPrefix("\(word): is a schedule's name") == true)
  }
}
