import LRSchedule
import TestSupport
import Testing

@testable import LRPlot

@Suite struct CurvePathTests {
  /// One pixel a unit, upside down as on a screen.
  private static let scale = LinearScale(domain: 0...100, start: 100, end: 0)

  private func path(_ series: any Series, _ steps: Range<Int>, columns: Int = 100) -> CurvePath {
    CurvePath(
      series, axis: StepAxis(steps: steps, left: 0, width: columns), scale: Self.scale)
  }

  /// All that is drawn, as lines.
  private func drawn(_ path: CurvePath) -> [[Point]] { path.lines + path.spans.map(\.line) }

  @Test func fewStepsAreJoinedByStraightLines() {
    let path = path(TableSeries([0, 100, 50]), 0..<3)
    #expect(path.lines == [[Point(x: 0, y: 100), Point(x: 50, y: 0), Point(x: 100, y: 50)]])
    #expect(path.spans.isEmpty)
  }

  @Test(arguments: [(0.0, 80.0), (80.0, 0.0)])
  func theDropAtStepZeroOfManyStepsIsDrawn(first: Double, rest: Double) throws {
    let path = path(StepSeries(first: first, rest: rest), 0..<1_000_000_000)
    let line = try #require(path.lines.first)
    #expect(line.first == Point(x: 0, y: 100 - first))
    #expect(line.dropFirst().allSatisfy { $0.y == 100 - rest && $0.x <= 100 })
    #expect(line.last?.x == 100)
  }

  @Test func aSingleLowStepAmongManyIsASpan() {
    var values = [Double?](repeating: 70, count: 10_000)
    values[5050] = 3
    let path = path(TableSeries(values), 0..<10_000)
    #expect(path.spans.count == 1)
    #expect(path.spans.first?.bottom == 97 && path.spans.first?.top == 30)
  }

  /// A column holds a hundred steps: the riser takes as much of its width as one of them.
  @Test(arguments: [(20.0, 80.0), (80.0, 20.0)])
  func aRiserIsUpright(low: Double, high: Double) throws {
    let values = (0..<10_000).map { $0 < 5055 ? low : high }
    let line = try #require(path(TableSeries(values), 0..<10_000).lines.first)
    let riser = try #require(zip(line, line.dropFirst()).first { $0.y != $1.y })
    #expect(riser.0.y == 100 - low && riser.1.y == 100 - high)
    #expect(riser.1.x - riser.0.x < 0.0101)
    #expect(riser.0.x == StepAxis(steps: 0..<10_000, left: 0, width: 100).position(of: 5054))
  }

  /// Between the slopes of a saw.
  @Test func theFallOfASawIsUpright() throws {
    let values = (0..<10_000).map { Double($0 % 1050) / 15 }
    let path = path(TableSeries(values), 0..<10_000)
    let falls = path.lines.flatMap { zip($0, $0.dropFirst()) }.filter { $1.y - $0.y > 60 }
    #expect(falls.count + path.spans.count == 9)
    #expect(falls.allSatisfy { $1.x - $0.x < 0.0101 })
  }

  /// What rises steadily has no jump, and costs no search for it.
  @Test func aSlopeHasNoRiser() {
    let line = path(LineSeries(start: 0, end: 100, last: 299), 0..<300, columns: 10).lines.first
    #expect(line?.count == 20)
  }

  /// A random walk; a small `reach` gives columns that rise or fall, a large one noise.
  private func walk(_ count: Int, reach: Double, seed: Int) -> [Double] {
    var random = SplitMix64(seed: UInt64(seed))
    var value = 50.0
    return (0..<count).map { _ in
      value = min(100, max(0, value + .random(in: -reach...reach, using: &random)))
      return value
    }
  }

