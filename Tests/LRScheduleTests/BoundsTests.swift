import TestSupport
import Testing

@testable import LRSchedule

/// The bounds that a picture draws against the extremes of all the values in a range.
@Suite struct BoundsTests {
  @Test(arguments: Plan.all)
  func aroundBreakpointsAndPoles(plan: Plan) throws {
    var generator = SplitMix64(seed: 31)
    for column in try plan.plain.schedule().columns {
      let corners = pieces(of: column).map(\.steps.lowerBound) + [column.steps.upperBound]
      let ranges = (corners + plan.plain.cornerSteps).flatMap { corner in
        (0..<6).map { _ in
          let before = Int.random(in: 0...40, using: &generator)
          return corner - before..<corner + Int.random(in: 0...40, using: &generator)
        }
      }
      expectExtremes(of: plan.plain, column, in: ranges)
    }
  }

  @Test(arguments: Plan.all)
  func ofRandomRanges(plan: Plan) throws {
    var generator = SplitMix64(seed: 32)
    for column in try plan.plain.schedule().columns {
      let ranges = (0..<12).map { index in
        let bits = index < 6 ? 11 : Int.random(in: 12...52, using: &generator)
        let start = Int.random(in: 0..<(1 << bits), using: &generator)
        return start..<start + Int.random(in: 1...1500, using: &generator)
      }
      expectExtremes(of: plan.plain, column, in: ranges)
    }
  }

  /// With thousands of turns, whose extremes fall between steps: exact in a short range, in a long
  /// one values that it has, to a thousandth.
  @Test(arguments: [2, 7, 7.5, 13.7, 57.3, 9.001])
  func ofACosineThatKeepsRising(length: Double) throws {
    let plain = PlainWarmupCosineLR(release: .old, total: .float(10 + length), steps: 10)
    let column = try plain.schedule().columns[0]
    expectExtremes(of: plain, column, in: [0..<4000, 11..<4096, 9_000_003..<9_004_099])
    for range in [0..<20_000, 11..<8000, 9_000_003..<9_030_000] {
      let bounds = try #require(column.bounds(in: range))
      let values = range.compactMap { plain.value(of: .lr, at: $0) }
      #expect(values.contains(bounds.lowerBound) && values.contains(bounds.upperBound))
      #expect(try #require(values.min()) >= bounds.lowerBound - plain.base / 1000)
      #expect(try #require(values.max()) <= bounds.upperBound + plain.base / 1000)
    }
  }

  @Test(arguments: Plan.all)
  func outsideTheStepsThereAreNone(plan: Plan) throws {
    for column in try plan.plain.schedule().columns {
      let end = column.steps.upperBound
      #expect(column.bounds(in: -10..<0) == nil)
      #expect(column.bounds(in: 5..<5) == nil)
      #expect(column.bounds(in: end..<end + 10) == nil)
      #expect(column.bounds(in: -10..<1) == column.bounds(in: 0..<1))
      #expect(column.bounds(in: end - 1..<Int.max) == column.bounds(in: end - 1..<end))
    }
  }

  /// A sweep over the steps would take hours.
  @Test(.patience(minutes: 1), arguments: Plan.all)
  func ofATrillionStepsAreAsQuick(plan: Plan) throws {
    var generator = SplitMix64(seed: 33)
    for column in try plan.plain.schedule().columns {
      for start in [0, 1, 12_345, 1 << 52] where column.steps.contains(start) {
        let steps = start..<start + 1_000_000_000_000
        let bounds = try #require(column.bounds(in: steps))
        let outside = try (0..<100).filter { _ in
          let step = Int.random(in: steps.clamped(to: column.steps), using: &generator)
          let value = try #require(column.value(at: step))
          // A cosine that swings for so long is known to a thousandth.
          let slack = (bounds.upperBound - bounds.lowerBound) / 1000
          return value < bounds.lowerBound - slack || bounds.upperBound + slack < value
        }
        #expect(outside.isEmpty)
      }
    }
  }
}

private func expectExtremes(
  of plain: some PlainScheduler, _ column: Column, in ranges: [Range<Int>]
) {
  for range in ranges {
    let values = range.clamped(to: column.steps).compactMap {
      plain.value(of: column.channel, at: $0)
    }
    let bounds = column.bounds(in: range)
    #expect(bounds?.lowerBound == values.min(), "\(column.channel) in \(range)")
    #expect(bounds?.upperBound == values.max(), "\(column.channel) in \(range)")
  }
}
