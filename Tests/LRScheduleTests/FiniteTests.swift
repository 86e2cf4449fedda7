import Foundation
import TestSupport
import Testing

@testable import LRSchedule

/// A row is a finite number, whatever the parameters: a schedule ends where it would not be.
@Suite struct FiniteTests {
  @Test func aSwingThatOverflowsAtItsPeaks() throws {
    var cosine = WarmupCosineLR(totalNumSteps: 13.5)
    cosine.warmupNumSteps = 2
    cosine.cosMinRatio = 2.5
    try expectFiniteRows(of: cosine, baseLR: 1e308, release: Release(0, 18, 9))
  }

  /// The schedule ends at the first row that is not finite, and not before.
  @Test(arguments: [10_000, 1_000_000, 100_000_000])
  func aSwingEndsWhereItOverflows(total: Int) throws {
    var cosine = WarmupCosineLR(totalNumSteps: .int(total))
    cosine.warmupNumSteps = 2
    cosine.cosMinRatio = 10
    let schedule = try Schedule(
      cosine, optimizer: Optimizer(baseLRs: [1e308]), release: Release(0, 14, 5))
    let end = schedule.steps.upperBound
    func rate(_ step: Int) -> Double {
      let swing = (1 + cos(Double.pi * (Double(step) - 2) / Double(total - 2))) / 2
      return 1e308 * (10 + (1 - 10) * swing)
    }
    #expect(rate(end - 1).isFinite && !rate(end).isFinite)
    #expect(schedule.columns[0].value(at: end - 1) == rate(end - 1))
  }

  @Test func aPoleAtTheFirstStepOfTheDecay() throws {
    var cycle = OneCycle(cycleMinLR: 1e300, cycleMaxLR: 1e300)
    cycle.cycleFirstStepSize = 1
    cycle.cycleSecondStepSize = 0
    cycle.decayStepSize = 1
    cycle.decayLRRate = -1.0000000000000002
    try expectFiniteRows(of: cycle)
  }

  @Test func cyclesWithRandomParameters() throws {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<300 {
      func number() -> Double {
        let power = Int.random(in: -308...307, using: &generator)
        let size = Double.random(in: 1...9, using: &generator) * .pow10(power)
        return Bool.random(using: &generator) ? size : -size
      }
      var cycle = OneCycle(cycleMinLR: .all(number()), cycleMaxLR: .all(number()))
      cycle.cycleFirstStepSize = .float(Double.random(in: 0.1...20, using: &generator))
      cycle.cycleFirstStairCount = .float(number())
      cycle.cycleSecondStairCount = .float(number())
      cycle.decayStepSize = .float(number())
      cycle.decayLRRate = number()
      cycle.decayMomentumRate = number()
      try expectFiniteRows(of: cycle)
    }
  }

  private func expectFiniteRows(
    of scheduler: some Scheduler, baseLR: Double = 0.001, release: Release? = nil
  ) throws {
    let schedule = try Schedule(
      scheduler, optimizer: Optimizer(baseLRs: [baseLR]), release: release)
    for column in schedule.columns {
      let rows = column.block(from: 0, count: min(3000, column.steps.count))
      #expect(rows.allSatisfy { $0.isFinite }, "\(scheduler)")
    }
  }
}

extension Double {
  /// 10 to a power, as its text reads.
  fileprivate static func pow10(_ power: Int) -> Double { Double("1e\(power)") ?? .nan }
}
