import Testing

@testable import LRConfiguration

/// What PyTorch's constructors take, or took, beside their parameters.
@Suite struct TorchKeywordTests {
  private static func configuration(_ more: String) -> String {
    #"{"scheduler": {"type": "StepLR", "params": {"step_size": 30, "# + more + "}}}"
  }

  private static let resumes =
    "which resumes a run, and PyTorch then raises an exception where a parameter group has no"
    + " initial_lr, which no new optimizer has; leave it out: a checkpoint says where a run resumes"

  @Test(arguments: [
    (#""last_epoch": 10"#, "ds.json:1:76: last_epoch is 10, \(resumes)"),
    (
      #""verbose": true"#,
      "ds.json:1:73: verbose is true, which PyTorch's schedulers no longer take, so that they raise an"
        + " exception; leave it out: it changed no rate"
    ),
    (#""gama": 1"#, "ds.json:1:70: StepLR has no parameter \"gama\"; did you mean gamma?"),
  ])
  func refused(argument: String, sentence: String) throws {
    #expect(
      try ConfigurationFolder().refusal(of: Self.configuration(argument)) == sentence)
  }

  /// -1 is the default.
  @Test(arguments: ["-1", "-1.0"])
  func aLastEpochOfNone(value: String) throws {
    let resolution = try ConfigurationFolder().resolve(
      Self.configuration("\"last_epoch\": \(value)"))
    #expect(
      resolution.schedules.map(\.schedule.summary) == ["StepLR 2.15.0 Adam 0.001 step_size=30"])
  }

  @Test(
    arguments: [
      ("step-lr:last_epoch=4", "step-lr:last_epoch=4: last_epoch is 4, \(resumes)"),
      ("linear:last_epoch=4", "linear:last_epoch=4: last_epoch is 4, \(resumes)"),
      ("step-lr:last_epoch=-1", nil),
      (
        "sequential-lr:schedulers=[LinearLR(last_epoch=-1),StepLR(step_size=9)],milestones=[5]", nil
      ),
    ] as [(String, String?)])
  func typed(line: String, sentence: String?) { #expect(TypedLine(line).refusal() == sentence) }

  /// DeepSpeed's own have none, and Hugging Face's no `verbose`.
  @Test(arguments: ["warmup-lr:last_epoch=4", "warmup-lr:verbose=true", "linear:verbose=true"])
  func otherwiseUnknown(line: String) {
    #expect(TypedLine(line).refusal()?.contains("has no parameter") == true)
  }
}
