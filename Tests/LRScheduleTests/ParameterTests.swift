import Testing

@testable import LRSchedule

/// What each parameter takes, what becomes of it, and what is said about it.
@Suite struct ParameterTests {
  @Test(arguments: accepted)
  func isAccepted(example: Accepted) throws {
    let schedule = try make(example.type, example.parameter, example.given)
    let parameter = schedule.parameters.first { $0.declaration.name == example.parameter }
    #expect(parameter?.value == example.becomes)
    #expect(parameter?.isGiven == true)
    #expect(schedule.notices == example.notices)
  }

  private static let accepted: [Accepted] = [
    Accepted("WarmupLR", "warmup_num_steps", 100, becomes: 100),
    Accepted("WarmupLR", "warmup_num_steps", 1, becomes: 1),
    Accepted("WarmupLR", "warmup_num_steps", .int(1 << 53), becomes: .int(1 << 53)),
    Accepted("WarmupLR", "warmup_num_steps", true, becomes: 1, countsAs: true),
    Accepted("WarmupLR", "warmup_min_lr", 0.25, becomes: 0.25),
    Accepted("WarmupLR", "warmup_min_lr", 1, becomes: 1.0),
    Accepted("WarmupLR", "warmup_min_lr", -1, becomes: -1.0),
    Accepted("WarmupLR", "warmup_min_lr", false, becomes: 0.0, countsAs: false),
    Accepted("WarmupLR", "warmup_min_lr", [0.5], becomes: [0.5]),
    Accepted("WarmupLR", "warmup_min_lr", [2], becomes: [2.0]),
    Accepted("WarmupLR", "warmup_max_lr", .null, becomes: .null),
    Accepted("WarmupLR", "warmup_max_lr", 3, becomes: 3.0),
    Accepted("WarmupLR", "warmup_type", "log", becomes: "log"),
    Accepted("WarmupLR", "warmup_type", "linear", becomes: "linear"),
    Accepted(
      "WarmupLR", "warmup_type", "LOG", becomes: "LOG", notices: [.unknownWarmupType("LOG")]),
    Accepted("WarmupLR", "last_batch_iteration", true, becomes: 1, countsAs: true),

    Accepted("WarmupDecayLR", "total_num_steps", 2000, becomes: 2000),
    Accepted("WarmupDecayLR", "total_num_steps", 2000.5, becomes: 2000.5),
    Accepted("WarmupDecayLR", "total_num_steps", 1e300, becomes: 1e300),
    Accepted(
      "WarmupDecayLR", "total_num_steps", -10, becomes: -10,
      notices: [.totalBelowWarmup(total: -10, warmup: 1000)]),
    Accepted(
      "WarmupDecayLR", "total_num_steps", 999.5, becomes: 999.5,
      notices: [.totalBelowWarmup(total: 999.5, warmup: 1000)]),
    Accepted("WarmupDecayLR", "total_num_steps", 1000, becomes: 1000),
    Accepted(
      "WarmupCosineLR", "total_num_steps", 0, becomes: 0,
      notices: [.totalBelowWarmup(total: 0, warmup: 1000)]),
    Accepted("WarmupCosineLR", "warmup_min_ratio", 2, becomes: 2.0),
    Accepted("WarmupCosineLR", "cos_min_ratio", -0.5, becomes: -0.5),

    Accepted("LRRangeTest", "lr_range_test_step_size", 7, becomes: 7),
    Accepted("LRRangeTest", "lr_range_test_step_size", true, becomes: 1, countsAs: true),
    Accepted("LRRangeTest", "lr_range_test_step_rate", -3, becomes: -3.0),
    Accepted("LRRangeTest", "lr_range_test_step_rate", true, becomes: 1.0, countsAs: true),

    Accepted("OneCycle", "cycle_first_step_size", 0.5, becomes: 0.5),
    Accepted("OneCycle", "cycle_second_step_size", 0, becomes: 0),
    Accepted("OneCycle", "cycle_second_step_size", .null, becomes: .null),
    Accepted("OneCycle", "cycle_first_stair_count", 2.5, becomes: 2.5),
    Accepted("OneCycle", "cycle_first_stair_count", -3, becomes: -3),
    Accepted("OneCycle", "cycle_second_stair_count", .null, becomes: .null),
    Accepted("OneCycle", "decay_step_size", 0, becomes: 0),
    Accepted("OneCycle", "decay_lr_rate", 1, becomes: 1.0),
    Accepted("OneCycle", "cycle_min_mom", [0.5], becomes: [0.5]),
  ]

  /// A flag takes what Python's `bool()` takes: every text is true but the empty one.
  @Test(
    arguments: ["lr_range_test_staircase", "cycle_momentum"],
    [
      (true, true, false), (false, false, false), ("false", true, true), ("true", true, true),
      ("", false, true), (0, false, true), (2, true, true), (0.0, false, true),
      (0.5, true, true), (.null, false, true), ([], false, true), ([false], true, true),
    ] as [(Value, Bool, Bool)])
  func isAFlag(parameter: String, example: (given: Value, meaning: Bool, isNoted: Bool)) throws {
    let type = parameter == "cycle_momentum" ? "OneCycle" : "LRRangeTest"
    let schedule = try make(type, parameter, example.given)
    let resolved = schedule.parameters.first { $0.declaration.name == parameter }
    #expect(resolved?.value == .bool(example.meaning))
    let notice = Notice.valueAsFlag(
      parameter: parameter, value: example.given, meaning: example.meaning)
    #expect(schedule.notices == (example.isNoted ? [notice] : []))
  }

