import LRSchedule
import Testing

@testable import LRConfiguration

/// The optimizer of a configuration: its rate is the base lr, its type decides about momentum.
@Suite struct ConfigurationOptimizerTests {
  private func schedule(_ optimizer: String, _ flags: String = "") throws -> Schedule {
    let resolution = try ConfigurationFolder().resolve(
      """
      {"optimizer": \(optimizer),
       "scheduler": {"type": "OneCycle", "params": {"cycle_min_lr": 0.1, "cycle_max_lr": 1}}}
      """, flags)
    return try #require(resolution.schedules.first?.schedule)
  }

  @Test(arguments: [
    (#"{"type": "AdamW", "params": {"lr": 3e-5}}"#, "AdamW", 3e-5),
    (#"{"type": "ADAMW", "params": {"lr": 1}}"#, "ADAMW", 1),
    (#"{"type": "OneBitAdam", "params": {"lr": 0.0}}"#, "OneBitAdam", 0),
    (#"{"type": "SGD", "params": {"lr": -0.5}}"#, "SGD", -0.5),
    (#"{"type": "AdamW", "params": {}}"#, "AdamW", 0.001), (#"{"type": "AdamW"}"#, "AdamW", 0.001),
    (#"{"params": {"lr": 0.25}}"#, "Adam", 0.25), ("{}", "Adam", 0.001), ("null", "Adam", 0.001),
  ])
  func typeAndRate(optimizer: String, type: String, rate: Double) throws {
    let schedule = try schedule(optimizer)
    #expect(schedule.optimizer.type == type)
    #expect(schedule.optimizer.baseLRs == [rate])
  }

  @Test(arguments: [
    ("adam", true), ("AdamW", true), ("Lion", true), ("muon", true), ("ZeroOneAdam", true),
    ("NAdam", true), ("SGD", false), ("Adagrad", false), ("RMSprop", false), ("MuSGD", false),
  ])
  func momentumMovesWhereThereAreBetas(type: String, moves: Bool) throws {
    let schedule = try schedule(#"{"type": "\#(type)"}"#)
    #expect(schedule.columns.map(\.name) == (moves ? ["lr", "momentum"] : ["lr"]))
    #expect(schedule.notices.map(\.parameter) == (moves ? [] : ["cycle_momentum"]))
  }

  @Test func aRatioScheduleScalesTheRate() throws {
    let resolution = try ConfigurationFolder().resolve(
      #"""
      {"optimizer": {"type": "AdamW", "params": {"lr": 0.5}},
       "scheduler": {"type": "WarmupCosineLR", "params": {"total_num_steps": 100, "warmup_num_steps": 10,
                                                           "warmup_type": "linear"}}}
      """#)
    let column = try #require(resolution.schedules.first?.schedule.columns.first)
    #expect([0, 6].map { column.value(at: $0) } == [0, 0.25])
  }

  @Test(arguments: [#""AdamW""#, "[]", #"{"type": "AdamW", "params": [1e-4]}"#])
  func isAnObject(optimizer: String) {
    #expect(throws: ConfigurationError.self) { try schedule(optimizer) }
  }
}
