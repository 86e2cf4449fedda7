import Testing

@testable import LRCurves

/// What findings say: in steps, with the place of what is wrong.
struct LintMessageTests {
  private func lines(_ configuration: String, _ rule: String, releases: String? = nil) throws
    -> [String]
  {
    try findings(in: configuration, releases: releases).filter { $0.rule == rule }.map {
      "\($0.place?.position.map { "\($0)" } ?? "-") \($0.level.rawValue): \($0.sentence)"
    }
  }

  @Test func aWarmupThatNeverEnds() throws {
    let text = configuration(
      "WarmupDecayLR", #""total_num_steps": 10000, "warmup_num_steps": 20000"#)
    #expect(
      try lines(text, "LR007") == [
        "1:117 warning: the warm-up never ends: it takes 20,000 of 10,000 steps; give a"
          + " warmup_num_steps below total_num_steps; both count optimizer steps"
      ])
  }

  /// What several releases refuse for one reason is one mistake.
  @Test(arguments: [
    ("0.10..0.19", "DeepSpeed 0.10.0 to 0.12.2 has no WarmupCosineLR"),
    ("0.10.0", "DeepSpeed 0.10.0 has no WarmupCosineLR"),
  ])
  func aRefusalIsOfItsReleases(releases: String, text: String) throws {
    let lines = try lines(
      configuration("WarmupCosineLR", #""total_num_steps": 10000"#), "LR001", releases: releases)
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.contains(" mistake: \(text); it came with 0.12.3: ") })
  }

