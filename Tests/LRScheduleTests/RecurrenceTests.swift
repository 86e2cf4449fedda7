import TestSupport
import Testing

@testable import LRSchedule

/// PyTorch's recursion, which has other bits than its closed form: any step against a plain loop from
/// step 0 that calls the C library.
@Suite struct RecurrenceTests {
  @Test(arguments: PlainRecursion.all)
  func blocksAreThePlainLoop(plain: PlainRecursion) throws {
    let column = try plain.column()
    let values = column.block(from: 0, count: 20_000)
    #expect(values.map(\.bitPattern) == plain.values(count: 20_000).map(\.bitPattern))
  }

  @Test(arguments: PlainRecursion.all)
  func anyOrderHasTheSameBits(plain: PlainRecursion) throws {
    let values = plain.values(count: 20_000)
    var generator = SplitMix64(seed: 8)
    let column = try plain.column()
    for _ in 0..<300 {
      let step = Int.random(in: 0..<20_000, using: &generator)
      #expect(column.value(at: step)?.bitPattern == values[step].bitPattern, "step \(step)")
    }
    for step in plain.corners.flatMap({ [$0 - 1, $0, $0 + 1] }) where values.indices.contains(step)
    {
      // A column of its own has nothing to start from but the recurrence's anchors.
      let fresh = try plain.column()
      #expect(fresh.value(at: step)?.bitPattern == values[step].bitPattern, "step \(step)")
      let block = try plain.column().block(from: step, count: 7)
      #expect(block.map(\.bitPattern) == values[step..<min(step + 7, 20_000)].map(\.bitPattern))
    }
  }

  /// Long enough that values are kept on the way.
  @Test func farFromEveryAnchorTheBitsAreThePlainLoops() throws {
    let halfWave = 200_000
    let column = try Schedule(
      CosineAnnealingLR(tMax: halfWave), optimizer: Optimizer(baseLRs: [0.1])
    ).columns[0]
    var values = [0.1]
    for step in 1..<2 * halfWave {
      values.append(
        PlainRecursion.cosine(
          values[step - 1], at: step, base: 0.1, minimum: 0, halfWave: Double(halfWave)))
    }
    for step in [399_999, 199_998, 150_000, 350_000, 70_000, 65_537, 65_535, 131_073] {
      #expect(column.value(at: step)?.bitPattern == values[step].bitPattern, "step \(step)")
    }
  }

  /// What was read before must not show in a picture.
  @Test func boundsDoNotDependOnWhatWasReadBefore() throws {
    let steps = 90_000..<91_000
    let plain = PlainRecursion.all[5]
    let fresh = try plain.column().bounds(in: steps)
    let column = try plain.column()
    _ = column.block(from: 89_990, count: 100)
    #expect(column.bounds(in: steps) == fresh)
  }

