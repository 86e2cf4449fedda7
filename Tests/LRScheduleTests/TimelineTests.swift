import Testing

@testable import LRSchedule

/// The pieces that a channel's steps are cut into, and where it ends.
@Suite struct TimelineTests {
  @Test(arguments: Plan.all)
  func piecesCoverEveryStepOnce(plan: Plan) throws {
    for column in try plan.plain.schedule().columns {
      let ranges = pieces(of: column).map(\.steps)
      #expect(ranges.allSatisfy { !$0.isEmpty })
      #expect(ranges.first?.lowerBound == 0)
      #expect(ranges.last.map { $0.upperBound >= column.steps.upperBound } == true)
      #expect(ranges.dropFirst().map(\.lowerBound) == ranges.dropLast().map(\.upperBound))

      for range in ranges {
        let range = range.clamped(to: column.steps)
        for step in [range.lowerBound, range.lowerBound + range.count / 2, range.upperBound - 1] {
          #expect(
            column.pieces(in: step..<step + 1, atMost: 9).map { $0.steps.clamped(to: column.steps) }
              == [range])
        }
      }
    }
  }

  @Test(arguments: Plan.all)
  func outsideItsStepsAColumnHasNoValue(plan: Plan) throws {
    for column in try plan.plain.schedule().columns {
      #expect(column.steps.lowerBound == 0)
      for step in [Int.min, -1, column.steps.upperBound, column.steps.upperBound + 1, Int.max] {
        #expect(column.value(at: step) == nil)
      }
      #expect(column.value(at: column.steps.upperBound - 1) != nil)
    }
  }

  @Test(arguments: Plan.all)
  func theFirstMissingValueIsTheFrameworksFirstFailure(plan: Plan) throws {
    let schedule = try plan.plain.schedule()
    let end = schedule.steps.upperBound
    guard end < 1 << 53 else { return }
    func isFinite(_ column: Column, at step: Int) -> Bool {
      plan.plain.value(of: column.channel, at: step)?.isFinite == true
    }
    #expect(schedule.columns.contains { !isFinite($0, at: end) })
    for step in max(0, end - 2000)..<end {
      #expect(schedule.columns.allSatisfy { isFinite($0, at: step) })
    }
  }
}

/// Where pieces start: the framework compares `t - 1`, and sizes may be fractional.
@Suite struct BreakpointTests {
  /// Steps of the warm-up; the first step after it, `t - 1 >= max(2, steps)`.
  @Test(
    arguments: [
      (Number.int(1000), 1001), (2, 3), (1, 3), (0, 3), (-7, 3), (149.083, 151), (149.0, 150),
      (148.999, 150), (1.5, 3), (2.0000001, 4), (1e300, nil),
    ] as [(Number, Int?)])
  func ofAWarmup(steps: Number, end: Int?) throws {
    let expected = [0, 1] + (end.map { [$0] } ?? [])
    for type in ["log", "linear"] {
      let plain = PlainWarmupLR(release: .old, steps: steps, type: type)
      #expect(try breakpoints(of: plain) == expected)
    }
  }

  /// The total; the first step at the bottom, `total - (t - 1) <= 0`.
  @Test(
    arguments: [
      (Number.int(100), 101), (100.5, 102), (99.999, 101), (100.000001, 102), (11, 12),
    ] as [(Number, Int)])
  func ofALinearDecay(total: Number, bottom: Int) throws {
    #expect(try breakpoints(of: PlainWarmupDecayLR(total: total, steps: 10)) == [0, 1, 11, bottom])
  }

  /// A total inside the warm-up, or before it: down at once.
  @Test(arguments: [10, 9, 0, -10, 9.5] as [Number])
  func ofADecayWithoutRoom(total: Number) throws {
    #expect(try breakpoints(of: PlainWarmupDecayLR(total: total, steps: 10)) == [0, 1, 11])
  }

  /// The total; the first step at the bottom, `(t - W) / (total - W) >= 1`: no `t - 1` there.
  @Test(
    arguments: [
      (Number.int(100), 100), (100.5, 101), (99.999, 100), (12, 12), (1e15, 1_000_000_000_000_000),
    ] as [(Number, Int)])
  func ofACosine(total: Number, bottom: Int) throws {
    let plain = PlainWarmupCosineLR(total: total, steps: 10)
    #expect(try breakpoints(of: plain) == [0, 1, 11, bottom])
  }

  /// Before 0.19.3 the cosine has no bottom to stay at.
  @Test func ofACosineThatRisesAgain() throws {
    let plain = PlainWarmupCosineLR(release: .old, total: 100, steps: 10)
    #expect(try breakpoints(of: plain) == [0, 1, 11])
  }

