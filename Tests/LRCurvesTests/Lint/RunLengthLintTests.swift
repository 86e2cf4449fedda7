import Testing

@testable import LRCurves

/// What does not fit a run whose steps are known.
struct RunLengthLintTests {
  private func lines(_ text: String, _ rules: String, steps: Int?) throws -> [String] {
    try findings(in: text, steps: steps.map(String.init))
      .filter { rules.contains($0.rule) }.map { "\($0.level.rawValue) \($0.rule): \($0.sentence)" }
  }

  @Test(arguments: [nil, 4999, 5000, 5001, 6000] as [Int?])
  func oneCyclePastItsEnd(steps: Int?) throws {
    let text = configuration("OneCycleLR", #""max_lr": 0.1, "total_steps": 5000"#)
    let lines = try lines(text, "LR032", steps: steps)
    let mistake =
      "mistake LR032: OneCycleLR raises a ValueError at step 5,001 of the run's"
      + " \(steps.map(\.asCount) ?? ""): total_steps is 5,000; give total_steps \(steps ?? 0)"
    #expect(lines == ((steps ?? 0) > 5000 ? [mistake] : []))
  }

  @Test func oneCycleByEpochsPastItsEnd() throws {
    let text = configuration("OneCycleLR", #""max_lr": 0.1, "epochs": 5, "steps_per_epoch": 10"#)
    #expect(
      try lines(text, "LR032", steps: 60) == [
        "mistake LR032: OneCycleLR raises a ValueError at step 51 of the run's 60:"
          + " epochs * steps_per_epoch is 50; give total_steps 60"
      ])
    #expect(try lines(text, "LR032 LR024", steps: 50) == [])
  }

  @Test(arguments: [
    (
      "CosineAnnealingLR", #""T_max": 100"#, 201,
      "T_max is 100 and the run has 201 steps: the rate is 0.0 at step 100 and 0.001"
    ),
    (
      "PolynomialLR", #""total_iters": 100"#, 150,
      "total_iters is 100 and the run has 150 steps: the rate is 0.0 at step 100 and 0.0 at"
    ),
    (
      "WarmupDecayLR", #""total_num_steps": 100, "warmup_num_steps": 5"#, 50,
      "total_num_steps is 100 and the run has 50 steps: the run ends at a rate of 0.00054"
    ),
    (
      "LinearLR", #""start_factor": 1.0, "end_factor": 0.5, "total_iters": 30"#, 20,
      "total_iters is 30 and the run has 20 steps: the run ends at a rate of 0.000"
    ),
  ])
  func anotherLength(type: String, params: String, steps: Int, beginning: String) throws {
    let text = configuration(type, params)
    let found = try lines(text, "LR033", steps: steps)
    #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("warning LR033: \(beginning)") })
    #expect(try lines(text, "LR033", steps: nil) == [])
    let own = params.contains("30") ? 30 : 100
    #expect(try lines(text, "LR033", steps: own) == [])
  }

  /// The row at the end of a decay is one more, and DeepSpeed's is a step late.
  @Test(arguments: [(99, 1), (100, 0), (101, 0), (102, 0), (103, 1)])
  func theRowsAtTheEnd(steps: Int, count: Int) throws {
    for (type, params) in [
      ("CosineAnnealingLR", #""T_max": 100"#),
      ("WarmupDecayLR", #""total_num_steps": 100, "warmup_num_steps": 5"#),
    ] {
      #expect(try lines(configuration(type, params), "LR033", steps: steps).count == count)
    }
  }

  /// So far away the closed form is looked at.
  @Test func aRunOfVeryManySteps() throws {
    let text = configuration("CosineAnnealingLR", #""T_max": 100"#)
    #expect(try lines(text, "LR033", steps: 1_000_000_000_000_000).count == 1)
  }

  /// A warm-up of a schedule without a total is held to the run.
  @Test(arguments: [
    ("WarmupLR", #""warmup_num_steps": 100"#, "warmup_num_steps"),
    ("LinearLR", #""total_iters": 100"#, "total_iters"),
  ])
  func aWarmupWithoutATotal(type: String, params: String, name: String) throws {
    let text = configuration(type, params)
    #expect(
      try lines(text, "LR007", steps: 80) == [
        "warning LR007: the warm-up never ends: it takes 100 of 80 steps; give a \(name) below the"
          + " run's steps; both count optimizer steps"
      ])
    #expect(try lines(text, "LR007 LR008", steps: 100).map { $0.prefix(13) } == ["warning LR008"])
    #expect(try lines(text, "LR007 LR008", steps: 201) == [])
    #expect(try lines(text, "LR007 LR008", steps: nil) == [])
  }

  /// A decay that ends is a matter of runs that come to it.
  @Test(arguments: [(499, 0), (500, 1), (nil, 1)])
  func aDecayThatEnds(steps: Int?, count: Int) throws {
    let text = configuration("ConstantLR", #""factor": 0, "total_iters": 500"#)
    let lines = try lines(text, "LR024", steps: steps)
    #expect(lines.count == count)
    #expect(lines.allSatisfy { $0.contains("; mend the parameters of ConstantLR, or end the run") })
  }
}