  @Test func manyThreadsHaveTheSameBits() async throws {
    let plain = PlainRecursion.all[0]
    let values = plain.values(count: 20_000)
    let column = try plain.column()
    let right = await withTaskGroup(of: Bool.self) { group in
      for seed in 0..<8 {
        group.addTask {
          var generator = SplitMix64(seed: UInt64(seed))
          return (0..<200).allSatisfy { _ in
            let step = Int.random(in: 0..<20_000, using: &generator)
            return column.value(at: step)?.bitPattern == values[step].bitPattern
          }
        }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(right)
  }

  /// Every trough is an anchor, so that no step is further than a wave from one.
  @Test func aCosineFarAwayIsThatOfItsLastTrough() throws {
    let halfWave = 10_000
    let near = try Schedule(CosineAnnealingLR(tMax: halfWave), optimizer: Optimizer(baseLRs: [0.1]))
    let trough = 49_999 * 2 * halfWave + halfWave
    var value = 0.0
    for step in trough + 1...1_000_000_000 + 5 {
      value = PlainRecursion.cosine(
        value, at: step, base: 0.1, minimum: 0, halfWave: Double(halfWave))
      if step >= 1_000_000_000 {
        #expect(near.columns[0].value(at: step)?.bitPattern == value.bitPattern, "step \(step)")
      }
    }
  }

  @Test func aPictureOfVeryManyStepsHasTheClosedFormsBounds() throws {
    let column = try Schedule(CosineAnnealingLR(tMax: 7), optimizer: Optimizer(baseLRs: [0.1]))
      .columns[0]
    let bounds = try #require(column.bounds(in: 0..<1_000_000_000_000))
    #expect((0...1e-9).contains(bounds.lowerBound) && (0.0999...0.1001).contains(bounds.upperBound))
  }

  /// Many steps have the bounds of the closed form, which no picture tells from those of the values.
  @Test(arguments: PlainRecursion.all, [20_000, 100_000])
  func manyStepsHaveBoundsNextToTheirOwn(plain: PlainRecursion, count: Int) throws {
    let values = plain.values(count: count)
    let low = try #require(values.min())
    let high = try #require(values.max())
    let bounds = try #require(try plain.column().bounds(in: 0..<count))
    let near = 1e-6 * (high - low) + 1e-12
    #expect(abs(bounds.lowerBound - low) <= near && abs(bounds.upperBound - high) <= near)
  }

  /// What rounds to itself, or turns its sign over, is known at any step.
  @Test(arguments: [-0.9, -0.5, -0.1, -1.0, -0.0, 0.0, 0.9, 1.0])
  func settledValuesKeepTheirSign(gamma: Double) throws {
    let count = 8_001
    var values = [0.3]
    while values.count < count { values.append(values[values.count - 1] * gamma) }
    for step in [7_999, 8_000] {
      let column = try Schedule(ExponentialLR(gamma: gamma), optimizer: Optimizer(baseLRs: [0.3]))
        .columns[0]
      let far = step + 1_000_000_000_000_000
      #expect(column.value(at: step)?.bitPattern == values[step].bitPattern)
      #expect(column.value(at: far)?.bitPattern == values[step].bitPattern)
      #expect(column.walk(to: far) < 8_000)
    }
  }

  /// Nobody walks beyond the step where values settle, which is told before any of them is computed.
  @Test(
    arguments: [-0.999, -0.9, 0.4, 0.5, 0.500_001, 0.9, 0.99, 0.9999],
    [0x1p-1074, 0x1p-1030, 0.3, 1e308])
  func valuesAreSettledWhereTheWayEnds(gamma: Double, base: Double) throws {
    let column = try Schedule(ExponentialLR(gamma: gamma), optimizer: Optimizer(baseLRs: [base]))
      .columns[0]
    let settled = column.walk(to: 1 << 50)
    var value = base
    for _ in 0..<settled { value *= gamma }
    #expect((value * gamma).magnitude == value.magnitude)
    #expect(settled < 20_000_000)
  }

  @Test func outsideOfTheStepsThereIsNoWay() throws {
    let column = try Schedule(ExponentialLR(gamma: 0.999), optimizer: Optimizer(baseLRs: [1]))
      .columns[0]
    #expect(column.walk(to: -1) == 0 && column.walk(to: .max) == 0)
    #expect(column.value(at: -1, walkingAtMost: 10) == nil)
  }

  /// A value that is not walked to is said to be another one.
  @Test(arguments: [(9, true), (10, true), (11, false)])
  func aValueNextToItIsSaidToBeOne(step: Int, isExact: Bool) throws {
    let column = try Schedule(ExponentialLR(gamma: 0.999), optimizer: Optimizer(baseLRs: [1]))
      .columns[0]
    let near = try #require(column.value(at: step, walkingAtMost: 10))
    #expect(near.isExact == isExact)
    #expect(isExact == false || near.value == column.value(at: step))
  }

  /// How long the way is to a value, from the last one that is known without others.
  @Test func theWayToAValue() throws {
    func walk<S: Scheduler>(_ scheduler: S, to step: Int) throws -> Int {
      try Schedule(scheduler, optimizer: Optimizer(baseLRs: [0.1])).columns[0].walk(to: step)
    }
    let far = 1_000_000_000_000
    #expect(try walk(ExponentialLR(gamma: 0.999_999_999_999), to: far) == far)
    #expect(try walk(ExponentialLR(gamma: -1), to: far) == 0)
    #expect(try (7_000...7_200).contains(walk(ExponentialLR(gamma: 0.9), to: far)))
    var linear = LinearLR()
    linear.totalIters = 500
    #expect(try walk(linear, to: far) == 500)
    #expect(try walk(linear, to: 20) == 20)
    var stairs = StepLR(stepSize: 1000)
    stairs.gamma = 0.999_999_999_999
    #expect(try walk(stairs, to: far) == far / 1000)
    #expect(try walk(CosineAnnealingLR(tMax: 10_000), to: 30_000) == 0)
    #expect(try walk(CosineAnnealingLR(tMax: 10_000), to: 29_999) == 19_999)
    #expect(try walk(CosineAnnealingLR(tMax: 10_000), to: far) < 1_000_000)
    // No height is 0 near there.
    #expect(try walk(CosineAnnealingLR(tMax: 3), to: 9_000_000_000_000_000) > 1 << 40)
    #expect(try walk(WarmupLR(), to: far) == 0)
  }

  @Test(arguments: PlainRecursion.all)
  func fewStepsHaveTheirOwnBounds(plain: PlainRecursion) throws {
    let values = plain.values(count: 8_000)
    let column = try plain.column()
    for steps in [0..<1, 0..<100, 5..<6, 990..<2_500, 7_000..<8_000] {
      let bounds = column.bounds(in: steps)
      #expect(
        bounds?.lowerBound == values[steps].min() && bounds?.upperBound == values[steps].max())
    }
  }
}

/// A recurrence as a loop that a reader can check against PyTorch's source.
struct PlainRecursion: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let column: @Sendable () throws -> Column
  let first: Double
  let next: @Sendable (Double, Int) -> Double
  /// Steps at which something begins or ends.
  let corners: [Int]

