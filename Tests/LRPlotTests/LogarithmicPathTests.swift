import LRSchedule
import TestSupport
import Testing

@testable import LRPlot

/// Curves on logarithmic axes.
@Suite struct LogarithmicPathTests {
  /// A decade is 25 pixels, upside down as on a screen.
  private static let scale = LogarithmicScale(domain: 1e-4...1, start: 100, end: 0)

  private func y(_ value: Double) -> Double { Self.scale.position(of: value) ?? .nan }

  private func path(_ series: any Series, _ axis: StepAxis) -> CurvePath {
    CurvePath(series, axis: axis, scale: Self.scale)
  }

  private func linear(_ steps: Range<Int>) -> StepAxis {
    StepAxis(steps: steps, left: 0, width: 100)
  }

  @Test func zeroAndBelowBreakTheLine() {
    let path = path(TableSeries([1, 0, 1, 1, -1, 1, 1, 1]), linear(0..<8))
    #expect(path.lines.map(\.count) == [1, 2, 3])
    #expect(path.spans.isEmpty)
  }

  @Test func theZeroAtStepZeroOfManyIsNoLineToTheBottom() {
    let path = path(StepSeries(first: 0, rest: 0.1), linear(0..<1_000_000_000))
    let ys = (path.lines + path.spans.map(\.line)).joined().map(\.y)
    #expect(Set(ys) == [y(0.1)])
  }

  @Test func aColumnThatComesDownToZeroShowsItsSmallestValue() {
    // A line from 0 at step 0: the smallest value above 0 is that of step 1.
    let path = path(LineSeries(start: 0, end: 1, last: 9999), linear(0..<10_000))
    let lowest = (path.lines + path.spans.map(\.line)).joined().map(\.y).max() ?? 0
    #expect((lowest - y(1 / 9999)).magnitude < 1e-6)
  }

  @Test(arguments: [1, 2, 5, 100, 4097])
  func theSmallestValueAboveZero(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let values = (0..<count).map { index in
      Double(index - count / 2) * .random(in: 0.5...1, using: &random)
    }
    let smallest = values.filter { $0 > 0 }.min()
    #expect(smallestPositive(of: TableSeries(values), in: 0..<count) == smallest)
  }

  /// A series that touches 0 everywhere is not searched forever; the answer is never too large.
  @Test func theSearchEnds() {
    let smallest = smallestPositive(of: BandSeries(values: 0...1), in: 0..<(1 << 52))
    #expect(smallest == .leastNonzeroMagnitude)
  }

  @Test(arguments: [3, 60, 1000, 60_000])
  func everyColumnOfALogarithmicStepAxisShowsItsExtremes(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let values = (0..<count).map { _ in Double.random(in: 1e-4...1, using: &random) }
    let axis = StepAxis(steps: 0..<count, left: 0, width: 100, isLogarithmic: true)
    let path = path(TableSeries(values), axis)
    let points = (path.lines + path.spans.map(\.line)).joined()
    #expect(!points.contains { $0.x < -1e-9 || $0.x > 100 + 1e-9 })
    for column in 0..<100 {
      let steps = axis.steps(in: column)
      guard !steps.isEmpty else { continue }
      let left = axis.position(of: steps.lowerBound)
      let right = axis.position(of: steps.upperBound - 1)
      let shown = points.filter { $0.x >= left && $0.x <= right }.map(\.y)
      let held = steps.map { y(values[$0]) }
      #expect(((shown.max() ?? -1) - (held.max() ?? -2)).magnitude < 2e-6, "column \(column)")
      #expect(((shown.min() ?? -1) - (held.min() ?? -2)).magnitude < 2e-6, "column \(column)")
    }
  }
}

/// What logarithmic axes say of what they cannot show.
@Suite struct LogarithmicPictureTests {
  private func layout(
    _ series: any Series, steps: Range<Int> = 0..<10_000, width: Int = 1200, height: Int = 700,
    panels: Int = 1
  ) throws -> Layout {
    let panel = Picture.Panel("learning rate", [Picture.Curve(series, style: 0)])
    return Layout(
      try Picture(
        title: "T", panels: Array(repeating: panel, count: panels), steps: steps,
        size: PictureSize(width: width, height: height),
        scales: .init(isStepLogarithmic: true, isValueLogarithmic: true)),
      ruler: FixedRuler())
  }

  private func notes(_ layout: Layout) -> [String] {
    layout.texts.map(\.text).filter { $0.contains("not on a log axis") }
  }

  @Test func whatIsMissingIsSaid() throws {
    let rising = LineSeries(start: 1, end: 2, last: 9999)
    #expect(try notes(layout(rising, steps: 1..<10)).isEmpty)
    #expect(try notes(layout(rising)) == ["(0 is not on a log axis)"])
    #expect(
      try notes(layout(rising, steps: -9..<9)).contains("(0 and below are not on a log axis)"))
    let falling = LineSeries(start: 2, end: 0, last: 9999)
    #expect(try notes(layout(falling, steps: 5..<10_000)) == ["(0 is not on a log axis)"])
    let below = LineSeries(start: 2, end: -2, last: 9999)
    #expect(
      try notes(layout(below, steps: 5..<10_000)) == ["(0 and below are not on a log axis)"])
  }

  @Test(arguments: [(320, 200), (400, 300), (1200, 700)], [1, 2])
  func itIsSaidInSmallPicturesToo(size: (width: Int, height: Int), panels: Int) throws {
    let rising = LineSeries(start: 1, end: 2, last: 9999)
    let found = try notes(
      layout(rising, width: size.width, height: size.height, panels: panels))
    #expect(found.count == 1)
  }

  @Test func withoutAnyValueAboveZeroThereIsNothingToSee() throws {
    for series in [LineSeries(start: 0, end: 0, last: 9), LineSeries(start: -1, end: -2, last: 9)] {
      let layout = try layout(series, steps: 1..<10)
      #expect(layout.texts.map(\.text).contains("no values above 0 on these steps"))
      #expect(layout.panels[0].ticks.isEmpty)
    }
  }

  @Test func stepsWithoutAPlaceAreRefused() {
    let panel = Picture.Panel("lr", [Picture.Curve(TableSeries([1]), style: 0)])
    for steps in [0..<1, -9..<1] {
      #expect(throws: PictureError.noStepAboveZero(steps)) {
        try Picture(
          title: "", panels: [panel], steps: steps, scales: .init(isStepLogarithmic: true))
      }
    }
  }

  @Test func labelsAreThoseOfDecades() throws {
    let layout = try layout(LineSeries(start: 1e-6, end: 1e-2, last: 9999), steps: 1..<10_001)
    let labels = layout.panels[0].ticks.compactMap(\.label?.text)
    #expect(labels.suffix(4) == ["1e-3", "2e-3", "5e-3", "1e-2"])
    #expect(layout.stepTicks.compactMap(\.label?.text).contains("100"))
    #expect(!layout.panels[0].minorTicks.isEmpty && !layout.minorStepTicks.isEmpty)
  }
}
