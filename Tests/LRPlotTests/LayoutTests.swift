import LRSchedule
import TestSupport
import Testing

@testable import LRPlot

@Suite struct LayoutTests {
  static let sizes = [
    (1, 1), (10, 3000), (32_767, 60), (60, 40), (150, 100), (320, 200), (400, 900), (800, 600),
    (1200, 700), (1920, 400), (4000, 3000),
  ]

  @Test(arguments: sizes)
  func nothingOverlapsAndNothingIsCut(width: Int, height: Int) throws {
    for curves in [1, 2, 5, 40] {
      for panels in [1, 2, 4] {
        let picture = try Picture(
          title: String(repeating: "A long title ", count: 20), subtitle: "parameters",
          panels: (0..<panels).map { panel in
            Picture.Panel(
              panel == 0 ? "learning rate" : "momentum",
              (0..<curves).map {
                let name = String(repeating: "name-\($0)-", count: 1 + $0 % 7)
                return Picture.Curve(
                  LineSeries(name: name, start: Double(panel), end: 1e-4, last: 9999),
                  style: .numbered($0))
              })
          }, steps: 0..<10_000, size: PictureSize(width: width, height: height))
        checkGeometry(Layout(picture, ruler: FixedRuler()), "\(curves) curves, \(panels) panels")
        if width < 2000 {
          let canvas = try CairoCanvas(PictureSize(width: 1, height: 1))
          checkGeometry(Layout(picture, ruler: canvas), "\(curves) curves, \(panels) panels, Cairo")
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func randomRangesOfStepsAndValues(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<25 {
      func value() -> Double {
        let sign = Bool.random(using: &random) ? 1.0 : -1
        return sign * .random(in: 0..<10, using: &random)
          * powerOfTen(Int.random(in: -323...307, using: &random))
      }
      let first = Int.random(in: 0...(1 << Int.random(in: 0...52, using: &random)), using: &random)
      let count = Int.random(in: 1...(1 << Int.random(in: 0...52, using: &random)), using: &random)
      let start = value()
      let end = Bool.random(using: &random) ? value() : start * (1 + value())
      let series = LineSeries(
        start: start, end: end.isFinite ? end : start, last: first + count - 1)
      let picture = try Picture(
        title: "T", panels: [Picture.Panel("learning rate", [Picture.Curve(series, style: 0)])],
        steps: first..<(first + count),
        size: PictureSize(
          width: .random(in: 320...4000, using: &random),
          height: .random(in: 200...3000, using: &random)))
      let layout = Layout(picture, ruler: FixedRuler())
      checkGeometry(layout, "seed \(seed): \(series), \(picture.steps), \(picture.size)")
      #expect(layout.panels[0].ticks.count >= 2, "\(series)")
      #expect(!layout.stepTicks.isEmpty)
    }
  }

  @Test func aLegendOnlyForSeveralCurvesAndOnceForAScheduleInTwoPanels() throws {
    func layout(_ panels: [Picture.Panel]) throws -> Layout {
      Layout(try Picture(title: "", panels: panels, steps: 0..<100), ruler: FixedRuler())
    }
    let series = TableSeries([1, 2])
    let one = Picture.Curve(series, label: "onecycle", style: 0)
    let two = Picture.Curve(series, label: "warmup", style: 1)
    #expect(try layout([.init("lr", [one]), .init("momentum", [one])]).legend.isEmpty)
    let keys = try layout([.init("lr", [one, two]), .init("momentum", [one, two])]).legend
    #expect(keys.map(\.text.text) == ["onecycle", "warmup"])
    #expect(keys.map(\.style) == [0, 1])
  }

  @Test func aLegendOfTooManyCurvesCountsWhatItLeavesOut() throws {
    let curves = (0..<500).map {
      Picture.Curve(TableSeries([1]), label: "curve \($0)", style: .numbered($0))
    }
    let picture = try Picture(
      title: "", panels: [.init("lr", curves)], steps: 0..<100,
      size: PictureSize(width: 800, height: 600))
    let legend = Layout(picture, ruler: FixedRuler()).legend
    #expect(legend.last?.text.text == "+\(500 - (legend.count - 1))")
  }

  /// One curve a number, called by it.
  private func warmups(of steps: [Int]) -> [Picture.Curve] {
    steps.enumerated().map {
      Picture.Curve(
        LineSeries(start: 0, end: 1, last: 99), label: "warmup_num_steps \($1)",
        style: .numbered($0))
    }
  }

  /// What tells the curves apart is kept, in small pictures too.
  @Test(arguments: [(320, 200), (400, 300), (1200, 700)], ["", "by warmup_num_steps"])
  func twelveNamesAreReadWhatTheirCommonPartIsOnce(size: (Int, Int), title: String) throws {
    let steps = (1...12).map { $0 * 250 }
    let layout = Layout(
      try Picture(
        title: title, panels: [.init("lr", warmups(of: steps))], steps: 0..<100,
        size: PictureSize(width: size.0, height: size.1)), ruler: TableRuler())
    checkGeometry(layout, "\(size)")
    let names = layout.legend.map(\.text.text)
    #expect(names.map { $0.split(separator: " ").last.map(String.init) } == steps.map { "\($0)" })
    let isBrief = names == steps.map { "\($0)" }
    #expect(isBrief == (size.0 < 1200))
    let isSaid = layout.texts.contains { $0.text.contains("warmup_num_steps") }
    #expect(isSaid || size.1 == 200)
  }

  /// Three panels, two curves: the names of all.
  @Test func aSmallPictureOfThreePanelsHasAllItsNames() throws {
    let curves = ["onecycle", "cosine"].enumerated().map {
      Picture.Curve(LineSeries(start: 0, end: 1e-3, last: 9999), label: $1, style: .numbered($0))
    }
    let names = ["learning rate", "difference", "momentum"]
    let layout = Layout(
      try Picture(
        title: "A title", panels: names.map { .init($0, curves) }, steps: 0..<10_000,
        size: PictureSize(width: 320, height: 200), marks: [.init(step: 2001, label: "decay")]),
      ruler: TableRuler())
    checkGeometry(layout, "")
    let texts = Set(layout.texts.map(\.text))
    #expect(texts.isSuperset(of: names + ["onecycle", "cosine"]))
    #expect(layout.panels.allSatisfy { $0.ticks.compactMap(\.label).count >= 2 })
  }

  /// Of fourteen numbers those that have room, whole, and a count of the others.
  @Test(arguments: [(320, 200), (400, 250)])
  func noNumberOfALegendIsCut(size: (Int, Int)) throws {
    let steps = (1...14).map { $0 * 10_000 }
    let layout = Layout(
      try Picture(
        title: "by warmup_num_steps", panels: [.init("lr", warmups(of: steps))], steps: 0..<100,
        size: PictureSize(width: size.0, height: size.1)), ruler: TableRuler())
    let names = layout.legend.filter { !$0.sample.isEmpty }.map(\.text.text)
    #expect(names.count >= 8)
    #expect(names == steps.prefix(names.count).map { "\($0)" })
  }

  /// The first panel keeps its axes, and its name says which one is missing.
  @Test func aPanelWithoutRoomIsNamed() throws {
    let curve = Picture.Curve(LineSeries(start: 0, end: 1e-3, last: 9999), style: 0)
    let picture = try Picture(
      title: "T", panels: [.init("learning rate", [curve]), .init("momentum", [curve])],
      steps: 0..<10_000, size: PictureSize(width: 200, height: 80))
    let layout = Layout(picture, ruler: TableRuler())
    checkGeometry(layout, "")
    #expect(layout.panels.map(\.name) == ["learning rate"])
    #expect(layout.hiddenPanels == ["momentum"])
    #expect(layout.panels[0].ticks.compactMap(\.label).count >= 2)
    #expect(layout.roomNotice == "no room for momentum: left out; draw it larger")
  }

  @Test func aLongSubtitleTakesASecondLineWhereThereIsRoom() throws {
    let facts = (0..<12).map { "parameter_\($0) 0.001" }.joined(separator: ", ")
    func lines(_ height: Int) throws -> [String] {
      let layout = Layout(
        try Picture(
          title: "T", subtitle: facts, panels: [.init("lr", [])], steps: 0..<9,
          size: PictureSize(width: 1200, height: height)), ruler: TableRuler())
      return layout.texts.map(\.text).filter { $0.contains("parameter") }
    }
    #expect(try lines(700).joined(separator: " ") == facts)
    #expect(try lines(700).count == 2)
    #expect(try lines(300).map { $0.hasSuffix("...") } == [true])
  }

  @Test func tenLongNamesAreShortenedInTheMiddleAndLeaveTheCurvesTheirRoom() throws {
    let curves = (0..<10).map {
      Picture.Curve(
        TableSeries([1]), label: "\($0)" + String(repeating: "warmup-cosine ", count: 8) + "\($0)",
        style: .numbered($0))
    }
    let layout = Layout(
      try Picture(title: "T", panels: [.init("lr", curves)], steps: 0..<100), ruler: FixedRuler())
    let names = layout.legend.map(\.text.text)
    #expect(names.count == 10)
    #expect(names.indices.allSatisfy { names[$0].hasSuffix("\($0)") && names[$0].contains("...") })
    let boxes = layout.legend.map(\.text.box)
    let height = (boxes.map(\.bottom).max() ?? 0) - (boxes.map(\.top).min() ?? 0)
    #expect(height <= layout.picture.height / 5)
  }

  /// Without room for a label, no grid and no other panel is in the way of the curve.
  @Test(arguments: [(10, 10), (60, 30), (100, 60)])
  func aTinyPictureIsASparkline(width: Int, height: Int) throws {
    let panel = Picture.Panel("lr", [Picture.Curve(TableSeries([1, 3, 2]), style: 0)])
    let (layout, canvas) = recorded(
      try Picture(
        title: "T", panels: [panel, panel], steps: 0..<3,
        size: PictureSize(width: width, height: height)))
    #expect(layout.panels.count == 1 && layout.texts.isEmpty)
    #expect(layout.panels[0].frame == layout.picture)
    #expect(canvas.lines.count == 1 && canvas.curveLines.count == 1)
  }

  /// The extremes are those of each pixel, wherever there are more of them than points.
  @Test func aPixelIsAColumn() throws {
    let curve = Picture.Curve(LineSeries(start: 0, end: 1, last: 99_999), style: 0)
    let picture = try Picture(
      title: "T", panels: [.init("lr", [curve])], steps: 0..<100_000, pixelsPerPoint: 2)
    let (points, pixels) = (
      Layout(picture, ruler: TableRuler()),
      Layout(picture, pixelsPerPoint: 2, ruler: TableRuler())
    )
    #expect(pixels.axis.columns == 2 * points.axis.columns)
    #expect(pixels.panels.map(\.frame) == points.panels.map(\.frame))
  }

  @Test func theFirstPanelIsTwiceAsHighAsTheOthers() throws {
    let panel = Picture.Panel("lr", [Picture.Curve(TableSeries([1, 2]), style: 0)])
    let picture = try Picture(title: "T", panels: [panel, panel], steps: 0..<2)
    let frames = Layout(picture, ruler: FixedRuler()).panels.map(\.frame)
    #expect((frames[0].height - 2 * frames[1].height).magnitude <= 2)
    #expect(frames[0].left == frames[1].left && frames[0].right == frames[1].right)
  }

  @Test func aPanelWithoutValuesSaysSo() throws {
    let panel = Picture.Panel("lr", [Picture.Curve(TableSeries([]), style: 0)])
    let layout = Layout(
      try Picture(title: "", panels: [panel], steps: 5..<9), ruler: FixedRuler())
    #expect(layout.texts.map(\.text).contains("no values on these steps"))
    #expect(layout.panels[0].ticks.isEmpty)
  }
}

@Suite struct FittedTextTests {
  private func fit(_ text: String, _ letters: Int, _ part: KeptPart = .beginning) -> String {
    fitted(
      text, to: Double(letters) * 6, keeping: part, font: Font(size: 10), ruler: FixedRuler())
  }

  @Test func whatFitsStays() {
    #expect(fit("abcdef", 6) == "abcdef")
    #expect(fit("", 6) == "")
  }

  @Test func whatDoesNotFitIsShortened() {
    #expect(fit("abcdefghij", 6) == "abc...")
    #expect(fit("abcdefghij", 7, .bothEnds) == "ab...ij")
    #expect(fit("abcdefghij", 3) == "")
    #expect(fit("abcdefghij", 0) == "")
    #expect(fit(String(repeating: "x", count: 1_000_000), 8) == "xxxxx...")
  }

  @Test func controlCharactersBecomeSpaces() {
    #expect(fit("a\nb\tc\0d\u{7F}e", 20) == "a b c d e")
  }
}