  init<S: Scheduler>(
    _ scheduler: S, base: Double, from first: Double, corners: [Int] = [],
    _ next: @escaping @Sendable (Double, Int) -> Double
  ) {
    testDescription = "\(S.type.name) \(scheduler.arguments.map { "\($0.name) \($0.value)" })"
    column = { try Schedule(scheduler, optimizer: Optimizer(baseLRs: [base])).columns[0] }
    self.first = first
    self.next = next
    self.corners = corners
  }

  func values(count: Int) -> [Double] {
    var value = first
    return [value]
      + (1..<count).map { step in
        value = next(value, step)
        return value
      }
  }

  static func cosine(
    _ lr: Double, at t: Int, base: Double, minimum: Double, halfWave: Double
  ) -> Double {
    if (Double(t) - 1 - halfWave).truncatingRemainder(dividingBy: 2 * halfWave) == 0 {
      return lr + (base - minimum) * (1 - cCosine(Double.pi / halfWave)) / 2
    }
    return (1 + cCosine(Double.pi * Double(t) / halfWave))
      / (1 + cCosine(Double.pi * Double(t - 1) / halfWave)) * (lr - minimum) + minimum
  }

  static let all: [PlainRecursion] =
    [(1000, 0, 0.1), (1, 1e-5, 3e-4), (4431, 1e-6, 0.7), (7, 0.2, 0.05), (9000, 0.0, 1.0)].map {
      (halfWave: Int, minimum: Double, base: Double) in
      var scheduler = CosineAnnealingLR(tMax: halfWave)
      scheduler.etaMin = minimum
      return PlainRecursion(
        scheduler, base: base, from: base, corners: (1...5).map { $0 * halfWave }
      ) { cosine($0, at: $1, base: base, minimum: minimum, halfWave: Double(halfWave)) }
    }
    + [0.999, 0.1, 1.0, -0.9, -0.1, -1.0, 0.99999, 0, -0.0].map { gamma in
      PlainRecursion(ExponentialLR(gamma: gamma), base: 0.3, from: 0.3, corners: [300, 4096, 8192])
      {
        lr, _ in lr * gamma
      }
    }
    + [(1, 0.5), (30, 0.9), (997, 0.1)].map { (size: Int, gamma: Double) in
      var scheduler = StepLR(stepSize: size)
      scheduler.gamma = gamma
      return PlainRecursion(
        scheduler, base: 0.3, from: 0.3, corners: [size, 2 * size, 5 * size]
      ) { $1 % size == 0 ? $0 * gamma : $0 }
    }
    + [(0.01, 1.0, 100), (1.0, 0.0, 1000), (0.3, 0.7, 0), (0.5, 0.25, 12_345)].map {
      (start: Double, end: Double, total: Int) in
      var scheduler = LinearLR()
      scheduler.startFactor = start
      scheduler.endFactor = end
      scheduler.totalIters = total
      return PlainRecursion(scheduler, base: 0.3, from: 0.3 * start, corners: [1, total]) { lr, t in
        t <= total
          ? lr * (1 + (end - start) / (Double(total) * start + Double(t - 1) * (end - start))) : lr
      }
    }
    + [(500, 0.9), (12_345, 2.0), (0, 1.0), (1000, 1.0)].map { (total: Int, exponent: Double) in
      var scheduler = PolynomialLR()
      scheduler.totalIters = total
      scheduler.power = exponent
      return PlainRecursion(scheduler, base: 0.3, from: 0.3, corners: [1, total]) { lr, t in
        let (now, all) = (Double(t), Double(total))
        return t <= total ? lr * power((1 - now / all) / (1 - (now - 1) / all), exponent) : lr
      }
    }
}