  @Test(arguments: [
    (
      "CosineAnnealingLR", #""T_max": 100, "eta_min": 1e-2"#,
      "the rate rises from 0.001 to 0.01 instead"
    ),
    (
      "CosineAnnealingLR", #""T_max": 100, "eta_min": 1e-3"#,
      "the rate stays at 0.001, because eta_min"
    ),
    (
      "CosineAnnealingWarmRestarts", #""T_0": 100, "eta_min": 1"#,
      "the rate rises from 0.001 to 1.0"
    ),
  ])
  func aLowestRateThatIsNot(type: String, params: String, beginning: String) throws {
    let optimizer = #"{"params": {"lr": 1e-3}}"#
    let found = try lines(configuration(type, params, optimizer: optimizer), "LR006")
    #expect(
      found.count == 1 && found.allSatisfy { $0.contains("warning: \(beginning)") }, "\(found)")
    // Where nobody says the rate there is nothing to compare.
    #expect(try lines(configuration(type, params), "LR006") == [])
  }

  @Test(arguments: [
    ("ConstantLR", #""factor": 0, "total_iters": 100"#, "every batch trains at rate 0"),
    ("PolynomialLR", #""total_iters": 0"#, ""),
    ("OneCycle", #""cycle_min_lr": 0, "cycle_max_lr": 0"#, "every batch trains at rate 0"),
    (
      "WarmupDecayLR", #""total_num_steps": 100, "warmup_num_steps": 5"#,
      "the first 2 batches train at rate 0"
    ),
  ])
  func batchesAtRateZero(type: String, params: String, sentence: String) throws {
    let found = try lines(configuration(type, params), "LR012")
    #expect(found.count == (sentence.isEmpty ? 0 : 1))
    #expect(found.allSatisfy { $0.contains("note: \(sentence)") }, "\(found)")
  }

  /// A sequence is made of schedulers, which no configuration holds.
  @Test func aSequenceOfAConfiguration() throws {
    let text = configuration(
      "SequentialLR",
      #""schedulers": [{"type": "LinearLR", "params": {}}, {"type": "LinearLR", "params": {}}], "#
        + #""milestones": [4]"#)
    #expect(
      try lines(text, "LR030") == [
        "1:43 mistake: PyTorch's SequentialLR raises a TypeError: it takes functions or schedulers, which no"
          + " configuration holds; make it in code and hand it to deepspeed.initialize"
      ])
    let unfinished = configuration("SequentialLR", #""schedulers": "x""#)
    #expect(try findings(in: unfinished).map(\.rule) == ["LR030"])
    #expect(try lines(configuration("LambdaLR", ""), "LR030").count == 1)
    let plateau = try lines(configuration("ReduceLROnPlateau", ""), "LR030")
    #expect(
      plateau.count == 1 && plateau.allSatisfy { $0.contains("warning: PyTorch's ReduceLROn") })
  }

  @Test func anExceptionNamesItsFramework() throws {
    let found = try lines(
      configuration("OneCycleLR", #""max_lr": 0.1, "total_steps": 10, "pct_start": 0.1"#), "LR001")
    #expect(
      found.allSatisfy {
        $0.hasSuffix(
          "PyTorch 2.15.0 raises an exception, because pct_start makes it divide by zero; give another value"
        )
      } && found.count == 1, "\(found)")
  }

  @Test func aLogarithm() throws {
    let text = configuration("WarmupLR", #""warmup_num_steps": 1000"#)
    #expect(
      try lines(text, "LR010") == [
        "1:43 note: the warm-up follows a logarithm: half of the rise is done after 32 of 1,000"
          + " steps; write \"warmup_type\": \"linear\" for a line, or \"log\" if it is meant"
      ])
    let auto = configuration("WarmupLR", #""warmup_num_steps": "auto""#)
    #expect(try lines(auto, "LR010").first?.contains("the square root of warmup_num_steps") == true)
  }

  @Test(arguments: [
    ("0.14.2", "in DeepSpeed 0.14.2 the first batch"),
    ("0.14", "in DeepSpeed 0.14.5 the first batch"),
    ("0.14..0.19", "in DeepSpeed 0.14.0 to 0.15.2 the first batch"),
    ("0.15.2..0.15.3", "in DeepSpeed 0.15.2 the first batch"),
  ])
  func theReleasesThatDoIt(releases: String, beginning: String) throws {
    let text = configuration(
      "WarmupLR", #""warmup_num_steps": 100"#, optimizer: #"{"params": {"lr": 0.5}}"#)
    let line = try #require(try lines(text, "LR013", releases: releases).first)
    #expect(line.contains(beginning))
    #expect(line.contains(releases == "0.14.2" ? "own lr, 0.5, and the second one at 0.0" : "0.5"))
  }

  @Test func aRefusalOfSomeReleases() throws {
    let text = configuration("WarmupLR", #""warmup_num_steps": 0"#)
    #expect(
      try lines(text, "LR005", releases: "0.19") == [
        "1:86 mistake: warmup_num_steps is 0; it must be a whole number above 0 (since 0.19.3);"
          + " before, any warmup_num_steps is accepted and acts as max(2, n)"
      ])
    let both = try lines(text, "LR005", releases: "0.19.2..0.19.4")
    #expect(both.count == 2)
    #expect(both[0].hasPrefix("1:86 mistake: in DeepSpeed 0.19.3 to 0.19.4 warmup_num_steps is 0"))
    #expect(both[1].hasPrefix("1:86 warning: in DeepSpeed 0.19.2 the warm-up has 2 steps"))
  }

  @Test func momentumPastOne() throws {
    let text = configuration(
      "OneCycle",
      #""cycle_min_lr": 0.1, "cycle_max_lr": 1, "cycle_first_step_size": 10, "#
        + #""decay_step_size": 1, "decay_mom_rate": 0.1"#)
    // 0.9 * (1 + 0.1 * interval) is 1 or more from the second interval on, which is step 22.
    #expect(try lines(text, "LR017").first?.contains(" at step 22, ") == true)
  }

  @Test func wherePlacesAre() throws {
    let text = """
      {
        // why
        "optimizer": {"type": "Adam", "params": {"lr": "1e-3"}},
        "scheduler": {"type": "WarmupLR", "params": {"warmup_max_lr": 1}},
      }
      """
    #expect(
      try lines(text, "LR003") == [
        "3:50 mistake: the optimizer's lr is \"1e-3\"; write it as a number: 0.001"
      ])
    #expect(
      try lines(text, "LR026") == [
        "2:3 warning: Transformers and Accelerate, which read strict JSON, fail on a comment, a"
          + " trailing comma at 4:68; write strict JSON"
      ])
  }
}
