import LRCurves
import Testing

/// Forms are told apart by the content, and curves from configurations.
@Suite struct CurveDetectionTests {
  @Test(
    arguments: [
      ("step,lr\n0,1\n", .csv),
      ("0,1\n1,2\n", .csv),
      ("a,b\n1,2\n", .csv),
      ("{\"columns\": {", .json),
      ("{\"schema_version\": 1, \"generator\": \"x\", \"columns\": {", .json),
      ("{\"step\": [1", .json),
      ("[{\"step\": 1", .jsonRows),
      ("{\"step\": 1, \"optimizer\": \"Adam\"}", .ndjson),
      ("step;lr\n0;1\n", .csv),
      ("# each step; so\nscheduler: {}", nil),
      ("{\"lr\": 1, \"step\": 1", .ndjson),
      ("\u{93}NUMPY", nil),
      ("{\"best_metric\": null, \"log_history\": [", .trainerState),
      ("{\"scheduler\": {\"type\": \"WarmupLR\", \"params\": {}}}", nil),
      ("{\n  // comment\n  scheduler: {type: WarmupLR}\n}", nil),
      ("{}", nil),
      ("{\n  # step=1, lr=[0.1]\n  // {'learning_rate': 0.1}\n}", nil),
      ("# the log of lr=[0.1]\nstep=1, skipped=0, lr=[0.1]", .deepSpeedLog),
      ("", nil),
      ("[]", nil),
      ("train_batch_size: 8\nsteps: 5\n", nil),
      ("scheduler: {type: WarmupLR, params: {}}", nil),
    ] as [(String, CurveFormat?)])
  func byTheContent(text: String, format: CurveFormat?) {
    #expect(CurveFormat.detected(in: Array(text.utf8), name: "file") == format)
  }

  @Test func anArrayByItsFirstBytes() {
    #expect(CurveFormat.detected(in: [0x93] + Array("NUMPY".utf8), name: "file") == .npy)
  }

  /// So that the mistake in it is told, not what a configuration would lack.
  @Test(arguments: ["time,lr\na,b\n", "step,\"lr\n0,0\n", "lr\n0\n1\n", ""])
  func csvByItsNameWhereTheContentSaysNothing(text: String) {
    #expect(CurveFormat.detected(in: Array(text.utf8), name: "curve.CSV") == .csv)
    #expect(CurveFormat.detected(in: Array(text.utf8), name: "curve.txt") == nil)
    #expect(CurveFormat.detected(in: Array("{scheduler: {}}".utf8), name: "curve.csv") == nil)
  }

  @Test func whatHasNoFormIsRefused() {
    #expect(refusal("hello").hasPrefix("file: is no curve"))
    #expect(refusal("{\"log_history\": []}").hasPrefix("file: is trainer_state.json, a log; use"))
  }

  @Test(arguments: [[0xFF, 0xFE, 0x73, 0x00], [0xFE, 0xFF, 0x00, 0x73]] as [[UInt8]])
  func utf16IsRefused(text: [UInt8]) {
    #expect(refusal(text) == "file: is UTF-16; save it as UTF-8")
  }
}
