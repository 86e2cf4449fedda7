import LRSchedule
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

  @Test(arguments: ranges + [3000..<7096, 11_000..<15_000])
  func theBoundsOfColumnsAreExact(steps: Range<Int>) throws {
    let (one, other) = try (column(steps: 12_000), column(steps: 15_000, warmup: 500))
    #expect(
      DifferenceSeries(one, minus: other).bounds(in: steps) == bruteForce(one, other, steps))
  }

  @Test(arguments: [0..<20_000, 5000..<150_000, 1..<100_001])
  func onMoreStepsTheyEncloseTheDifference(steps: Range<Int>) throws {
    let (one, other) = try (column(steps: 100_000), column(steps: 150_000, warmup: 500))
    let found = try #require(DifferenceSeries(one, minus: other).bounds(in: steps))
    let exact = try #require(bruteForce(one, other, steps))
    #expect(found.lowerBound <= exact.lowerBound && exact.upperBound <= found.upperBound)
    // After the warm-up neither series moves by more than this in a 64th part of the steps.
    guard steps.lowerBound >= 1000 else { return }
    #expect(exact.lowerBound - found.lowerBound < 2e-4)
    #expect(found.upperBound - exact.upperBound < 2e-4)
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

  /// The axis is that of the columns: on all steps at once the enclosure is as wide as the curves.
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
    #expect((bottom - top).magnitude > 650)
  }
}