  /// Both sizes; the first falling step, the first step of the next turn, and that of the decay.
  @Test(
    arguments: [
      (Number.int(10), Number.int(20), [11, 30, 31]),
      // t - 1 < 30.5 holds for t = 31, which is already the next turn's.
      (10, 20.5, [11, 31, 32]),
      (149.083, 77.7, [150, 227, 228]),
      // Nothing falls: the second half has no steps.
      (10, 0, [10, 11]),
      (0.5, 0.25, [2]),
    ] as [(Number, Number, [Int])])
  func ofACycle(first: Number, second: Number, steps: [Int]) throws {
    let plain = PlainOneCycle(first: first, second: second)
    #expect(try breakpoints(of: plain) == [0, 1] + steps)
  }

  /// `x <= ratio` at t = first is a matter of rounding, and of asking as the framework does.
  @Test func ofTheSecondHalf() throws {
    var early = 0
    for first in 1...40 {
      for second in 1...40 {
        let total = Double(first + second)
        let ratio = Double(first) / total
        let falling = (1..<first + second).first { t in
          let x = 1 + Double(t) / total - (1 + Double(t) / total).rounded(.down)
          return !(x <= ratio)
        }
        let plain = PlainOneCycle(first: .int(first), second: .int(second))
        let steps = Set([0, 1, falling ?? first + second, first + second, first + second + 1])
        #expect(try breakpoints(of: plain) == steps.sorted(), "\(first), \(second)")
        if falling == first { early += 1 }
      }
    }
    // In one of three pairs the second half starts a step before the sizes say so.
    #expect((500...560).contains(early))
  }

  /// `c <= first` is another comparison: at t = first a stair of the second half may still rise.
  @Test func ofStairs() throws {
    let early = PlainOneCycle(first: 5, second: 6, firstStairs: 2, secondStairs: 3)
    let x = 1 + 5.0 / 11 - 1
    try #require(x > 5.0 / 11)
    #expect(try breakpoints(of: early) == [0, 1, 5, 6, 11, 12])
    // Three stairs, all climbed: 5 * 3 / 5.
    #expect(try early.schedule().columns[0].value(at: 5) == 0.0001 + (0.001 - 0.0001) * 1)
  }
}

/// The first step without a value.
@Suite struct EndTests {
  @Test(arguments: [
    // Interval 100 makes 1 - 0.01 * 100 of the decay.
    EndCase(
      "a decay that reaches zero", 1050,
      of: PlainOneCycle(first: 20, second: 30, decaySize: 10, decayRate: -0.01)),
    EndCase(
      "a pole between two steps", nil,
      of: PlainOneCycle(first: 20, second: 30, decaySize: 1, decayRate: -0.03)),
    EndCase(
      "a rate that overflows next to a pole", 82,
      of: PlainOneCycle(
        low: 1e307, high: 1.5e307, first: 20, second: 30, decaySize: 1, decayRate: -0.0303)),
    // 1 + 1e307 * t / 10 is infinite from t = 180 on.
    EndCase(
      "a growth that overflows", 180, of: PlainRangeTest(low: 1e-9, size: 10, rate: 1e307)),
    EndCase("a step size of 0", 1, of: PlainRangeTest(release: .old, size: 0)),
    EndCase(
      "a step size of 0 with stairs", 1,
      of: PlainRangeTest(release: .old, size: 0, rate: 0, staircase: true)),
    EndCase(
      "a first half without steps", 25, of: PlainOneCycle(release: .old, first: 0, second: 25)),
    EndCase(
      "a cosine without steps", 21, of: PlainWarmupCosineLR(release: .old, total: 20, steps: 20)),
    EndCase(
      "a cosine of one step since 0.19.3", nil, of: PlainWarmupCosineLR(total: 20, steps: 20)),
    EndCase("the usual", nil, of: PlainWarmupLR()),
    EndCase("a warm-up beyond every step", nil, of: PlainWarmupLR(release: .old, steps: 1e300)),
  ])
  func isWhereTheFrameworkFailsOrStepsStopBeingExact(_ example: EndCase) throws {
    let schedule = try example.plan.plain.schedule()
    let end = example.end ?? 1 << 53
    #expect(schedule.columns[0].steps == 0..<end)
    #expect(schedule.columns[0].value(at: end - 1) != nil)
  }

  /// A schedule ends where the first of its columns would, and all of them with it.
  @Test func ofAScheduleIsItsShortestColumns() throws {
    let schedule = try PlainOneCycle(
      first: 20, second: 30, decaySize: 10, decayRate: -0.01, momentumDecayRate: 0.1
    ).schedule()
    #expect(schedule.columns.map(\.steps.upperBound) == [1050, 1050])
    #expect(schedule.steps == 0..<1050)
  }
}

struct EndCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let end: Int?
  let plan: Plan

  init(_ description: String, _ end: Int?, of plain: some PlainScheduler) {
    testDescription = description
    self.end = end
    plan = Plan(plain)
  }
}
