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

  /// A difference is rounded otherwise where it has just passed a power of two.
  @Test(arguments: [Release(0, 12, 4), Release(0, 19, 2)])
  func powersOfTwoBehindFractionalSizes(release: Release) throws {
    var generator = SplitMix64(seed: 14)
    for _ in 0..<60 {
      let warmup = Double.random(in: 2...1000, using: &generator)
      let total = warmup * Double.random(in: 1.1...4000, using: &generator)
      let steps = (0...20).flatMap { bits in
        let crossing = Int(warmup) + 1 << bits
        return [crossing - 1, crossing, crossing + 1]
      }
      for plain in [
        PlainWarmupCosineLR(release: release, total: .float(total), steps: .float(warmup)),
        PlainWarmupDecayLR(release: release, total: .float(total), steps: .float(warmup)),
      ] as [any PlainScheduler] {
        try expectPlainValues(plain, at: steps)
      }
    }
  }

  /// Rows that DeepSpeed's own code gave where `t - W` has other last bits than `((t - 1) - W) + 1`.
  @Test func rowsOfTheFrameworkBehindAFractionalWarmup() throws {
    var scheduler = WarmupCosineLR(totalNumSteps: 7)
    scheduler.warmupNumSteps = 3.705528799383935
    scheduler.cosMinRatio = 0.3644402613246185
    let schedule = try Schedule(
      scheduler, optimizer: Optimizer(baseLRs: [-0.001, 1.48e-05]), release: Release(0, 19, 2))
    #expect(
      schedule.columns.map { $0.value(at: 4100) } == [
        -0.0005694387884209517, 8.427694068630085e-06,
      ])
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