  @Test(arguments: [
    ("WarmupLR", "warmup_min_lr"), ("WarmupLR", "warmup_max_lr"),
    ("WarmupDecayLR", "warmup_min_lr"), ("WarmupDecayLR", "warmup_max_lr"),
    ("LRRangeTest", "lr_range_test_min_lr"), ("OneCycle", "cycle_min_lr"),
    ("OneCycle", "cycle_max_lr"), ("OneCycle", "cycle_min_mom"), ("OneCycle", "cycle_max_mom"),
  ])
  func isAListWithOneValueAGroup(type: String, parameter: String) throws {
    _ = try make(type, parameter, [0.1, 2], base: [1, 1])
    _ = try make(type, parameter, [0.1], base: [1])
    for (values, groups) in [([], 1), ([1, 2], 1), ([1], 2), ([1, 2, 3], 2)] as [([Value], Int)] {
      #expect(
        refusal {
          try make(type, parameter, .list(values), base: Array(repeating: 1, count: groups))
        } == ScheduleError.wrongCount(parameter: parameter, got: values.count, groups: groups))
    }
  }

  /// One number counts for every group, a list for each its own.
  @Test func groupsHaveTheirOwnValues() throws {
    let schedule = try make("LRRangeTest", "lr_range_test_min_lr", [0.25, 0.5], base: [1, 1])
    #expect(schedule.rates(at: 1000) == [0.25 * (1 + 0.5), 0.5 * (1 + 0.5)])
    let broadcast = try make("LRRangeTest", "lr_range_test_min_lr", 0.25, base: [1, 1])
    #expect(broadcast.rates(at: 1000) == [0.25 * (1 + 0.5), 0.25 * (1 + 0.5)])
  }

  @Test func defaultsAreNotGiven() throws {
    let schedule = try make("WarmupCosineLR", "total_num_steps", 5000)
    #expect(
      schedule.parameters.map { "\($0.declaration.name)=\($0.value) \($0.isGiven)" } == [
        "total_num_steps=5000 true", "warmup_min_ratio=0.0 false", "warmup_num_steps=1000 false",
        "cos_min_ratio=0.0001 false", "warmup_type=\"log\" false",
        "last_batch_iteration=-1 false",
      ])
  }
}

/// The framework's parameters, in its order, with its defaults.
@Suite struct DeclarationTests {
  @Test(
    arguments: [
      (
        "LRRangeTest",
        [
          "lr_range_test_min_lr": 0.001, "lr_range_test_step_size": 2000,
          "lr_range_test_step_rate": 1.0, "lr_range_test_staircase": false,
          "last_batch_iteration": -1,
        ]
      ),
      (
        "OneCycle",
        [
          "cycle_min_lr": nil, "cycle_max_lr": nil, "decay_lr_rate": 0.0,
          "cycle_first_step_size": 2000, "cycle_second_step_size": .null,
          "cycle_first_stair_count": 0, "cycle_second_stair_count": .null, "decay_step_size": 0,
          "cycle_momentum": true, "cycle_min_mom": 0.8, "cycle_max_mom": 0.9,
          "decay_mom_rate": 0.0, "last_batch_iteration": -1,
        ]
      ),
      (
        "WarmupLR",
        [
          "warmup_min_lr": 0.0, "warmup_max_lr": .null, "warmup_num_steps": 1000,
          "warmup_type": "log", "last_batch_iteration": -1,
        ]
      ),
      (
        "WarmupDecayLR",
        [
          "total_num_steps": nil, "warmup_min_lr": 0.0, "warmup_max_lr": 0.001,
          "warmup_num_steps": 1000, "warmup_type": "log", "last_batch_iteration": -1,
        ]
      ),
      (
        "WarmupCosineLR",
        [
          "total_num_steps": nil, "warmup_min_ratio": 0.0, "warmup_num_steps": 1000,
          "cos_min_ratio": 0.0001, "warmup_type": "log", "last_batch_iteration": -1,
        ]
      ),
    ] as [(String, KeyValuePairs<String, Value?>)])
  func defaults(type: String, parameters: KeyValuePairs<String, Value?>) throws {
    let declarations = try SchedulerType.named(type).parameters
    #expect(declarations.map(\.name) == parameters.map(\.key))
    for (declaration, expected) in zip(declarations, parameters.map(\.value)) {
      #expect(declaration.isRequired == (expected == nil))
      if let expected { #expect(declaration.defaultValue == expected) }
    }
  }

  @Test func theCatalogHasTheFiveOfDeepSpeed() {
    #expect(
      Catalog.types.filter { $0.framework == .deepspeed }.map(\.name) == [
        "LRRangeTest", "OneCycle", "WarmupLR", "WarmupDecayLR", "WarmupCosineLR",
      ])
  }
}

struct Accepted: Sendable, CustomTestStringConvertible {
  let type: String
  let parameter: String
  let given: Value
  let becomes: Value
  let notices: [Notice]

  init(
    _ type: String, _ parameter: String, _ given: Value, becomes: Value, notices: [Notice] = []
  ) {
    self.type = type
    self.parameter = parameter
    self.given = given
    self.becomes = becomes
    self.notices = notices
  }

  /// A truth value that counts as a number.
  init(_ type: String, _ parameter: String, _ given: Value, becomes: Value, countsAs flag: Bool) {
    self.init(
      type, parameter, given, becomes: becomes,
      notices: [.booleanAsNumber(parameter: parameter, value: flag)])
  }

  var testDescription: String { "\(type) \(parameter): \(given)" }
}

/// A schedule with what is required and one more parameter.
func make(
  _ type: String, _ parameter: String, _ value: Value, base: [Double] = [0.001]
) throws -> Schedule {
  try Schedule(
    SchedulerType.named(type),
    arguments: required(type).filter { $0.name != parameter } + [
      SchedulerArgument(parameter, value)
    ],
    optimizer: Optimizer(baseLRs: base))
}
