import Testing

@testable import LRSchedule

/// Where PyTorch's schedules end, what they refuse, and how they follow one another.
@Suite struct TorchTests {
  @Test(arguments: [
    // 1 / factor divides by zero.
    ("ConstantLR", ["factor": Value.int(0), "total_iters": .int(7)], 7),
    // 0 to a power below 0.
    ("PolynomialLR", ["total_iters": .int(50), "power": .float(-0.5)], 50),
    // One more step() than total_steps is an error.
    ("OneCycleLR", ["max_lr": .float(0.1), "total_steps": .int(30)], 31),
    ("OneCycleLR", ["max_lr": .float(0.1), "epochs": .int(3), "steps_per_epoch": .int(5)], 16),
    // The last phase has no length.
    (
      "OneCycleLR",
      ["max_lr": .float(0.1), "total_steps": .int(30), "pct_start": .float(1)], 30
    ),
    // 2 ^ 1024 overflows in the 1025th cycle.
    (
      "CyclicLR",
      [
        "base_lr": .float(0.1), "max_lr": .float(1), "step_size_up": .int(5),
        "mode": .string("triangular2"),
      ], 10_240
    ),
    ("ExponentialLR", ["gamma": .float(1.0001)], 7_121_210),
    ("StepLR", ["step_size": .int(10), "gamma": .int(2)], 10_280),
    // The wave's height overflows, not its minimum.
    ("CosineAnnealingLR", ["T_max": .int(9), "eta_min": .float(1.7e308)], 1),
    ("MultiStepLR", ["milestones": .list([.int(3), .int(9)]), "gamma": .float(1e200)], 9),
    (
      "SequentialLR",
      [
        "schedulers": .list([
          .scheduler("StepLR", [SchedulerArgument("step_size", .int(5))]),
          .scheduler("LinearLR", [SchedulerArgument("total_iters", .int(0))]),
        ]), "milestones": .list([.int(12)]),
      ], 12
    ),
    // 0 / 0 to a power of 0 is not 1.
    (
      "SequentialLR",
      [
        "schedulers": .list([
          .scheduler("LinearLR", []),
          .scheduler(
            "PolynomialLR",
            [SchedulerArgument("total_iters", .int(0)), SchedulerArgument("power", .int(0))]),
        ]), "milestones": .list([.int(2)]),
      ], 2
    ),
  ])
  func endsWhereTheFrameworkRaises(name: String, parameters: [String: Value], end: Int) throws {
    let schedule = try schedule(name, parameters)
    #expect(schedule.steps == 0..<end)
    #expect(schedule.columns.allSatisfy { $0.value(at: end - 1)?.isFinite == true })
    #expect(schedule.columns.allSatisfy { $0.value(at: end) == nil })
  }

  @Test(arguments: [
    ("StepLR", ["step_size": Value.int(0)], "step_size is 0; it must be above 0"),
    ("LinearLR", ["start_factor": .int(0)], "start_factor is 0; it must be above 0 and at most 1"),
    ("LinearLR", ["end_factor": .float(1.5)], "end_factor is 1.5; it must be 0 to 1"),
    ("ConstantLR", ["factor": .int(-1)], "factor is -1; it must be 0 to 1"),
    ("CosineAnnealingLR", ["T_max": .int(0)], "T_max is 0; it must be above 0"),
    (
      "CosineAnnealingWarmRestarts", ["T_0": .int(0)], "T_0 is 0; it must be a whole number above 0"
    ),
    (
      "CyclicLR", ["base_lr": .int(0), "max_lr": .int(1), "mode": .string("square")],
      "mode is \"square\"; it must be one of triangular, triangular2, exp_range"
    ),
    (
      "MultiStepLR", ["milestones": .list([.float(0.5)])],
      "milestones is [0.5]; it must be a list of whole numbers"
    ),
    (
      "OneCycleLR", ["max_lr": .int(1), "total_steps": .int(10), "pct_start": .float(0.1)],
      "2.15.0 raises an exception, because pct_start makes it divide by zero; give another value"
    ),
    (
      "OneCycleLR", ["max_lr": .int(1), "total_steps": .int(10), "pct_start": .int(1)],
      "pct_start is 1; it must be a float, as 1.0 is one and 1 is not"
    ),
    (
      "OneCycleLR", ["max_lr": .int(1), "total_steps": .int(10), "pct_start": .bool(false)],
      "pct_start is false; it must be a float, as 1.0 is one and 1 is not"
    ),
    (
      "SequentialLR", ["schedulers": .list([.scheduler("StepLR", [])]), "milestones": .list([])],
      "StepLR requires step_size; give it"
    ),
    (
      "SequentialLR",
      [
        "schedulers": .list([.scheduler("StepLR", [SchedulerArgument("step_size", .int(0))])]),
        "milestones": .list([]),
      ], "StepLR: step_size is 0; it must be above 0"
    ),
    (
      "SequentialLR",
      ["schedulers": .list([.scheduler("ConstantLR", [])]), "milestones": .list([.int(3)])],
      "milestones is [3]; it must be one fewer than the schedulers, of which there are 1"
    ),
    (
      "SequentialLR",
      [
        "schedulers": .list(.init(repeating: .scheduler("ConstantLR", []), count: 3)),
        "milestones": .list([.int(9), .int(3)]),
      ], "milestones is [9, 3]; it must be in rising order"
    ),
    (
      "SequentialLR",
      [
        "schedulers": .list([.scheduler("SequentialLR", [])]), "milestones": .list([]),
      ],
      "schedulers is [SequentialLR()]; it must be without a SequentialLR among them: releases differ in what"
        + " that does"
    ),
    (
      "SequentialLR",
      ["schedulers": .list([.scheduler("Triangle", [])]), "milestones": .list([])],
      "a sequence takes no scheduler \"Triangle\"; it takes StepLR, MultiStepLR, ConstantLR, LinearLR,"
        + " ExponentialLR, PolynomialLR, CosineAnnealingLR, CosineAnnealingWarmRestarts"
    ),
  ])
  func refusesWhatTheFrameworkRefuses(name: String, parameters: [String: Value], message: String) {
    let error = #expect(throws: ScheduleError.self) { try schedule(name, parameters) }
    #expect(error.map { "\($0)" } == message)
  }

