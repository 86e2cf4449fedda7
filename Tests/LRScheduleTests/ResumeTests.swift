import Testing

@testable import LRSchedule

/// A run that resumes after step K starts at row K + 1, with the values of the run that went before.
@Suite struct ResumeTests {
  private static let types = [
    "LRRangeTest", "OneCycle", "WarmupLR", "WarmupDecayLR", "WarmupCosineLR",
  ]

  private func resumed(_ type: String, after last: Value) throws -> Schedule {
    try Schedule(
      SchedulerType.named(type),
      arguments: required(type) + arguments(["last_batch_iteration": last]),
      optimizer: Optimizer(baseLRs: [0.001]))
  }

  @Test(arguments: types, [0, 1, 9, 999, 1_000_000, (1 << 53) - 2])
  func theFirstRowIsTheOneAfterTheLast(type: String, last: Int) throws {
    #expect(try resumed(type, after: .int(last)).steps == (last + 1)..<(1 << 53))
  }

  @Test(arguments: types)
  func minusOneIsTheBeginning(type: String) throws {
    #expect(try resumed(type, after: -1).steps == 0..<(1 << 53))
    let declaration = try SchedulerType.named(type).parameter(named: "last_batch_iteration")
    #expect(declaration?.defaultValue == -1)
    #expect(declaration?.role == .lastBatchIteration)
  }

  @Test(arguments: types)
  func theValuesStayThose(type: String) throws {
    let steps = Array(501..<550) + [999, 1000, 1001, 2000, 4001, 20_000]
    #expect(
      try resumed(type, after: 500).bits(at: steps) == resumed(type, after: -1).bits(at: steps))
  }

  @Test(arguments: types)
  func anEarlierRowHasNoValue(type: String) throws {
    for column in try resumed(type, after: 500).columns {
      #expect(column.steps.lowerBound == 501)
      #expect(column.value(at: 500) == nil)
      #expect(column.fill(from: 500, into: .init(start: nil, count: 0)) == 0)
      #expect(column.bounds(in: 0..<501) == nil)
    }
  }

  /// PyTorch's and Hugging Face's schedulers have no parameter for it: their checkpoint goes on.
  @Test(
    arguments: [
      ("CosineAnnealingLR", ["T_max": 70]), ("OneCycleLR", ["max_lr": 0.1, "total_steps": 800]),
      ("linear", ["num_warmup_steps": 10, "num_training_steps": 700]),
    ] as [(String, [String: Value])])
  func aSchedulerWithoutAParameterGoesOn(name: String, given: [String: Value]) throws {
    let type = try #require(Catalog.types.first { $0.name == name })
    let given = given.map { SchedulerArgument($0.key, $0.value) }
    let optimizer = try Optimizer(baseLRs: [0.001])
    let whole = try Schedule(type, arguments: given, optimizer: optimizer)
    let resumed = try Schedule(type, arguments: given, optimizer: optimizer, resumedAfter: 500)
    #expect(resumed.steps == 501..<whole.steps.upperBound)
    #expect(resumed.bits(at: Array(501..<750)) == whole.bits(at: Array(501..<750)))
    #expect(resumed.columns.allSatisfy { $0.value(at: 500) == nil })
  }

  @Test(arguments: [.min, -2, -1, (1 << 53) + 1, .max])
  func aStepThatNoRunEndsAtIsRefused(last: Int) throws {
    let optimizer = try Optimizer(baseLRs: [0.001])
    let refused = refusal {
      try Schedule(
        ExponentialLR.type, arguments: arguments(["gamma": 0.9]), optimizer: optimizer,
        resumedAfter: last)
    }
    #expect("\(try #require(refused))" == "the last step is \(last); it must be 0 to 2^53")
  }

  @Test(arguments: types)
  func aSchedulerWithAParameterForItTakesItThere(type: String) throws {
    let optimizer = try Optimizer(baseLRs: [0.001])
    let refused = refusal {
      try Schedule(
        SchedulerType.named(type), arguments: required(type), optimizer: optimizer, resumedAfter: 5)
    }
    #expect(refused?.parameter == "last_batch_iteration")
  }

  @Test(arguments: types, [(1 << 53) - 1, 1 << 53])
  func afterTheLastExactStepNoRowIsLeft(type: String, last: Int) throws {
    #expect(try resumed(type, after: .int(last)).steps.isEmpty)
  }

  @Test(arguments: [(1048, 1049), (1049, 1050), (1050, 1050), (5000, 1050)])
  func afterTheEndOfTheScheduleNoRowIsLeft(last: Int, first: Int) throws {
    var cycle = OneCycle(cycleMinLR: 0.001, cycleMaxLR: 0.01)
    cycle.cycleFirstStepSize = 25
    cycle.decayStepSize = 10
    cycle.decayLRRate = -0.01
    cycle.lastBatchIteration = last
    let schedule = try Schedule(cycle, optimizer: Optimizer(baseLRs: [0.001]))
    #expect(schedule.steps == first..<1050)
  }

  @Test(arguments: types, [-2, "5", .null, [5], .int(.min), .int((1 << 53) + 1)] as [Value])
  func anythingElseIsRefused(type: String, last: Value) {
    #expect(refusal { try resumed(type, after: last) }?.parameter == "last_batch_iteration")
  }
}
