import LRSchedule
import Testing

@testable import LRPlot

@Suite struct DrawingTests {
  private func picture(
    _ series: [any Series], steps: Range<Int>, style: Int = 0
  ) throws(PictureError) -> Picture {
    let curves = series.enumerated().map { Picture.Curve($1, style: .numbered(style + $0)) }
    return try Picture(
      title: "T", panels: [Picture.Panel("learning rate", curves)], steps: steps)
  }

  @Test(arguments: 0..<5)
  func theOneStepDropOfABillionStepsIsDrawnInEachStyle(style: Int) throws {
    let (layout, canvas) = recorded(
      try picture([StepSeries(first: 1e-3, rest: 0)], steps: 0..<1_000_000_000, style: style))
    let scale = layout.panels[0].scale
    let ys = canvas.curveLines.flatMap(\.points).filter { $0.x < layout.axis.left + 1 }.map(\.y)
    #expect(ys.min() == scale.position(of: 1e-3))
    #expect(ys.max() == scale.position(of: 0))
  }

  @Test(arguments: 1..<5)
  func noDashHidesASingleStep(style: Int) throws {
    var values = [Double](repeating: 7e-4, count: 20_000)
    values[12_345] = 1e-4
    let (layout, canvas) = recorded(
      try picture([TableSeries(values)], steps: 0..<20_000, style: style))
    let lowest = layout.panels[0].scale.position(of: 1e-4)
    let solid = canvas.curveLines.filter(\.pen.dashes.isEmpty).flatMap(\.points)
    #expect(solid.contains { $0.y == lowest })
    #expect(canvas.curveLines.contains { !$0.pen.dashes.isEmpty })
  }

  @Test func theHighestPointIsTheMaximumOfTheSeries() throws {
    var values = (0..<20_000).map { Double($0 % 17) * 1e-5 }
    values[12_345] = 9.7e-4
    let (layout, canvas) = recorded(try picture([TableSeries(values)], steps: 0..<20_000))
    let scale = layout.panels[0].scale
    let ys = canvas.curveLines.flatMap(\.points).map(\.y)
    #expect(ys.min() == scale.position(of: 9.7e-4))
    #expect(ys.max() == scale.position(of: 0))
  }

  @Test func curvesStayInTheirPanelAndOffItsEdges() throws {
    let (layout, canvas) = recorded(
      try picture(
        [LineSeries(start: 0, end: 1e-3, last: 9999), BandSeries(values: 0...1e-3)],
        steps: 0..<10_000))
    let panel = layout.panels[0].frame.inset(
      x: layout.metrics.curveWidth, y: layout.metrics.curveWidth)
    #expect(canvas.curveLines.allSatisfy { $0.clip == layout.panels[0].frame })
    #expect(canvas.curveLines.flatMap(\.points).allSatisfy { panel.contains($0) })
  }

  @Test func fewStepsHaveMarkersAndManyHaveNone() throws {
    #expect(try recorded(picture([TableSeries([1, 2, 3])], steps: 0..<3)).canvas.dots.count == 3)
    let line = LineSeries(start: 0, end: 1, last: 499)
    #expect(try recorded(picture([line], steps: 0..<500)).canvas.dots.isEmpty)
    #expect(try recorded(picture([line], steps: 7..<8)).canvas.dots.count == 1)
  }

  @Test func aScheduleHasOneLookInEachPanelAndInTheLegend() throws {
    let curves = (0..<2).map {
      Picture.Curve(LineSeries(start: 0, end: 1, last: 999), label: "\($0)", style: .numbered($0))
    }
    let picture = try Picture(
      title: "", panels: [.init("learning rate", curves), .init("momentum", curves)],
      steps: 0..<1000)
    let pens = recorded(picture).canvas.lines.map(\.pen)
    for style in 0..<2 {
      let pen = Theme.light.pen(style: .numbered(style), width: Metrics(.standard).curveWidth)
      #expect(pens.filter { $0 == pen }.count == 3)
    }
  }

  /// None but the first is solid, and would hide equal curves below it.
  @Test func fortyThreeLooksAreDifferent() {
    let pens = (0..<43).map { Theme.light.pen(style: .numbered($0), width: 2) }
    #expect(Set(pens).count == 43)
    #expect(pens.filter { $0.dashes.isEmpty } == [pens[0]])
    #expect(Theme.light.pen(style: .numbered(.min), width: 2).width == 2)
  }

  @Test func theTextsAreDrawn() throws {
    let texts = try recorded(
      picture([LineSeries(start: 0, end: 1e-3, last: 9999)], steps: 0..<10_000)
    ).canvas.texts
    for text in ["T", "learning rate", "step", "0", "0.0010", "10k"] {
      #expect(texts.contains(text))
    }
  }
}