  @Test(arguments: [0.5, 5, 100], [102, 150, 333, 900])
  func everyColumnShowsItsExtremesAndNoMore(reach: Double, count: Int) {
    let values = walk(count, reach: reach, seed: count)
    let axis = StepAxis(steps: 0..<count, left: 0, width: 100)
    let path = path(TableSeries(values), 0..<count)
    // Where spans touch, no line goes between them: their ends are extremes of their own column.
    let points = drawn(path).joined()
    for column in 0..<100 {
      let steps = axis.steps(in: column)
      let left = axis.position(of: steps.lowerBound)
      let right = axis.position(of: steps.upperBound - 1)
      let shown = points.filter { $0.x >= left && $0.x <= right }.map { 100 - $0.y }
      let held = steps.map { values[$0] }
      #expect(((shown.max() ?? -1) - (held.max() ?? -2)).magnitude < 2e-6, "column \(column)")
      #expect(((shown.min() ?? -1) - (held.min() ?? -2)).magnitude < 2e-6, "column \(column)")
    }
  }

  /// Of two neighbouring steps either both are on one line, or the spans of their columns touch.
  @Test(arguments: [0.5, 5, 100], [102, 150, 333, 900])
  func neighbouringColumnsAreJoined(reach: Double, count: Int) {
    let axis = StepAxis(steps: 0..<count, left: 0, width: 100)
    let path = path(TableSeries(walk(count, reach: reach, seed: count)), 0..<count)
    for column in 1..<100 {
      let (before, after) = (axis.steps(in: column - 1), axis.steps(in: column))
      let left = axis.position(of: before.upperBound - 1)
      let right = axis.position(of: after.lowerBound)
      let isOneLine = path.lines.contains { line in
        zip(line, line.dropFirst()).contains { $0.x == left && $1.x == right }
      }
      func span(_ steps: Range<Int>) -> CurvePath.Span? {
        let (first, last) = (
          axis.position(of: steps.lowerBound), axis.position(of: steps.upperBound - 1)
        )
        return path.spans.first { $0.x > first && $0.x < last }
      }
      #expect(isOneLine || span(after)?.touches(span(before)) == true, "column \(column)")
    }
  }

  @Test func spansThatDoNotTouchAreJoinedByALine() {
    // Two columns of four steps: the first moves between 10 and 30, the second between 70 and 90.
    let path = path(TableSeries([20, 10, 30, 20, 80, 70, 90, 80]), 0..<8, columns: 2)
    #expect(path.spans.map(\.top) == [70, 10] && path.spans.map(\.bottom) == [90, 30])
    #expect(path.lines.contains { $0.map(\.y) == [80, 20] })
  }

  @Test func aBandIsSpansAndNoZigzag() {
    let path = path(BandSeries(values: 10...90), 0..<1_000_000_007)
    #expect(path.spans.count > 90)
    let inside = path.lines.filter { ($0.first?.x ?? 0) > (path.spans.first?.x ?? 0) }
    #expect(inside.allSatisfy { $0.count == 1 })
    let points = drawn(path).joined()
    #expect(points.map(\.y).min() == 10 && points.map(\.y).max() == 90)
  }

  @Test func aGapBreaksTheLine() {
    let few = path(TableSeries([1, nil, 2, 3]), 0..<4)
    #expect(few.lines.map(\.count) == [1, 2])

    let values = (0..<5000).map { (1000..<2000).contains($0) ? nil : 10.0 }
    let many = path(TableSeries(values), 0..<5000)
    #expect(many.lines.count == 2)
    #expect(path(TableSeries([]), 0..<5000).lines.isEmpty)
  }

  @Test func aValueInTheMiddleOfAColumnWithoutOthersIsDrawn() {
    var values = [Double?](repeating: nil, count: 10_000)
    values[5050] = 40
    #expect(
      path(TableSeries(values), 0..<10_000).spans.map(\.line).joined().contains { $0.y == 60 })
  }

  @Test func valuesThatAreNoNumbersBreakTheLine() {
    #expect(path(TableSeries([1, .infinity, 2]), 0..<3).lines.map(\.count) == [1, 1])
    let band = path(BandSeries(values: 1...Double.infinity), 0..<100_000)
    #expect(drawn(band).joined().allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test func atMostThreeQuestionsAColumn() {
    let counter = CountingSeries()
    _ = path(counter, 0..<1_000_000_000_000)
    #expect(counter.count <= 300)
  }
}

/// Counts how often it is asked, on one thread.
private final class CountingSeries: Series, @unchecked Sendable {
  let name = "counting"
  private(set) var count = 0

  func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    count += 1
    return 1...1
  }
}
