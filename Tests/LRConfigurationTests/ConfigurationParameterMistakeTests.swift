import LRSchedule
import Testing

@testable import LRConfiguration

/// What is wrong with a scheduler's parameters.
@Suite struct ConfigurationParameterMistakeTests {
  @Test(arguments: [
    Refusal(
      """
      {"scheduler": {"type": "WarmupLR", "params": {
        "warmup_max_lr": 1e-4,
        "warmup_steps": 100}}}
      """,
      "ds.json:3:19: WarmupLR has no parameter \"warmup_steps\"; did you mean warmup_num_steps?"),
    Refusal(
      #"{"scheduler": {"type": "WarmupCosineLR", "params": {"warmup_min_lr": 0}}}"#,
      "ds.json:1:70: WarmupCosineLR has no parameter \"warmup_min_lr\"; the start is"
        + " warmup_min_ratio, a share of the optimizer's lr"),
    Refusal(
      """
      {"scheduler": {"type": "WarmupCosineLR", "params": {
        "warmup_min_lr": 0,
        "total_steps": 100,
        "warmup_max_lr": 0.1,
        "gamma": 1}}}
      """,
      "ds.json:2:20: WarmupCosineLR has no parameter \"warmup_min_lr\" (the start is warmup_min_ratio, a"
        + " share of the optimizer's lr), nor \"total_steps\" (ds.json:3:18: did you mean"
        + " total_num_steps?), nor \"warmup_max_lr\" (ds.json:4:20: the maximum is the optimizer's own"
        + " lr) and 1 more; it has total_num_steps, warmup_min_ratio, warmup_num_steps, cos_min_ratio,"
        + " warmup_type, last_batch_iteration"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"Warmup_Num_Steps": 1}}}"#,
      "ds.json:1:67: WarmupLR has no parameter \"Warmup_Num_Steps\"; did you mean"
        + " warmup_num_steps?"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"gamma": 1}}}"#,
      "ds.json:1:56: WarmupLR has no parameter \"gamma\"; it has warmup_min_lr, warmup_max_lr,"
        + " warmup_num_steps, warmup_type, last_batch_iteration"),
  ])
  func unknown(refusal: Refusal) throws { try refusal.check() }

  @Test(arguments: [
    Refusal(
      #"{"scheduler": {"type": "WarmupDecayLR", "params": {}}}"#,
      "ds.json:1:24: WarmupDecayLR requires total_num_steps; write it into the configuration, or give"
        + " --total-num-steps VALUE"),
    Refusal(
      #"{"scheduler": {"type": "OneCycle", "params": {"cycle_max_lr": 1}}}"#,
      "ds.json:1:24: OneCycle requires cycle_min_lr; write it into the configuration, or give"
        + " --cycle-min-lr VALUE"),
    Refusal(
      "{\n\"scheduler\": {\n\"type\": \"OneCycle\", \"params\": {}}}",
      "ds.json:3:9: OneCycle requires cycle_min_lr and cycle_max_lr; write them into the"
        + " configuration, or give --cycle-min-lr VALUE --cycle-max-lr VALUE"),
  ])
  func missing(refusal: Refusal) throws { try refusal.check() }

  /// A value of `warmup_num_steps`, at 1:67.
  @Test(arguments: ["100.5", "0", "-5"])
  func aCountThatIsNone(written: String) throws {
    try Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": \#(written)}}}"#,
      "ds.json:1:67: warmup_num_steps is \(written); it must be a whole number above 0"
        + " (since 0.19.3); before, any warmup_num_steps is accepted and acts as max(2, n)"
    ).check()
  }

  @Test(arguments: [
    ("\"100\"", "\"100\"; write it as a number: 100"),
    ("1k\n", "\"1k\"; write it as a number: 1000"),
    ("null", "null; it must be a number"), ("[]", "[]; it must be a number"),
  ])
  func aCountThatIsNoNumber(written: String, what: String) throws {
    try Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": \#(written)}}}"#,
      "ds.json:1:67: warmup_num_steps is \(what)"
    ).check()
  }

  @Test(arguments: [
    ("None\n", "\"None\"; write null"),
    ("\"1e-4,1e-5\"", "\"1e-4,1e-5\"; a list is written in brackets: [1e-4,1e-5]"),
  ])
  func aRateThatMeansAnother(written: String, what: String) throws {
    try Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_max_lr": \#(written)}}}"#,
      "ds.json:1:64: warmup_max_lr is \(what)"
    ).check()
  }

  @Test(arguments: [("\"high\"", "\"high\""), ("{\"a\": 1}", "an object"), ("[null]", "[null]")])
  func aRateThatIsNone(written: String, got: String) throws {
    try Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_max_lr": \#(written)}}}"#,
      "ds.json:1:64: warmup_max_lr is \(got); it must be a number, or a list with one a group"
    ).check()
  }

  @Test(arguments: [("[1, 2]", "2 values"), ("[]", "0 values")])
  func aListOfTheWrongLength(written: String, count: String) throws {
    try Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_max_lr": \#(written)}}}"#,
      "ds.json:1:64: warmup_max_lr has \(count) for 1 parameter group; give one value, or one a group:"
        + " a group is one value of --lr, as in --lr 0.1,0.01"
    ).check()
  }

  @Test(arguments: [
    Refusal(
      """
      {"scheduler": {"type": "WarmupLR", "params": {
        "warmup_num_steps": 123456789012345678901234567890
      }}}
      """,
      "ds.json:2:23: warmup_num_steps is 123456789012345678901234567890; whole numbers are exact only"
        + " to 2^53: write a smaller one"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": 9007199254740993}}}"#,
      "ds.json:1:67: warmup_num_steps is 9007199254740993; it must be finite, and a whole number at"
        + " most 2^53 in magnitude to be exact"),
    Refusal(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": 1e18}}}"#,
      "ds.json:1:67: warmup_num_steps is 1e+18; it must be finite, and a whole number at most 2^53 in"
        + " magnitude to be exact"),
  ])
  func aNumberThatIsNotExact(refusal: Refusal) throws { try refusal.check() }

  @Test func aHugeTotalIsNoCrash() async {
    await #expect(processExitsWith: .success) {
      let resolution = try ConfigurationFolder().resolve(
        #"{"scheduler": {"type": "WarmupDecayLR", "params": {"total_num_steps": 1e300}}}"#)
      #expect(throws: ConfigurationError.self) {
        try resolution.rows(from: nil, to: nil, every: nil)
      }
    }
  }

  /// Releases refuse what others take.
  @Test(
    arguments: [
      ("\"warmup_num_steps\": 0", "0.19.2", nil),
      ("\"warmup_num_steps\": 0", "0.19.3", "warmup_num_steps is 0"),
      ("\"warmup_max_lr\": null", "0.17.2", nil),
      ("\"warmup_max_lr\": null", "0.17.1", "warmup_max_lr is null"),
      ("\"warmup_num_steps\": \"100\"", "0.10", "warmup_num_steps is \"100\""),
    ] as [(String, String, String?)])
  func inOneReleaseButNotInAnother(parameter: String, release: String, what: String?) throws {
    let refusal = try ConfigurationFolder().refusal(
      of: #"{"scheduler": {"type": "WarmupLR", "params": {\#(parameter)}}}"#,
      "--deepspeed \(release)")
    #expect((refusal == nil) == (what == nil))
    if let what { #expect(refusal?.contains(": \(what); ") == true) }
  }
}
