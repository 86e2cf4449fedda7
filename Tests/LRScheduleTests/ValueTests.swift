import TestSupport
import Testing

@testable import LRSchedule

/// The values against the framework's formulas, computed one step at a time.
@Suite struct ValueTests {
  @Test(arguments: Plan.all)
  func nextToEveryBreakpoint(plan: Plan) throws {
    try expectPlainValues(plan.plain, at: plan.plain.cornerSteps)
  }

  @Test(arguments: Plan.all)
  func onTheFirstThousandSteps(plan: Plan) throws {
    try expectPlainValues(plan.plain, at: 0..<1000)
  }

  @Test(arguments: Plan.all)
  func onStepsOfEveryMagnitude(plan: Plan) throws {
    var generator = SplitMix64(seed: 11)
    let steps = (1...53).flatMap { bits in
      (0..<8).map { _ in Int.random(in: 0..<(1 << bits), using: &generator) }
    }
    try expectPlainValues(plan.plain, at: steps + Array((1 << 53) - 8..<1 << 53))
  }

  /// Three comparisons decide where a cycle's formula changes, and in doubles they disagree.
  @Test func ofCyclesWithRandomSizes() throws {
    var generator = SplitMix64(seed: 12)
    func size() -> Number {
      Bool.random(using: &generator)
        ? .int(Int.random(in: 1...60, using: &generator))
        : .float(Double.random(in: 0.3...60, using: &generator))
    }
    for _ in 0..<400 {
      let plain = PlainOneCycle(
        first: size(), second: size(), firstStairs: .int(Int.random(in: 0...5, using: &generator)),
        secondStairs: .int(Int.random(in: 0...5, using: &generator)))
      try expectPlainValues(plain, at: 0..<130)
    }
  }

  /// A total next to a whole number: `1 + t / total` may round to 2 one step before `t mod total`
  /// starts again.
  @Test(arguments: 1...64)
  func ofCyclesWhoseTotalIsNextToAWholeNumber(total: Int) throws {
    let totals = [Double(total).nextDown, Double(total), Double(total).nextUp]
    let different = try totals.flatMap { total in
      try [0.25, 0.5, 0.75].flatMap { share in
        let first = total * share
        let plain = PlainOneCycle(
          first: .float(first), second: .float(total - first), firstStairs: 8, secondStairs: 5)
        return try differences(plain, at: 0..<70).map { "\(first) of \(total): \($0)" }
      }
    }
    #expect(different.isEmpty)
  }

  @Test func ofWarmupsWithRandomFractionalSizes() throws {
    var generator = SplitMix64(seed: 13)
    for _ in 0..<200 {
      let steps = Number.float(Double.random(in: -3...60, using: &generator))
      let total = Number.float(Double.random(in: -10...90, using: &generator))
      for type in ["log", "linear"] {
        try expectPlainValues(
          PlainWarmupLR(release: .old, high: 0.3, steps: steps, type: type), at: 0..<70)
        try expectPlainValues(
          PlainWarmupDecayLR(release: .old, total: total, steps: steps, type: type), at: 0..<100)
        try expectPlainValues(
          PlainWarmupCosineLR(release: .old, total: total, steps: steps, type: type), at: 0..<100)
      }
    }
  }
}

/// Expects the plain scheduler's bits on those of the steps that the schedule has.
private func expectPlainValues(_ plain: some PlainScheduler, at steps: some Sequence<Int>) throws {
  let different = try differences(plain, at: steps)
  #expect(different.isEmpty, "\(Plan(plain).testDescription)")
}

private func differences(
  _ plain: some PlainScheduler, at steps: some Sequence<Int>
) throws -> [String] {
  let schedule = try plain.schedule()
  #expect(schedule.columns(of: .momentum).isEmpty == (plain.momentum(0) == nil))
  var different: [String] = []
  for column in schedule.columns {
    for step in steps where step < column.steps.upperBound {
      let value = column.value(at: step)
      let expected = plain.value(of: column.channel, at: step)
      if value?.bitPattern != expected?.bitPattern {
        different.append("\(column.channel) at \(step): \(value ?? .nan), not \(expected ?? .nan)")
      }
    }
  }
  return different
}
