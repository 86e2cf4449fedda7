import TestSupport
import Testing

@testable import LRSchedule

/// Long blocks, of which the logarithm and the cosine are computed in runs, against single steps.
@Suite struct RunTests {
  /// Runs of a block that is longer than most of them.
  private static let length = 3000

  @Test(arguments: Plan.all, [0, 1, 5000, 1_000_000_007])
  func aBlockIsItsSingleSteps(plan: Plan, start: Int) throws {
    for column in try plan.plain.schedule().columns {
      try expectSingleSteps(of: column, from: start)
    }
  }

  /// Runs of every length, from less than a step to longer than the block.
  @Test(arguments: [2, 3, 10, 57, 200, 1000, 5000, 100_000, 10_000_000, 1 << 40])
  func cosinesOfEveryPeriod(total: Int) throws {
    for release in [Release(0, 14, 5), Release(0, 19, 8)] {
      let schedule = try schedule(
        "WarmupCosineLR", ["total_num_steps": .int(total), "warmup_num_steps": 2],
        release: release)
      var generator = SplitMix64(seed: UInt64(total))
      for _ in 0..<20 {
        let start = Int.random(in: 0..<max(10, 20 * total), using: &generator)
        try expectSingleSteps(of: schedule.columns[0], from: start)
      }
    }
  }

  /// Angles below 0, which grow towards it and beyond: rows on both sides of 0 are no one run.
  @Test(arguments: [10, 100, 1000])
  func cosinesAroundZero(total: Int) throws {
    let schedule = try schedule(
      "WarmupCosineLR",
      ["total_num_steps": .int(total), "warmup_num_steps": .int(total / 2 + total)],
      release: Release(0, 14, 5))
    for start in [0, total, 2 * total] {
      try expectSingleSteps(of: schedule.columns[0], from: start)
    }
  }

  /// The logarithm's cases begin at whole steps, from 256 on.
  @Test(arguments: 8..<53)
  func logarithmsNextToTheBorderOfARow(exponent: Int) throws {
    let column = try schedule("WarmupLR", ["warmup_num_steps": .int(1 << 53)]).columns[0]
    for row in [0, 1, 63, 64, 127] {
      let border = Double(
        bitPattern: (UInt64(exponent + 1023) << 52) + (UInt64(row) << 45) - 0x000a_0000_0000_0000)
      for distance in [-1500, -64, -1, 0, 1] {
        let start = Int(border) + distance
        if column.steps.contains(start) { try expectSingleSteps(of: column, from: start) }
      }
    }
  }

  @Test func theCaseOfAnArgumentThatHasNone() {
    for x in [Double.nan, .infinity, -.infinity, 105_414_336, -1e300] {
      #expect(CosineCase(of: x) == nil)
    }
    for x in [Double.nan, .infinity, 0, -1, 5e-324, 0x1p1000] {
      #expect(LogarithmCase(of: x) == nil)
    }
  }

  private func expectSingleSteps(of column: Column, from start: Int) throws {
    let block = column.block(from: start, count: Self.length)
    let wrong = block.indices.first {
      block[$0].bitPattern != column.value(at: start + $0)?.bitPattern
    }
    #expect(wrong == nil, "\(column.name) from step \(start)")
  }
}
