import Foundation
import TestSupport
import Testing

@testable import LRSchedule

/// Where the formulas of Hugging Face's schedulers divide by zero, change over, or are refused.
@Suite struct HuggingFaceEdgeTests {
  /// Row by row as Python has it; a row that is missing is where it raises an exception.
  @Test(arguments: [
    Edge("linear", ["num_training_steps": 4], [1, 0.75, 0.5, 0.25, 0, 0]),
    Edge("linear", ["num_training_steps": 0], [0, 0, 0]),
    Edge("linear", ["num_training_steps": -5], [0, 0, 0]),
    Edge("linear", ["num_training_steps": 2, "num_warmup_steps": 4], [0, 0.25, 0.5, 0.75, 0, 0]),
    Edge("linear", ["num_training_steps": 6, "num_warmup_steps": -2], [0.75, 0.625, 0.5]),
    Edge("cosine", ["num_training_steps": 0], [1, 0, 1, 0]),
    Edge("cosine", ["num_training_steps": 2], [1, 0.5, 0, 0.5, 1]),
    Edge("cosine", ["num_training_steps": 5, "num_cycles": 0.0], [1, 1, 1]),
    Edge("cosine", ["num_training_steps": 2, "num_cycles": -0.5], [1, 0.5, 0]),
    Edge(
      "cosine_with_restarts", ["num_training_steps": 4, "num_cycles": 2], [1, 0.5, 1, 0.5, 0, 0]),
    Edge(
      "cosine_with_restarts", ["num_training_steps": 4, "num_cycles": -2], [1, 0.5, 1, 0.5, 0, 0]),
    Edge("cosine_with_restarts", ["num_training_steps": 2, "num_cycles": 0], [1, 1, 0]),
    Edge("cosine_with_restarts", ["num_training_steps": 0], [1, 0, 0]),
    Edge("polynomial", ["num_training_steps": 2, "lr_end": 0.5], [1, 0.75, 0.5, 0.5]),
    Edge("polynomial", ["num_training_steps": 0], [nil]),
    Edge("polynomial", ["num_training_steps": -1, "lr_end": 0.25], [0.25, 0.25]),
    Edge("polynomial", ["num_training_steps": 2, "num_warmup_steps": 2], [0, 0.5, nil]),
    Edge("polynomial", ["num_training_steps": 2, "lr_end": 0.5, "power": 0.0], [1, 1, 1, 0.5]),
    Edge("polynomial", ["num_training_steps": 2, "lr_end": 0.0, "power": -1.0], [1, 2, nil]),
    Edge("inverse_sqrt", ["num_warmup_steps": 2, "timescale": 1], [0, 0.5, 1]),
    Edge(
      "inverse_sqrt", ["timescale": -4], [1, 1 / 0.75.squareRoot(), 1 / 0.5.squareRoot(), 2, nil]),
    Edge("cosine_with_min_lr", ["num_training_steps": 2, "min_lr": 0.5], [1, 0.75, 0.5, 0.75]),
    Edge("cosine_with_min_lr", ["num_training_steps": 2, "min_lr_rate": 2.0], [1, 1.5, 2]),
    Edge(
      "cosine_warmup_with_min_lr",
      ["num_training_steps": 4, "num_warmup_steps": 2, "min_lr_rate": 0.0], [0.5, 1, 0.5, 0]),
    Edge(
      "cosine_warmup_with_min_lr",
      ["num_training_steps": 5, "num_warmup_steps": 3, "min_lr": 0.0, "warmup_lr_rate": 0.5],
      [0.5, 0.75, 1, 0.5, 0]),
    Edge(
      "warmup_stable_decay",
      ["num_decay_steps": 2, "num_warmup_steps": 2, "num_stable_steps": 1], [0, 0.5, 1, 1, 0.5, 0]),
    Edge("warmup_stable_decay", ["num_decay_steps": 0, "num_stable_steps": 2], [1, 1, 0, 0]),
    Edge("warmup_stable_decay", ["num_decay_steps": -4, "num_stable_steps": 2], [1, 1, 0, 0]),
    Edge(
      "warmup_stable_decay",
      ["num_decay_steps": 4, "num_training_steps": 2, "min_lr_ratio": 0.25],
      [0.625, 0.359835, 0.25, 0.25, 0.25]),
    Edge(
      "warmup_stable_decay",
      [
        "num_decay_steps": 4, "num_training_steps": 2, "num_warmup_steps": 2,
        "decay_type": "linear",
      ], [0, 0.5, 0, 0]),
    Edge(
      "warmup_stable_decay",
      ["num_decay_steps": 4, "num_stable_steps": 1, "decay_type": "1-sqrt", "min_lr_ratio": 0.5],
      [1, 1, 0.75, 1 - 0.5.squareRoot() / 2]),
  ])
  func rowsAreThoseOfTheFormula(edge: Edge) throws {
    let schedule = try edge.schedule()
    for (step, expected) in edge.rows.enumerated() {
      let value = schedule.columns[0].value(at: step)
      guard let expected else {
        #expect(value == nil && schedule.steps.upperBound == step)
        continue
      }
      #expect(abs(try #require(value) - expected) < 1e-6, "step \(step)")
    }
  }

