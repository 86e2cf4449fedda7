import Foundation
import LRConfiguration
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

  private static let adam = #"{"type": "AdamW", "params": {"lr": 0.001}}"#

  @Test(arguments: [
    (
      "CosineAnnealingLR", #""T_max": 100"#, 100, 151,
      "T_max is 100 and the run has 151 steps: the rate is 0.0 at step 100 and"
        + " RATE at the last one, 150; make T_max 151, or train for as long as it says"
    ),
    (
      "PolynomialLR", #""total_iters": 100"#, 100, 150,
      "total_iters is 100 and the run has 150 steps: the rate is 0.0 at step 100 and RATE at the last one,"
        + " 149; make total_iters 150, or train for as long as it says"
    ),
    (
      "WarmupDecayLR", #""total_num_steps": 100, "warmup_num_steps": 5"#, 100, 50,
      "total_num_steps is 100 and the run has 50 steps: the run ends at a rate of RATE, and the schedule at"
        + " END; make total_num_steps 50, or train for as long as it says"
    ),
    (
      "LinearLR", #""start_factor": 1.0, "end_factor": 0.5, "total_iters": 30"#, 30, 20,
      "total_iters is 30 and the run has 20 steps: the run ends at a rate of RATE, and the schedule at END;"
        + " make total_iters 20, or train for as long as it says"
    ),
    (
      "OneCycleLR", #""max_lr": 0.1, "epochs": 10, "steps_per_epoch": 100"#, 1000, 500,
      "epochs * steps_per_epoch is 1,000 and the run has 500 steps: the run ends at a rate of RATE, and the"
        + " schedule at END; make epochs * steps_per_epoch 500, or train for as long as it says"
    ),
  ])
  func anotherLength(
    type: String, params: String, own: Int, steps: Int, sentence: String
  ) throws {
    let text = configuration(type, params, optimizer: Self.adam)
    let schedule = try Resolution(
      ["-"], options: ScheduleOptions(), contents: ["-": Array(text.utf8)]
    )
    .schedules[0].schedule
    let rate = try #require(schedule.columns[0].value(at: steps - 1))
    let end = try #require(schedule.columns[0].value(at: own))
    let whole = sentence.replacingOccurrences(of: "RATE", with: "\(rate)")
      .replacingOccurrences(of: "END", with: "\(end)")
    #expect(try lines(text, "LR033", steps: steps) == ["warning LR033: \(whole)"])
    #expect(try lines(text, "LR033", steps: nil) == [])
    #expect(try lines(text, "LR033", steps: own) == [])
  }

  /// Rates that follow from what nobody wrote are not told.
  @Test(arguments: [
    ("CosineAnnealingLR", #""T_max": 100"#, "null", "T_max"),
    (
      "WarmupDecayLR", #""warmup_max_lr": "auto", "total_num_steps": 100"#, adam, "total_num_steps"
    ),
    (
      "WarmupDecayLR", #""warmup_num_steps": "auto", "total_num_steps": 100"#, adam,
      "total_num_steps"
    ),
  ])
  func ratesThatNobodyKnows(type: String, params: String, optimizer: String, name: String) throws {
    let text = configuration(type, params, optimizer: optimizer)
    #expect(
      try lines(text, "LR033", steps: 50) == [
        "warning LR033: \(name) is 100 and the run has 50 steps: the run ends before it; make \(name) 50,"
          + " or train for as long as it says"
      ])
  }

  /// A line that is level is no decay, and one that rises is a warm-up, also where a run goes on behind it.
  @Test(arguments: [
    (#""start_factor": 0.5, "end_factor": 0.5, "total_iters": 500"#, []),
    (#""start_factor": 0.1, "total_iters": 500"#, ["LR008"]),
    (#""start_factor": 1.0, "end_factor": 0.5, "total_iters": 500"#, ["LR033"]),
  ])
  func aLineOfARunThatIsResumed(params: String, rules: [String]) throws {
    let text = configuration("LinearLR", params, optimizer: Self.adam)
    let options = try ScheduleOptions(steps: "800", resumeFrom: "600")
    let inspection = try ConfigurationInspection(text: text, input: "a.json", options: options)
    let found = try Lint().look(at: [inspection]).findings.map(\.rule)
    #expect(found.filter { ["LR007", "LR008", "LR033"].contains($0) } == rules)
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
