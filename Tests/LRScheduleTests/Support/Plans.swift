@testable import LRSchedule

// The configurations that every step-by-step test runs through: each formula, each quirk, each kind
// of breakpoint and each kind of end, in the newest release and in those that compute otherwise.

extension Plan {
  static let all = rangeTests + cycles + warmups + decays + cosines + risingCosines

  static let rangeTests: [Plan] = [
    Plan(PlainRangeTest()),
    Plan(PlainRangeTest(low: 1e-5, size: 7, rate: 0.3, staircase: true)),
    Plan(PlainRangeTest(size: 1000, rate: -0.01)),
    Plan(PlainRangeTest(size: 7, rate: 1e300)),
    Plan(PlainRangeTest(release: .old, size: 2.5, rate: 0.7, staircase: true)),
    Plan(PlainRangeTest(release: .old, size: -3)),
    Plan(PlainRangeTest(release: .old, size: 0)),
  ]

  static let cycles: [Plan] = [
    Plan(PlainOneCycle()),
    Plan(PlainOneCycle(optimizer: "SGD", first: 5, second: 3)),
    Plan(PlainOneCycle(first: 149.083, second: 77.7, decaySize: 3.5, decayRate: 0.5)),
    Plan(PlainOneCycle(first: 100, second: 0, firstStairs: 4)),
    Plan(PlainOneCycle(first: 10, second: 25, firstStairs: 4, secondStairs: 3)),
    Plan(PlainOneCycle(first: 30.5, second: 44.25, firstStairs: 2.5, secondStairs: 0)),
    Plan(PlainOneCycle(first: 50, second: 21, firstStairs: -1, secondStairs: 6)),
    Plan(PlainOneCycle(release: .old, first: 10, second: 25, firstStairs: 4)),
    Plan(PlainOneCycle(release: .old, first: 0, second: 25)),
    Plan(PlainOneCycle(release: .old, first: 40, second: -15)),
    Plan(PlainOneCycle(release: .old, first: -40, second: 15)),
    Plan(
      PlainOneCycle(
        first: 20, second: 30, decaySize: 10, decayRate: 0.01, momentumDecayRate: 0.001)),
    // Divides by zero at interval 100.
    Plan(PlainOneCycle(first: 20, second: 30, decaySize: 10, decayRate: -0.01)),
    // Jumps over the pole.
    Plan(PlainOneCycle(first: 20, second: 30, decaySize: 1, decayRate: -0.03)),
    // The rate overflows next to the pole, and momentum far behind it.
    Plan(
      PlainOneCycle(
        low: 1e307, high: 1.5e307, first: 20, second: 30, decaySize: 1, decayRate: -0.0303)),
    Plan(PlainOneCycle(first: 20, second: 30, decaySize: 10, momentumDecayRate: 1e305)),
    Plan(PlainOneCycle(first: 1_000_000_000_000.5, second: 3e12, firstStairs: 1_000_000)),
  ]

  static let warmups: [Plan] = [
    Plan(PlainWarmupLR()),
    Plan(PlainWarmupLR(low: 1e-6, high: 3e-4, steps: 7, type: "linear")),
    Plan(PlainWarmupLR(low: 0.01, high: 0.003, steps: 1)),
    Plan(PlainWarmupLR(steps: 1_000_000_000_000)),
    Plan(PlainWarmupLR(release: .old, high: 0.7, steps: 149.083)),
    Plan(PlainWarmupLR(release: .old, high: 0.7, steps: 149.083, type: "linear")),
    Plan(PlainWarmupLR(release: .old, high: 0.7, steps: -4, type: "linear")),
    Plan(PlainWarmupLR(release: Release(0, 14, 5), low: 1e-5, steps: 20)),
  ]

  static let decays: [Plan] = [
    Plan(PlainWarmupDecayLR(total: 10_000)),
    Plan(PlainWarmupDecayLR(total: 100.5, low: 1e-5, high: 2e-3, steps: 10, type: "linear")),
    Plan(PlainWarmupDecayLR(total: -10, steps: 10)),
    Plan(PlainWarmupDecayLR(total: 10, steps: 10)),
    Plan(PlainWarmupDecayLR(total: 5, steps: 10, type: "linear")),
    Plan(PlainWarmupDecayLR(total: 3_000_000_000_000, steps: 1_000_000_000_000)),
    // So far beyond 2^53 that the order of the subtractions counts.
    Plan(PlainWarmupDecayLR(total: 1.8e16, steps: 10)),
    Plan(PlainWarmupDecayLR(release: .old, total: 1000.9, steps: 149.083)),
    Plan(PlainWarmupDecayLR(release: Release(0, 14, 5), total: 300, low: 1e-5, steps: 20)),
  ]

  static let cosines: [Plan] = [
    Plan(PlainWarmupCosineLR(total: 10_000)),
    Plan(PlainWarmupCosineLR(total: 100.7, minimum: 0.3, steps: 10, type: "linear")),
    Plan(PlainWarmupCosineLR(total: 200, steps: 20, cosineMinimum: -0.5)),
    Plan(PlainWarmupCosineLR(total: 20, steps: 20)),
    Plan(PlainWarmupCosineLR(total: 5, steps: 20)),
    Plan(PlainWarmupCosineLR(total: 3_000_000_000_000, steps: 1_000_000_000_000)),
    // Divides by zero after the warm-up.
    Plan(PlainWarmupCosineLR(release: .old, total: 20, steps: 20)),
  ]

  /// Before 0.19.3 the cosine rises again, and again.
  static let risingCosines: [Plan] = [
    Plan(PlainWarmupCosineLR(release: .old, base: 0.07, total: 200, steps: 20)),
    Plan(PlainWarmupCosineLR(release: .old, total: 57.3, steps: 10.25, cosineMinimum: -0.3)),
    Plan(PlainWarmupCosineLR(release: .old, total: 5, steps: 20)),
    // More than half a turn a step: angles of 10^8 radians and more from step 3.4e7 on.
    Plan(PlainWarmupCosineLR(release: .old, total: 10.75, steps: 10)),
    Plan(PlainWarmupCosineLR(release: Release(0, 12, 3), total: 100, minimum: 0.1, steps: 1.5)),
    Plan(PlainWarmupCosineLR(release: Release(0, 12, 4), total: 100, minimum: 0.1, steps: 1.5)),
  ]
}

extension Release {
  /// The last release before most of the checks came.
  static let old = Release(0, 18, 9)
}