  @Test(arguments: [
    Edge("cosine_with_min_lr", ["num_training_steps": 2], []),
    Edge("cosine_with_min_lr", ["num_training_steps": 2, "min_lr": 0.5, "min_lr_rate": 0.5], []),
    Edge("inverse_sqrt", ["timescale": 0], []),
    Edge("inverse_sqrt", ["num_warmup_steps": 2, "timescale": 0], []),
    Edge("polynomial", ["num_training_steps": 2, "lr_end": 1.0], []),
    Edge("warmup_stable_decay", ["num_decay_steps": 2], []),
    Edge(
      "warmup_stable_decay",
      ["num_decay_steps": 2, "num_stable_steps": 2, "warmup_type": "log"], []),
    Edge("linear", [:], []), Edge("cosine", ["num_training_steps": 10.5], []),
  ])
  func whatTheFrameworkRefusesIsRefused(edge: Edge) {
    #expect(throws: ScheduleError.self) { try edge.schedule() }
  }

  /// A thousand times a thousand million cycles take as long as one.
  @Test(.patience(minutes: 1), arguments: [3, 1e6, 1e9, 333_333_333.3, 4e11, -1e9, 1e15])
  func manyCyclesAreQuick(cycles: Double) throws {
    var restarts = CosineWithRestarts(numTrainingSteps: 1_000_000_000_000)
    restarts.numCycles = .float(cycles)
    restarts.numWarmupSteps = 1000
    let schedule = try Schedule(restarts, optimizer: Optimizer(baseLRs: [1]))
    let column = schedule.columns[0]
    var generator = SplitMix64(seed: 8)
    for _ in 0..<20 {
      let start = Int.random(in: 0..<900_000_000_000, using: &generator)
      for length in [10, 1000, 1_000_000, 1_000_000_000_000] {
        let steps = start..<start + length
        let bounds = try #require(column.bounds(in: steps))
        for _ in 0..<20 {
          let step = Int.random(in: steps, using: &generator)
          let value = try #require(column.value(at: step))
          #expect(bounds.lowerBound - 0.002 <= value && value <= bounds.upperBound + 0.002)
        }
      }
    }
  }
}

/// A scheduler of Hugging Face with its arguments, and its first rows at a rate of 1.
struct Edge: Sendable, CustomTestStringConvertible {
  let name: String
  let arguments: [SchedulerArgument]
  let rows: [Double?]

  init(_ name: String, _ arguments: KeyValuePairs<String, Value>, _ rows: [Double?]) {
    self.name = name
    self.arguments = arguments.map { SchedulerArgument($0.key, $0.value) }
    self.rows = rows
  }

  var testDescription: String { "\(name) \(arguments)" }

  func schedule() throws -> Schedule {
    let type = try #require(Catalog.type(named: name, of: .huggingFace))
    return try Schedule(type, arguments: arguments, optimizer: Optimizer(baseLRs: [1]))
  }
}
