import Testing

@testable import LRSchedule

/// A schedule as a whole: its columns, its length, and the two ways to make one.
@Suite struct ScheduleTests {
  @Test(arguments: [
    ("Adam", 1, ["lr", "momentum"]), ("SGD", 1, ["lr"]),
    ("Adam", 3, ["lr_0", "lr_1", "lr_2", "momentum_0", "momentum_1", "momentum_2"]),
    ("SGD", 2, ["lr_0", "lr_1"]),
  ])
  func columnsAreNamedByChannelAndGroup(optimizer: String, groups: Int, names: [String]) throws {
    let cycle = try schedule(
      "OneCycle", ["cycle_min_lr": 0.1, "cycle_max_lr": 1], optimizer: optimizer,
      base: Array(repeating: 1, count: groups))
    #expect(cycle.columns.map(\.name) == names)
    #expect(cycle.columns(of: .lr).map(\.group) == Array(0..<groups))
    #expect(cycle.columns(of: .lr).allSatisfy { $0.channel == .lr })
  }

  @Test(
    arguments: [
      (5000, 5000), (100.5, 101), (100.0, 100), (0.25, 1), (0, nil), (-10, nil), (-0.5, nil),
      (.int(1 << 53), 1 << 53),
    ] as [(Value, Int?)])
  func nominalStepsAreTheTotalRoundedUp(total: Value, steps: Int?) throws {
    #expect(try make("WarmupDecayLR", "total_num_steps", total).nominalSteps == steps)
    #expect(try make("WarmupCosineLR", "total_num_steps", total).nominalSteps == steps)
  }

  @Test(arguments: ["LRRangeTest", "OneCycle", "WarmupLR"])
  func theOthersHaveNoNominalSteps(type: String) throws {
    #expect(try make(type, "last_batch_iteration", -1).nominalSteps == nil)
  }

  /// The framework takes such a total, so it may not end the program.
  @Test func aTotalBeyondEveryIntegerIsNoTrap() async {
    await #expect(processExitsWith: .success) {
      _ = try make("WarmupCosineLR", "total_num_steps", 1e300).nominalSteps
    }
  }

  @Test func theReleaseIsTheNewestWhereNoneIsNamed() throws {
    let schedule = try Schedule(WarmupLR(), optimizer: Optimizer(baseLRs: [1]))
    #expect(schedule.release == Release(0, 19, 8))
    #expect(schedule.type.name == "WarmupLR")
  }

  @Test func theOrderOfArgumentsDoesNotMatter() throws {
    let plain = PlainOneCycle(first: 7, second: 5.5, firstStairs: 3, decaySize: 2, decayRate: 0.1)
    let reversed = try Schedule(
      SchedulerType.named("OneCycle"), arguments: plain.arguments.reversed(),
      optimizer: Optimizer(baseLRs: [1]))
    #expect(try reversed.bits(at: 0..<50) == plain.schedule().bits(at: 0..<50))
    #expect(
      try reversed.parameters.map(\.declaration.name)
        == plain.schedule().parameters.map(\.declaration.name))
  }
}

/// A scheduler's Swift type gives what its arguments give.
@Suite struct TypedSchedulerTests {
  private func expectSame(
    _ scheduler: some Scheduler, _ type: String, _ pairs: KeyValuePairs<String, Value?>,
    base: [Double] = [0.003, 0.002]
  ) throws {
    let typed = try Schedule(scheduler, optimizer: Optimizer(baseLRs: base))
    let named = try schedule(type, pairs, base: base)
    let steps = Array(0..<100) + [999, 1000, 1001, 5000, 9999, 10_000, 10_001, 1 << 40]
    #expect(typed.bits(at: steps) == named.bits(at: steps))
    #expect(typed.parameters.map(\.value) == named.parameters.map(\.value))
    #expect(typed.steps == named.steps)
    #expect(typed.notices == named.notices)
    #expect(typed.type.name == type)
  }

  @Test func withItsDefaults() throws {
    try expectSame(LRRangeTest(), "LRRangeTest", [:])
    try expectSame(
      OneCycle(cycleMinLR: 0.1, cycleMaxLR: 1.0), "OneCycle",
      ["cycle_min_lr": 0.1, "cycle_max_lr": 1])
    try expectSame(WarmupLR(), "WarmupLR", [:])
    try expectSame(
      WarmupDecayLR(totalNumSteps: 10_000), "WarmupDecayLR", ["total_num_steps": 10_000])
    try expectSame(
      WarmupCosineLR(totalNumSteps: 10_000), "WarmupCosineLR", ["total_num_steps": 10_000])
  }

