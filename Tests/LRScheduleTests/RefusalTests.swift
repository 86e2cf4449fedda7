import Testing

@testable import LRSchedule

/// What each parameter refuses, and the error that says so.
@Suite struct RefusalTests {
  @Test(arguments: [0, -1, 100.0, 1.5, false] as [Value])
  func warmupStepsThatAreNoPositiveInteger(value: Value) {
    #expect(
      refusal { try make("WarmupLR", "warmup_num_steps", value) }
        == ScheduleError.notAllowed(
          parameter: "warmup_num_steps", got: value,
          allowed: "a whole number above 0 (since 0.19.3)"))
  }

  @Test(arguments: [0, -5, 10.5, 10.0, false] as [Value])
  func aStepSizeThatIsNoPositiveInteger(value: Value) {
    #expect(
      refusal { try make("LRRangeTest", "lr_range_test_step_size", value) }
        == ScheduleError.notAllowed(
          parameter: "lr_range_test_step_size", got: value,
          allowed: "a whole number above 0 (since 0.19.4)"))
  }

  @Test(
    arguments: [
      ("cycle_first_step_size", 0, "above 0"), ("cycle_first_step_size", -0.5, "above 0"),
      ("cycle_first_step_size", false, "above 0"), ("cycle_second_step_size", -1, "0 or more"),
    ] as [(String, Value, String)])
  func aHalfWithoutRoom(parameter: String, value: Value, allowed: String) {
    #expect(
      refusal { try make("OneCycle", parameter, value) }
        == ScheduleError.notAllowed(
          parameter: parameter, got: value, allowed: "\(allowed) (since 0.19.4)"))
  }

  @Test(
    arguments: [
      ("WarmupLR", "warmup_num_steps", "auto", .number),
      ("WarmupLR", "warmup_num_steps", "100", .number),
      ("WarmupLR", "warmup_num_steps", .null, .number),
      ("WarmupLR", "warmup_num_steps", [100], .number),
      ("LRRangeTest", "lr_range_test_step_size", "10", .number),
      ("LRRangeTest", "lr_range_test_step_size", .null, .number),
      ("WarmupLR", "warmup_min_lr", "0.1", .numberOrList),
      ("WarmupLR", "warmup_min_lr", .null, .numberOrList),
      ("WarmupLR", "warmup_min_lr", .other("{}"), .numberOrList),
      ("WarmupLR", "warmup_min_lr", ["0.1"], .numberOrList),
      ("WarmupLR", "warmup_min_lr", [.null], .numberOrList),
      ("WarmupLR", "warmup_min_lr", [[0.1]], .numberOrList),
      ("WarmupLR", "warmup_max_lr", "auto", .numberOrList),
      ("WarmupLR", "warmup_type", ["log"], .text),
      ("WarmupCosineLR", "warmup_type", .other("{}"), .text),
      ("WarmupDecayLR", "total_num_steps", "auto", .number),
      ("WarmupDecayLR", "total_num_steps", .null, .number),
      ("WarmupCosineLR", "total_num_steps", [100], .number),
      ("WarmupCosineLR", "warmup_min_ratio", [0.1], .number),
      ("WarmupCosineLR", "cos_min_ratio", "0", .number),
      ("LRRangeTest", "lr_range_test_step_rate", [1], .number),
      ("LRRangeTest", "lr_range_test_staircase", .other("{}"), .flag),
      ("OneCycle", "cycle_min_lr", .null, .numberOrList),
      ("OneCycle", "cycle_first_step_size", .null, .number),
      ("OneCycle", "cycle_second_step_size", "10", .number),
      ("OneCycle", "cycle_first_stair_count", .null, .number),
      ("OneCycle", "cycle_second_stair_count", [2], .number),
      ("OneCycle", "decay_step_size", .null, .number),
      ("OneCycle", "cycle_momentum", .other("{}"), .flag),
    ] as [(String, String, Value, ParameterKind)])
  func aValueOfTheWrongType(type: String, parameter: String, value: Value, kind: ParameterKind) {
    #expect(
      refusal { try make(type, parameter, value) }
        == ScheduleError.wrongType(parameter: parameter, got: value, kind: kind))
  }

  @Test(
    arguments: [
      .float(.infinity), .float(-.infinity), .int((1 << 53) + 1), .int(-(1 << 53) - 1), .int(.max),
      .int(.min),
    ] as [Value])
  func aNumberThatIsNotExact(value: Value) throws {
    for type in Catalog.types {
      for parameter in type.parameters {
        #expect(
          refusal { try make(type.name, parameter.name, value) }
            == ScheduleError.notExact(parameter: parameter.name, got: value))
        #expect(
          refusal { try make(type.name, parameter.name, [1, value]) }
            == ScheduleError.notExact(parameter: parameter.name, got: [1, value]))
      }
    }
  }

  /// A nan is not equal to itself, and so is its error.
  @Test func aNumberThatIsNone() throws {
    for type in Catalog.types {
      for parameter in type.parameters {
        let error = refusal { try make(type.name, parameter.name, .float(.nan)) }
        #expect(error?.what == "\(parameter.name) is nan")
      }
    }
  }

  @Test func anUnknownParameter() {
    let known = [
      "warmup_min_lr", "warmup_max_lr", "warmup_num_steps", "warmup_type", "last_batch_iteration",
    ]
    for name in ["total_num_steps", "Warmup_min_lr", "warmup_min_lr ", ""] {
      #expect(
        refusal { try make("WarmupLR", name, 1) }
          == ScheduleError.unknownParameter(name, scheduler: "WarmupLR", known: known))
    }
  }

  @Test func aRepeatedParameter() {
    #expect(
      refusal { try schedule("WarmupLR", ["warmup_min_lr": 0.1, "warmup_min_lr": 0.1]) }
        == ScheduleError.repeatedParameter("warmup_min_lr"))
  }

  @Test func missingParameters() {
    #expect(
      refusal { try schedule("OneCycle") }
        == ScheduleError.missingParameters(["cycle_min_lr", "cycle_max_lr"], scheduler: "OneCycle"))
    #expect(
      refusal { try schedule("OneCycle", ["cycle_min_lr": 1]) }
        == ScheduleError.missingParameters(["cycle_max_lr"], scheduler: "OneCycle"))
    for name in ["WarmupDecayLR", "WarmupCosineLR"] {
      #expect(
        refusal { try schedule(name) }
          == ScheduleError.missingParameters(["total_num_steps"], scheduler: name))
    }
    #expect(refusal { try schedule("WarmupLR") } == nil)
    #expect(refusal { try schedule("LRRangeTest") } == nil)
  }
}
