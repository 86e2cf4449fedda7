import Testing

@testable import LRSchedule

/// What an optimizer's type says of momentum, and which types there are.
@Suite struct OptimizerTests {
  /// DeepSpeed compares its own in lower case.
  @Test(arguments: [
    ("adam", true), ("Adam", true), ("ADAM", true), ("AdamW", true), ("adamw", true),
    ("lamb", true), ("Lamb", true), ("Lion", true), ("LION", true), ("MuAdam", true),
    ("muadamw", true), ("Muon", true), ("OneBitAdam", true), ("onebitadam", true),
    ("OneBitLamb", true), ("ZeroOneAdam", true),
    ("adagrad", false), ("Adagrad", false), ("ADAGRAD", false), ("MuSGD", false),
    ("musgd", false),
  ])
  func typesOfDeepSpeed(type: String, hasBetas: Bool) throws {
    #expect(try Optimizer(type: type, baseLRs: [1]).hasBetas == hasBetas)
  }

  /// Those of torch are names of classes.
  @Test(arguments: [
    ("SGD", false), ("RMSprop", false), ("Rprop", false), ("ASGD", false), ("Adadelta", false),
    ("Adafactor", false), ("LBFGS", false),
    ("NAdam", true), ("RAdam", true), ("Adamax", true), ("SparseAdam", true),
  ])
  func typesOfTorch(type: String, hasBetas: Bool) throws {
    #expect(try Optimizer(type: type, baseLRs: [1]).hasBetas == hasBetas)
    for other in [type.lowercased(), type.uppercased(), "torch.optim.\(type)"]
    where other != type {
      #expect(throws: ScheduleError.unknownOptimizer(other, known: Optimizer.knownTypes)) {
        try Optimizer(type: other, baseLRs: [1])
      }
    }
  }

  @Test(arguments: ["", " Adam", "Adam ", "Adam8bit", "FusedAdam", "None", "АdamW"])
  func unknownTypes(type: String) {
    #expect(throws: ScheduleError.unknownOptimizer(type, known: Optimizer.knownTypes)) {
      try Optimizer(type: type, baseLRs: [1])
    }
  }

  @Test func theKnownTypesAreAllAccepted() throws {
    #expect(Optimizer.knownTypes.count == 26)
    for type in Optimizer.knownTypes { _ = try Optimizer(type: type, baseLRs: [1]) }
    #expect(Optimizer.defaultType == "Adam")
  }

  @Test func aGroupIsOneFiniteRate() throws {
    #expect(try Optimizer(baseLRs: [1, 2, -3]).groupCount == 3)
    #expect(throws: ScheduleError.noParameterGroup) { try Optimizer(baseLRs: []) }
    for rate in [Double.infinity, -.infinity] {
      #expect(throws: ScheduleError.baseRateNotFinite(rate)) {
        try Optimizer(baseLRs: [1, rate])
      }
    }
    #expect(throws: ScheduleError.self) { try Optimizer(baseLRs: [.nan]) }
  }

  /// Momentum is `betas[0]`: OneCycle moves it where there are betas, and warns where not.
  @Test(arguments: [("Adam", true), ("lion", true), ("SGD", false), ("adagrad", false)])
  func momentumMovesWithBetas(type: String, moves: Bool) throws {
    let cycle = try schedule(
      "OneCycle", ["cycle_min_lr": 0.1, "cycle_max_lr": 1], optimizer: type, base: [1, 1])
    #expect(cycle.columns(of: .momentum).count == (moves ? 2 : 0))
    #expect(cycle.notices == (moves ? [] : [.momentumNotMoved(optimizer: type)]))
  }

  @Test(arguments: ["Adam", "SGD"])
  func momentumStaysWhereItIsToldTo(type: String) throws {
    let cycle = try schedule(
      "OneCycle", ["cycle_min_lr": 0.1, "cycle_max_lr": 1, "cycle_momentum": false],
      optimizer: type)
    #expect(cycle.columns.map(\.name) == ["lr"])
    #expect(cycle.notices.isEmpty)
  }

  @Test(arguments: ["LRRangeTest", "WarmupLR", "WarmupDecayLR", "WarmupCosineLR"])
  func theOtherSchedulersLeaveMomentumAlone(type: String) throws {
    let schedule = try Schedule(
      SchedulerType.named(type), arguments: required(type), optimizer: Optimizer(baseLRs: [1]))
    #expect(schedule.columns(of: .momentum).isEmpty)
  }
}