  @Test func withEverythingGiven() throws {
    var range = LRRangeTest()
    range.minLR = [0.25, 0.5]
    range.stepSize = 7
    range.stepRate = 0.3
    range.staircase = true
    range.lastBatchIteration = 4
    try expectSame(
      range, "LRRangeTest",
      [
        "lr_range_test_min_lr": [0.25, 0.5], "lr_range_test_step_size": 7,
        "lr_range_test_step_rate": 0.3, "lr_range_test_staircase": true,
        "last_batch_iteration": 4,
      ])

    var cycle = OneCycle(cycleMinLR: [0.1, 0.2], cycleMaxLR: 1.0)
    cycle.decayLRRate = 0.5
    cycle.cycleFirstStepSize = 10.5
    cycle.cycleSecondStepSize = 20
    cycle.cycleFirstStairCount = 4
    cycle.cycleSecondStairCount = 0
    cycle.decayStepSize = 3
    cycle.cycleMinMomentum = 0.5
    cycle.cycleMaxMomentum = [0.75, 0.875]
    cycle.decayMomentumRate = 0.001
    cycle.lastBatchIteration = 9
    try expectSame(
      cycle, "OneCycle",
      [
        "cycle_min_lr": [0.1, 0.2], "cycle_max_lr": 1.0, "decay_lr_rate": 0.5,
        "cycle_first_step_size": 10.5, "cycle_second_step_size": 20,
        "cycle_first_stair_count": 4, "cycle_second_stair_count": 0, "decay_step_size": 3,
        "cycle_min_mom": 0.5, "cycle_max_mom": [0.75, 0.875], "decay_mom_rate": 0.001,
        "last_batch_iteration": 9,
      ])

    cycle.cycleMomentum = false
    #expect(
      try Schedule(cycle, optimizer: Optimizer(baseLRs: [1, 1])).columns(of: .momentum).isEmpty)
  }

  @Test func withEverythingOfAWarmupGiven() throws {
    var warmup = WarmupLR()
    warmup.warmupMinLR = 0.25
    warmup.warmupMaxLR = [0.5, 1]
    warmup.warmupNumSteps = 33
    warmup.warmupType = "linear"
    warmup.lastBatchIteration = 2
    try expectSame(
      warmup, "WarmupLR",
      [
        "warmup_min_lr": 0.25, "warmup_max_lr": [0.5, 1], "warmup_num_steps": 33,
        "warmup_type": "linear", "last_batch_iteration": 2,
      ])

    var decay = WarmupDecayLR(totalNumSteps: 80.5)
    decay.warmupMinLR = 0.25
    decay.warmupMaxLR = nil
    decay.warmupNumSteps = 33
    decay.warmupType = "linear"
    decay.lastBatchIteration = 2
    try expectSame(
      decay, "WarmupDecayLR",
      [
        "total_num_steps": 80.5, "warmup_min_lr": 0.25, "warmup_max_lr": .null,
        "warmup_num_steps": 33, "warmup_type": "linear", "last_batch_iteration": 2,
      ])

    var cosine = WarmupCosineLR(totalNumSteps: 30)
    cosine.warmupMinRatio = 0.5
    cosine.warmupNumSteps = 33
    cosine.cosMinRatio = 0.25
    cosine.warmupType = "cubic"
    cosine.lastBatchIteration = 2
    try expectSame(
      cosine, "WarmupCosineLR",
      [
        "total_num_steps": 30, "warmup_min_ratio": 0.5, "warmup_num_steps": 33,
        "cos_min_ratio": 0.25, "warmup_type": "cubic", "last_batch_iteration": 2,
      ])
  }

  /// What a configuration may not say, a Swift value may not either.
  @Test func isCheckedToo() throws {
    let optimizer = try Optimizer(baseLRs: [1, 1])
    var warmup = WarmupLR()
    warmup.warmupNumSteps = 100.0
    #expect(refusal { try Schedule(warmup, optimizer: optimizer) }?.parameter == "warmup_num_steps")
    warmup.warmupNumSteps = 100
    warmup.warmupMinLR = [1, 2, 3]
    #expect(
      refusal { try Schedule(warmup, optimizer: optimizer) }
        == ScheduleError.wrongCount(parameter: "warmup_min_lr", got: 3, groups: 2))
    let cosine = WarmupCosineLR(totalNumSteps: .float(.infinity))
    #expect(refusal { try Schedule(cosine, optimizer: optimizer) }?.parameter == "total_num_steps")
    #expect(
      refusal {
        try Schedule(
          WarmupCosineLR(totalNumSteps: 9), optimizer: optimizer, release: Release(0, 12, 0))
      }
        == ScheduleError.notInRelease(
          scheduler: "WarmupCosineLR", since: Release(0, 12, 3), release: Release(0, 12, 0)))
  }
}
