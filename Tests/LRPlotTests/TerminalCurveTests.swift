import LRSchedule
import TestSupport
import Testing

@testable import LRPlot

/// The curves in a terminal, dot by dot.
@Suite struct TerminalCurveTests {
  private func drawing(
    _ series: any Series, steps: Range<Int>, columns: Int = 80, rows: Int = 24,
    style: Int = 0
  ) throws -> TerminalDrawing {
    let curve = Picture.Curve(series, style: .numbered(style))
    let picture = try Picture(
      title: "", panels: [.init("learning rate", [curve])], steps: steps)
    let terminal = TerminalStyle(
      columns: columns, rows: rows, usesBraille: true, usesColour: false)
    return TerminalDrawing(picture, style: terminal)
  }

  private func sketch(
    _ series: any Series, steps: Range<Int>, usesBraille: Bool = false
  ) throws -> String {
    let picture = try Picture(
      title: "", panels: [.init("", [Picture.Curve(series, style: 0)])], steps: steps)
    let style = TerminalStyle(
      columns: 24, rows: 8, usesBraille: usesBraille, usesColour: false)
    return picture.sketch(style)
  }

  /// The braille dots of a drawing, as places counted from its upper left corner.
  private func dots(_ drawing: TerminalDrawing) -> Set<[Int]> {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    var dots: Set<[Int]> = []
    let lines = drawing.cells.text(usesColour: false)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (row, line) in lines.enumerated() {
      for (column, letter) in line.unicodeScalars.enumerated()
      where (0x2800...0x28FF).contains(letter.value) {
        for (bit, place) in places.enumerated() where letter.value >> UInt32(bit) & 1 == 1 {
          dots.insert([column * 2 + place.0, row * 4 + place.1])
        }
      }
    }
    return dots
  }

  @Test(arguments: [0.5, 5, 100], [200, 333, 5000])
  func everyColumnOfDotsHasItsExtremes(reach: Double, count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    var value = 50.0
    let values = (0..<count).map { _ in
      value = min(100, max(0, value + .random(in: -reach...reach, using: &random)))
      return value
    }
    let drawing = try drawing(TableSeries(values), steps: 0..<count)
    let (axis, scale) = (drawing.layout.axis, drawing.layout.panels[0].scale)
    let dots = dots(drawing)
    func row(_ value: Double) -> Int { Int(scale.position(of: value) ?? -1) }
    #expect(axis.columns == Int(drawing.layout.panels[0].frame.width))
    for column in 0..<axis.columns {
      let held = axis.steps(in: column).map { values[$0] }
      let x = Int(axis.left) + column
      for extreme in [held.min() ?? -1, held.max() ?? -1] {
        #expect(dots.contains([x, row(extreme)]), "column \(column)")
      }
    }
    #expect(dots.map { $0[1] }.min() == values.max().map(row))
    #expect(dots.map { $0[1] }.max() == values.min().map(row))
  }

  @Test(arguments: [6, 10, 24, 50])
  func theAxisEndsAreTheOutermostDots(rows: Int) throws {
    let drawing = try drawing(
      LineSeries(start: 0, end: 1e-3, last: 9999), steps: 0..<10_000, rows: rows)
    let frame = drawing.layout.panels[0].frame
    let dots = dots(drawing)
    #expect(dots.map { $0[1] }.min() == Int(frame.top))
    #expect(dots.map { $0[1] }.max() == Int(frame.bottom) - 1)
    #expect(dots.map { $0[0] }.min() == Int(frame.left))
    #expect(dots.map { $0[0] }.max() == Int(frame.right) - 1)
  }

  @Test(arguments: 0..<5)
  func theOneStepDropOfABillionStepsIsDrawnInEachStyle(style: Int) throws {
    let drawing = try drawing(
      StepSeries(first: 1e-3, rest: 0), steps: 0..<1_000_000_000, style: style)
    let frame = drawing.layout.panels[0].frame
    let first = dots(drawing).filter { $0[0] == Int(frame.left) }.map { $0[1] }
    #expect(first.min() == Int(frame.top))
  }

  @Test func aConstant() throws {
    #expect(
      try sketch(LineSeries(start: 8, end: 8, last: 999), steps: 0..<1000) == #"""
        10 +
           |''''''''''''''''''''
           |
           |
           |
         0 +
           ++------------------+
            0              1,000

        """#)
  }

  @Test func oneStep() throws {
    #expect(
      try sketch(TableSeries([8]), steps: 0..<1) == #"""
        10 +
           |          *
           |
           |
           |
         0 +
           +----------+---------
                      0

        """#)
  }

  @Test func aDropAfterTheFirstStep() throws {
    #expect(
      try sketch(StepSeries(first: 10, rest: 0), steps: 0..<1000) == #"""
        10 +|
           ||
           ||
           ||
           ||
         0 +|___________________
           ++------------------+
            0              1,000

        """#)
  }

  @Test func aRampAndAFall() throws {
    let series = TableSeries((0..<1000).map { Double($0 < 500 ? $0 : 999 - $0) })
    #expect(
      try sketch(series, steps: 0..<1000) == #"""
        500 +        /|\
            |      //' '\\
            |    _/'     '\_
            |   //         \\
            | //'           '\\
          0 +/'               '\
            ++-----------------+
             0             1,000

        """#)
    #expect(
      try sketch(series, steps: 0..<1000, usesBraille: true) == #"""
        500 ┤        ⡴⠛⢦
            │      ⣠⠞⠁ ⠈⠳⣄
            │    ⢀⡴⠁     ⠈⢦⡀
            │   ⡰⠋         ⠙⢆
            │ ⣠⠞⠁           ⠈⠳⣄
          0 ┤⡴⠃               ⠘⢦
            └┬─────────────────┬
             0             1,000

        """#)
  }

  @Test func curvesThatLieOnEachOtherAreSeenInTurn() throws {
    let curves = (0..<2).map {
      Picture.Curve(LineSeries(start: 1, end: 1, last: 999), label: "\($0)", style: .numbered($0))
    }
    let picture = try Picture(title: "", panels: [.init("", curves)], steps: 0..<1000)
    let text = picture.terminal(TerminalStyle(usesBraille: false, usesColour: false))
    #expect(text.contains("*+*+*+*+*+*+"))
  }

  @Test func whereThereAreNoValuesThereAreNoDots() throws {
    let values = (0..<5000).map { $0 < 2500 ? 1.0 : nil }
    let drawing = try drawing(TableSeries(values), steps: 0..<5000)
    let middle = Int(drawing.layout.axis.position(of: 2500))
    #expect(dots(drawing).allSatisfy { $0[0] <= middle })
    #expect(dots(drawing).count > 50)
  }
}