  @Test func oneCycleIsAsLongAsItsEpochs() throws {
    let epochs: [String: Value] = [
      "max_lr": .int(1), "epochs": .int(3), "steps_per_epoch": .int(500),
    ]
    #expect(try schedule("OneCycleLR", epochs).nominalSteps == 1500)
    let total = epochs.merging(["total_steps": .int(700)]) { $1 }
    #expect(try schedule("OneCycleLR", total).nominalSteps == 700)
  }

  @Test(arguments: ["CyclicLR", "OneCycleLR"])
  func cyclesMomentumOnlyOfAnOptimizerThatHasOne(name: String) throws {
    let parameters: [String: Value] =
      name == "CyclicLR"
      ? ["base_lr": .float(0.1), "max_lr": .int(1)]
      : ["max_lr": .float(0.1), "total_steps": .int(100)]
    for optimizer in ["Adam", "SGD", "RMSprop"] {
      #expect(try schedule(name, parameters, optimizer: optimizer).columns.count == 2)
    }
    #expect(throws: ScheduleError.self) { try schedule(name, parameters, optimizer: "Adagrad") }
    let still = parameters.merging(["cycle_momentum": .bool(false)]) { $1 }
    #expect(try schedule(name, still, optimizer: "Adagrad").columns.count == 1)
  }

  /// A part counts its own steps: pieces and bounds are moved to its milestone.
  @Test func aSequenceHasThePiecesOfItsParts() throws {
    let schedule = try schedule(
      "SequentialLR",
      [
        "schedulers": .list([
          .scheduler("LinearLR", [SchedulerArgument("total_iters", .int(100))]),
          .scheduler("CosineAnnealingWarmRestarts", [SchedulerArgument("T_0", .int(50))]),
        ]), "milestones": .list([.int(100)]),
      ])
    let pieces = schedule.columns[0].pieces(in: 0..<220, atMost: 9)
    #expect(pieces.map(\.steps) == [0..<100, 100..<150, 150..<200, 200..<250])
    #expect(pieces.map(\.title) == ["line", "cosine", "restart", "restart"])
    #expect(pieces[2].text.hasSuffix(", t from step 100"))
    let bounds = try #require(schedule.columns[0].bounds(in: 150..<200))
    #expect(bounds.upperBound == schedule.columns[0].value(at: 150))
    #expect(bounds.lowerBound == schedule.columns[0].value(at: 199))
  }

  private func schedule(
    _ name: String, _ parameters: [String: Value], optimizer: String = "Adam"
  ) throws -> Schedule {
    try Schedule(
      .named(name), arguments: parameters.map { SchedulerArgument($0.key, $0.value) },
      optimizer: Optimizer(type: optimizer, baseLRs: [0.1]))
  }
}
