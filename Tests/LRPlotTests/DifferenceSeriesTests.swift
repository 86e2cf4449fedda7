import LRSchedule
import Synchronization
import TestSupport
import Testing

@testable import LRPlot

@Suite struct DifferenceSeriesTests {
  private func column(steps: Int, warmup: Int = 1000) throws -> Column {
    var scheduler = WarmupCosineLR(totalNumSteps: .int(steps))
    scheduler.warmupNumSteps = .int(warmup)
    return try Schedule(scheduler, optimizer: Optimizer(baseLRs: [0.001])).columns[0]
  }

  /// The bounds by all values of the steps.
  private func bruteForce(
    _ one: any Series, _ other: any Series, _ steps: Range<Int>
  ) -> ClosedRange<Double>? {
    let all = steps.compactMap { step -> Double? in
      let (first, second) = (one.bounds(in: step..<(step + 1)), other.bounds(in: step..<(step + 1)))
      guard let first, let second else { return nil }
      return first.lowerBound - second.lowerBound
    }
    guard let low = all.min(), let high = all.max() else { return nil }
    return low...high
  }

  private static let ranges = [0..<1, 0..<2, 17..<18, 0..<4096, 900..<1100, 999..<5095]

  @Test(arguments: ranges)
  func theBoundsOfTablesAreExact(steps: Range<Int>) {
    var random = SplitMix64(seed: 3)
    func table() -> TableSeries {
      TableSeries(
        (0..<5000).map { _ in
          Int.random(in: 0..<9, using: &random) == 0 ? nil : .random(in: -1...1, using: &random)
        })
    }
    let (one, other) = (table(), table())
    #expect(
      DifferenceSeries(one, minus: other).bounds(in: steps) == bruteForce(one, other, steps))
  }

  @Test(arguments: [0..<1, 0..<2, 17..<18, 0..<64, 990..<1054, 470..<534, 11_990..<12_054])
  func theBoundsOfColumnsAreExact(steps: Range<Int>) throws {
    let (one, other) = try (column(steps: 12_000), column(steps: 15_000, warmup: 500))
    #expect(
      DifferenceSeries(one, minus: other).bounds(in: steps) == bruteForce(one, other, steps))
  }

  /// Two rates that differ in each way that formulas can: each pair on 100,000 steps.
  private static let pairs: [(name: String, one: any Scheduler, other: any Scheduler)] = {
    var linear = WarmupLR()
    linear.warmupType = "linear"
    linear.warmupNumSteps = 70_000
    var slow = WarmupLR()
    slow.warmupNumSteps = 90_000
    var low = WarmupCosineLR(totalNumSteps: 100_000)
    low.cosMinRatio = 0.1
    var cycle = OneCycle(cycleMinLR: 1e-4, cycleMaxLR: 1e-3)
    cycle.cycleFirstStepSize = 40_000
    cycle.decayStepSize = 5000
    cycle.decayLRRate = 0.3
    func stairs(_ count: Int) -> OneCycle {
      var stairs = cycle
      stairs.cycleFirstStairCount = .int(count)
      return stairs
    }
    var range = LRRangeTest()
    range.stepSize = 700
    var rangeStairs = range
    rangeStairs.staircase = true
    let cosine = WarmupCosineLR(totalNumSteps: 100_000)
    return [
      ("logarithm and line", slow, linear),
      ("cosines to different ends", cosine, low),
      ("cosines of different lengths", cosine, WarmupCosineLR(totalNumSteps: 99_000)),
      ("cycle and cosine", cycle, cosine),
      ("stairs and their slope", stairs(10), cycle),
      ("other stairs", stairs(7), stairs(40)),
      ("stairs and a cosine", stairs(300), cosine),
      ("a range test and its stairs", rangeStairs, range),
      ("cosines that swing", WarmupCosineLR(totalNumSteps: 9000), low),
    ]
  }()

  /// The bounds of parts as large as the steps of a column of pixels, and larger.
  @Test(arguments: pairs.indices, [5000, 12_345, 33_333])
  func onMoreStepsTheyMissLessThanAThousandth(pair: Int, size: Int) throws {
    let (name, first, second) = Self.pairs[pair]
    // Cosines do not end before 0.19.3.
    let release: Release? = name.contains("swing") ? try old : nil
    func column(_ scheduler: any Scheduler) throws -> Column {
      try Schedule(scheduler, optimizer: Optimizer(baseLRs: [0.001]), release: release).columns[0]
    }
    let (one, other) = try (column(first), column(second))
    let difference = DifferenceSeries(one, minus: other)
    for start in stride(from: 0, to: 100_000, by: size) {
      let steps = start..<min(start + size, one.steps.upperBound, other.steps.upperBound)
      if steps.isEmpty { break }
      let found = try #require(difference.bounds(in: steps))
      let exact = try #require(bruteForce(one, other, steps))
      #expect(
        exact.lowerBound <= found.lowerBound && found.upperBound <= exact.upperBound, "\(name)")
      // 8 units in the last place may be rounding.
      let allowed = max((exact.upperBound - exact.lowerBound) / 1000, 8 * 0.01.ulp)
      #expect(found.lowerBound - exact.lowerBound <= allowed, "\(name) on \(steps)")
      #expect(exact.upperBound - found.upperBound <= allowed, "\(name) on \(steps)")
    }
  }

  /// The newest 0.14.x.
  private var old: Release {
    get throws {
      try #require(Framework.deepspeed.releases.last { "\($0)".hasPrefix("0.14.") })
    }
  }

  /// A row that no column of pixels may hide: row 0 of an old release is the base lr.
  @Test func aSingleRowIsFoundAmongBillions() throws {
    func column(_ release: Release?) throws -> Column {
      try Schedule(
        WarmupCosineLR(totalNumSteps: 1_000_000_000_000), optimizer: Optimizer(baseLRs: [0.001]),
        release: release
      ).columns[0]
    }
    let difference = DifferenceSeries(try column(old), minus: try column(nil))
    #expect(difference.bounds(in: 0..<1_000_000_000)?.upperBound == 0.001)
    #expect(try #require(difference.bounds(in: 1..<1_000_000_000)?.upperBound) < 1e-15)
  }

  /// Counts how often it is asked.
  private final class Counter: Sendable {
    let count = Mutex(0)
  }

  private struct CountingSeries: Series {
    let name = "counting"
    let counter: Counter
    let value: Double
    func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
      counter.count.withLock { $0 += 1 }
      return steps.count == 1 ? value...value : -1...1
    }
  }

  @Test func theQuestionsAreBounded() {
    let counter = Counter()
    let series = CountingSeries(counter: counter, value: 0.5)
    _ = DifferenceSeries(series, minus: series).bounds(in: 0..<(1 << 50))
    #expect(counter.count.withLock { $0 } < 1000)
  }

  @Test(arguments: [0..<10_000, 5_000_000..<900_000_000, 2_000_000..<2_400_000])
  func theSameFormulaHasNoDifference(steps: Range<Int>) throws {
    let (one, other) = try (column(steps: 1_000_000_000), column(steps: 1_000_000_000))
    #expect(DifferenceSeries(one, minus: other).bounds(in: steps) == 0...0)
    let longer = try column(steps: 1_000_000_001)
    #expect(DifferenceSeries(one, minus: longer).bounds(in: 5_000_000..<900_000_000) != 0...0)
  }

  @Test func constantsAreExactOnAnyNumberOfSteps() {
    let (one, other) = (BandSeries(values: 3...3), BandSeries(values: 1...1))
    #expect(DifferenceSeries(one, minus: other).bounds(in: 0..<(1 << 52)) == 2...2)
  }

  @Test func noValueWhereOneHasNone() {
    let difference = DifferenceSeries(TableSeries([1, nil]), minus: TableSeries([nil, 1]))
    #expect(difference.bounds(in: 0..<2) == nil)
    #expect(difference.name == "table - table")
  }

  @Test func aPanelOfEqualSchedulesSaysSo() throws {
    let curve = Picture.Curve(
      DifferenceSeries(try column(steps: 1_000_000_000), minus: try column(steps: 1_000_000_000)),
      style: 0)
    let picture = try Picture(
      title: "", panels: [Picture.Panel("difference", [curve])], steps: 0..<1_000_000_000,
      scales: .init(isValueLogarithmic: true))
    let layout = Layout(picture, ruler: FixedRuler())
    #expect(layout.texts.map(\.text).contains("no difference on these steps"))
    #expect(layout.panels[0].ticks.compactMap(\.label?.text) == ["0"])
  }

  @Test func theAxisShowsTheDifferenceAndNotTheCurves() throws {
    let (one, other) = try (column(steps: 200_000), column(steps: 200_200))
    let difference = DifferenceSeries(one, minus: other)
    let whole = try #require(difference.bounds(in: 0..<200_000))
    let picture = try Picture(
      title: "", panels: [Picture.Panel("difference", [Picture.Curve(difference, style: 0)])],
      steps: 0..<200_000)
    let scale = Layout(picture, ruler: FixedRuler()).panels[0].scale
    let (top, bottom) = try (
      #require(scale.position(of: whole.upperBound)), #require(scale.position(of: whole.lowerBound))
    )
    #expect((bottom - top).magnitude > 550)
  }
}
