import Testing

@testable import LRSchedule

/// What differs between releases, on both sides of each change.
@Suite struct ReleaseTests {
  @Test func warmupCosineCameWith0_12_3() throws {
    #expect(
      refusal {
        try schedule("WarmupCosineLR", ["total_num_steps": 100], release: Release(0, 12, 2))
      }
        == ScheduleError.notInRelease(
          scheduler: "WarmupCosineLR", since: Release(0, 12, 3), release: Release(0, 12, 2)))
    _ = try schedule("WarmupCosineLR", ["total_num_steps": 100], release: Release(0, 12, 3))
  }

  @Test func in0_12_3TheLogarithmIsOfTheStepsThemselves() throws {
    func rate(_ release: Release) throws -> [Double] {
      try schedule(
        "WarmupCosineLR", ["total_num_steps": 100, "warmup_num_steps": 1.5], base: [2],
        release: release
      ).rates(at: 2)
    }
    #expect(try rate(Release(0, 12, 3)) == [2 * (1 / cLogarithm(1.5) * cLogarithm(2))])
    #expect(try rate(Release(0, 12, 4)) == [2 * (1 / cLogarithm(2) * cLogarithm(2))])
  }

  @Test(arguments: [0, 1, -2] as [Value], ["log", "linear"])
  func in0_12_3OneStepOrNoneIsAnError(steps: Value, type: String) throws {
    func make(_ release: Release) throws -> Schedule {
      try schedule(
        "WarmupCosineLR",
        ["total_num_steps": 9, "warmup_num_steps": steps, "warmup_type": .string(type)],
        release: release)
    }
    #expect(refusal { try make(Release(0, 12, 3)) }?.parameter == "warmup_num_steps")
    // It acts as 2: step 3 is the first of the cosine.
    let pieces = pieces(of: try make(Release(0, 12, 4)).columns[0])
    #expect(pieces.map(\.steps.lowerBound) == [0, 1, 3])
  }

  @Test(arguments: ["WarmupLR", "WarmupDecayLR", "WarmupCosineLR"])
  func since0_15_3TheConstructorSetsRowZero(type: String) throws {
    func rowZero(_ release: Release) throws -> [Double] {
      let minimum = type == "WarmupCosineLR" ? [] : arguments(["warmup_min_lr": 0.125])
      return try Schedule(
        SchedulerType.named(type), arguments: required(type) + minimum,
        optimizer: Optimizer(baseLRs: [0.5, 0.25]), release: release
      ).rates(at: 0)
    }
    #expect(try rowZero(Release(0, 15, 2)) == [0.5, 0.25])
    // Of WarmupCosineLR the other groups follow in 0.19.0.
    #expect(
      try rowZero(Release(0, 15, 3)) == (type == "WarmupCosineLR" ? [0, 0.25] : [0.125, 0.125]))
  }

  @Test func warmupMaximumDefaultsToTheOptimizersRate() throws {
    func maximum(_ release: Release) throws -> [Double] {
      try schedule("WarmupLR", base: [0.5, 0.25], release: release).rates(at: 5000)
    }
    #expect(try maximum(Release(0, 17, 1)) == [0.001, 0.001])
    #expect(try maximum(Release(0, 17, 2)) == [0.5, 0.5])
    #expect(try maximum(Release(0, 19, 3)) == [0.5, 0.5])
    #expect(try maximum(Release(0, 19, 4)) == [0.5, 0.25])
  }

  @Test(arguments: ["WarmupLR", "WarmupDecayLR"])
  func aNullMaximumIsTheOptimizersRateSince0_17_2(type: String) throws {
    func make(_ release: Release) throws -> Schedule {
      try Schedule(
        SchedulerType.named(type),
        arguments: required(type) + arguments(["warmup_max_lr": .null]),
        optimizer: Optimizer(baseLRs: [0.5, 0.25]), release: release)
    }
    let refused = refusal { try make(Release(0, 17, 1)) }
    #expect(
      refused
        == ScheduleError.notAllowed(
          parameter: "warmup_max_lr", got: .null,
          allowed: "a number, not null (before 0.17.2)"))
    // The first step after the warm-up is the maximum in both.
    #expect(try make(Release(0, 17, 2)).rates(at: 1001) == [0.5, 0.5])
    #expect(try make(Release(0, 19, 3)).rates(at: 1001) == [0.5, 0.5])
    #expect(try make(Release(0, 19, 4)).rates(at: 1001) == [0.5, 0.25])
  }

  /// The published page says the default of WarmupDecayLR, and it never changed.
  @Test(arguments: [Release(0, 10, 0), Release(0, 17, 2), Release.newest])
  func decayMaximumDefaultsToAThousandth(release: Release) throws {
    let decay = try schedule(
      "WarmupDecayLR", ["total_num_steps": 5000], base: [0.5, 0.25], release: release)
    #expect(decay.rates(at: 1001) == [0.001, 0.001])
  }

  @Test func since0_19_0CosineRowZeroIsZeroInEveryGroup() throws {
    func rowZero(_ release: Release) throws -> [Double] {
      try schedule(
        "WarmupCosineLR", ["total_num_steps": 99, "warmup_min_ratio": 0.5], base: [4, 2, 1],
        release: release
      ).rates(at: 0)
    }
    #expect(try rowZero(Release(0, 18, 9)) == [0, 2, 1])
    #expect(try rowZero(Release(0, 19, 0)) == [0, 0, 0])
  }

  @Test(arguments: [99, 100, 101, 127, 190, 1000])
  func before0_19_3TheCosineRisesAgain(step: Int) throws {
    func rate(_ release: Release) throws -> [Double] {
      try schedule(
        "WarmupCosineLR",
        ["total_num_steps": 100, "warmup_num_steps": 10, "cos_min_ratio": 0.25], base: [2],
        release: release
      ).rates(at: step)
    }
    let way = Double(step) - 10
    let rising = (1 + cCosine(Double.pi * way / 90)) / 2
    let staying = (1 + cCosine(Double.pi * min(1, way / 90))) / 2
    #expect(try rate(Release(0, 19, 2)) == [2 * (0.25 + 0.75 * rising)])
    #expect(try rate(Release(0, 19, 3)) == [2 * (0.25 + 0.75 * staying)])
  }

  @Test func before0_19_3ACosineWithoutStepsDividesByZero() throws {
    func steps(_ release: Release) throws -> Range<Int> {
      try schedule(
        "WarmupCosineLR", ["total_num_steps": 10, "warmup_num_steps": 10], release: release
      ).steps
    }
    #expect(try steps(Release(0, 19, 2)) == 0..<11)
    #expect(try steps(Release(0, 19, 3)) == 0..<(1 << 53))
  }

  @Test(
    arguments: ["WarmupLR", "WarmupDecayLR", "WarmupCosineLR"],
    [0, -1, 149.083, 100.0, false] as [Value])
  func since0_19_3WarmupStepsArePositiveIntegers(type: String, steps: Value) throws {
    func make(_ release: Release) throws -> Schedule {
      try Schedule(
        SchedulerType.named(type),
        arguments: required(type) + arguments(["warmup_num_steps": steps]),
        optimizer: Optimizer(baseLRs: [1]), release: release)
    }
    _ = try make(Release(0, 19, 2))
    #expect(
      refusal { try make(Release(0, 19, 3)) }
        == ScheduleError.notAllowed(
          parameter: "warmup_num_steps", got: steps,
          allowed: "a whole number above 0 (since 0.19.3)"))
  }

  @Test func since0_19_4StairsWork() throws {
    func rate(_ release: Release) throws -> [Double] {
      try schedule(
        "OneCycle",
        [
          "cycle_min_lr": 0.0, "cycle_max_lr": 1.0, "cycle_first_step_size": 8,
          "cycle_first_stair_count": 2,
        ], release: release
      ).rates(at: 3)
    }
    #expect(try rate(Release(0, 19, 3)) == [0.375])
    #expect(try rate(Release(0, 19, 4)) == [0])
  }

  @Test(
    arguments: [
      ("LRRangeTest", "lr_range_test_step_size", 0, "a whole number above 0"),
      ("LRRangeTest", "lr_range_test_step_size", -5, "a whole number above 0"),
      ("LRRangeTest", "lr_range_test_step_size", 10.5, "a whole number above 0"),
      ("LRRangeTest", "lr_range_test_step_size", 10.0, "a whole number above 0"),
      ("OneCycle", "cycle_first_step_size", -1, "above 0"),
      ("OneCycle", "cycle_second_step_size", -0.5, "0 or more"),
    ] as [(String, String, Value, String)])
  func since0_19_4SizesAreChecked(
    type: String, parameter: String, value: Value, allowed: String
  ) throws {
    func make(_ release: Release) throws -> Schedule {
      try Schedule(
        SchedulerType.named(type),
        arguments: required(type) + [SchedulerArgument(parameter, value)],
        optimizer: Optimizer(baseLRs: [1]), release: release)
    }
    _ = try make(Release(0, 19, 3))
    #expect(
      refusal { try make(Release(0, 19, 4)) }
        == ScheduleError.notAllowed(
          parameter: parameter, got: value, allowed: "\(allowed) (since 0.19.4)"))
  }

  @Test func aCycleOfNoStepsDividesByZeroInTheConstructor() {
    func refused(_ release: Release) -> ScheduleError? {
      refusal {
        try schedule(
          "OneCycle", ["cycle_min_lr": 1, "cycle_max_lr": 2, "cycle_first_step_size": 0],
          release: release)
      }
    }
    #expect(refused(Release(0, 19, 3))?.parameter == "cycle_first_step_size")
    #expect(
      refused(Release(0, 19, 4))
        == ScheduleError.notAllowed(
          parameter: "cycle_first_step_size", got: 0, allowed: "above 0 (since 0.19.4)"))
  }

  @Test func since0_19_4AnUnknownCosineWarmupActsAsLog() throws {
    func make(_ type: Value, _ release: Release) throws -> Schedule {
      try schedule(
        "WarmupCosineLR", ["total_num_steps": 5000, "warmup_type": type], release: release)
    }
    #expect(
      refusal { try make("cubic", Release(0, 19, 3)) }
        == ScheduleError.notAllowed(
          parameter: "warmup_type", got: "cubic", allowed: "\"log\" or \"linear\" (before 0.19.4)"))
    let cubic = try make("cubic", Release(0, 19, 4))
    #expect(cubic.notices == [.unknownWarmupType("cubic")])
    #expect(
      try cubic.bits(at: 0..<1100) == make("log", Release(0, 19, 4)).bits(at: 0..<1100))
  }

  /// The other two schedulers always did.
  @Test(arguments: ["WarmupLR", "WarmupDecayLR"], [Release(0, 10, 0), Release.newest])
  func anUnknownWarmupActsAsLog(type: String, release: Release) throws {
    func make(_ warmup: Value) throws -> Schedule {
      try Schedule(
        SchedulerType.named(type),
        arguments: required(type) + [SchedulerArgument("warmup_type", warmup)],
        optimizer: Optimizer(baseLRs: [1]), release: release)
    }
    #expect(try make("Linear").notices == [.unknownWarmupType("Linear")])
    #expect(try make("Linear").bits(at: 0..<1100) == make("log").bits(at: 0..<1100))
  }

  @Test(arguments: ["cycle_min_lr", "cycle_max_lr", "cycle_min_mom", "cycle_max_mom"])
  func since0_19_6TheBoundsOfACycleMayBeLists(parameter: String) throws {
    func make(_ release: Release) throws -> Schedule {
      let others = required("OneCycle").filter { $0.name != parameter }
      return try Schedule(
        SchedulerType.named("OneCycle"),
        arguments: others + [SchedulerArgument(parameter, [0.5, 0.25])],
        optimizer: Optimizer(baseLRs: [1, 1]), release: release)
    }
    #expect(
      refusal { try make(Release(0, 19, 5)) }
        == ScheduleError.notAllowed(
          parameter: parameter, got: [0.5, 0.25],
          allowed: "one number, no list (before 0.19.6)"))
    let columns = try make(Release(0, 19, 6)).columns
    let changed = parameter.hasSuffix("lr") ? columns.prefix(2) : columns.suffix(2)
    #expect(changed.first?.value(at: 1000) != changed.last?.value(at: 1000))
  }
}
