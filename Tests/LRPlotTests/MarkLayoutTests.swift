import LRSchedule
import TestSupport
import Testing

@testable import LRPlot

@Suite struct MarkLayoutTests {
  private func layout(_ marks: [Picture.Mark], width: Int = 1200, height: Int = 700) throws
    -> Layout
  {
    let curve = Picture.Curve(LineSeries(start: 0, end: 1e-3, last: 9999), style: 0)
    let picture = try Picture(
      title: "T", panels: [.init("learning rate", [curve]), .init("momentum", [curve])],
      steps: 0..<10_000, size: PictureSize(width: width, height: height), marks: marks)
    return Layout(picture, ruler: FixedRuler())
  }

  private func marks(every distance: Int) -> [Picture.Mark] {
    stride(from: 0, to: 10_000, by: distance).map { .init(step: $0, label: "cycle") }
  }

  @Test func aLabelSaysTheStepAndWhatBeginsThere() throws {
    let found = try layout([.init(step: 1000, label: "decay"), .init(step: 5001, label: "")]).marks
    #expect(found.labels.map(\.text) == ["5,001", "1,000 decay"])
    #expect(found.droppedLabels == 0)
    #expect(found.labels.allSatisfy { $0.isQuiet })
  }

  @Test func labelsAreInTheUnitOfTheAxis() throws {
    let picture = try Picture(
      title: "", panels: [.init("lr", [])], steps: 0..<10_000,
      stepUnit: .init(label: "tokens", perStep: 4096), marks: [.init(step: 1000, label: "decay")])
    let layout = Layout(picture, ruler: FixedRuler())
    #expect(layout.marks.labels.map(\.text) == ["4,096,000 decay"])
    #expect(layout.texts.map(\.text).contains("tokens"))
    #expect(layout.stepTicks.compactMap(\.label?.text).contains("10M"))
  }

  @Test func aHairlineIsWhereItsStepIs() throws {
    let layout = try layout([.init(step: 2500, label: "a"), .init(step: 7000, label: "b")])
    #expect(
      Set(layout.marks.lines.map(\.x))
        == [2500, 7000].reduce(into: []) {
          $0.insert(layout.axis.position(of: $1))
        })
  }

  @Test func stepsOutsideAreNotShown() throws {
    let found = try layout([-1, 10_000, .min, .max].map { .init(step: $0, label: "x") }).marks
    #expect(found.lines.isEmpty && found.labels.isEmpty)
  }

  @Test func theLineGoesThroughAllPanels() throws {
    let curve = Picture.Curve(LineSeries(start: 0, end: 1e-3, last: 9999), style: 0)
    let picture = try Picture(
      title: "", panels: [.init("lr", [curve]), .init("momentum", [curve])], steps: 0..<10_000,
      marks: [.init(step: 5000, label: "half")])
    let (layout, canvas) = recorded(picture)
    let lines = canvas.lines.filter { $0.pen.color == Theme.light.mark }.map(\.points)
    #expect(lines.map { $0[1].y } == layout.panels.map(\.frame.bottom))
    #expect(lines.map { $0[0].y } == [layout.marks.lines[0].top, layout.panels[1].frame.top])
    #expect(layout.marks.lines[0].top < layout.panels[0].frame.top)
  }

  @Test func crowdedLabelsTakeMoreRows() throws {
    func rows(_ layout: Layout) -> Int { Set(layout.marks.labels.map(\.box.top)).count }
    #expect(try rows(layout(marks(every: 2500))) == 1)
    let crowded = try layout(marks(every: 500))
    #expect(rows(crowded) > 1 && rows(crowded) <= MarkLayout.mostRows)
  }

  /// The free space behind the last mark is the label's; one that is in no space whole says less.
  @Test func aLabelSaysAllThatTheSpaceBehindItHolds() throws {
    let marks: [Picture.Mark] = [
      .init(step: 2000, label: "end"), .init(step: 2001, label: "constant"),
    ]
    let small = try layout(marks, width: 400, height: 300).marks
    #expect(small.labels.map(\.text) == ["2,000 end, 2,001 constant"])
    #expect(small.shortenedLabels == 0)
    let label = String(repeating: "a long one ", count: 4)
    let long = try layout([.init(step: 5000, label: label)], width: 320, height: 300).marks
    #expect(long.labels.map(\.text) == ["5,000"])
    #expect(long.shortenedLabels == 1 && long.droppedLabels == 0)
  }

  /// The label before the last pole leaves it its way: it says its step alone.
  @Test func aLabelIsShortenedForAPoleThatComesLater() throws {
    let marks: [Picture.Mark] = [
      .init(step: 9000, label: "half"), .init(step: 9500, label: "constant"),
    ]
    let layout = try layout(marks, width: 1200).marks
    #expect(layout.droppedLabels == 0)
    #expect(layout.labels.map(\.text).sorted() == ["9,000", "9,500 constant"])
  }

  @Test func whenLabelsHaveNoRoomTheHairlinesStay() throws {
    let layout = try layout(marks(every: 10))
    #expect(layout.marks.lines.count == 1000)
    #expect(layout.marks.labels.count >= 10)
    #expect(layout.marks.labels.count + layout.marks.droppedLabels == 1000)
  }

  @Test func ofManyInOneColumnOfPixelsTheFirstIsDrawnAndTheOthersAreCounted() throws {
    #expect(try layout(marks(every: 1)).marks.lines.count <= 1200)
    let three = try layout((0..<3).map { .init(step: 5000 + $0, label: "piece \($0)") }).marks
    #expect(three.lines.count == 1)
    #expect(three.labels.map(\.text) == ["5,000 piece 0 and 2 more"])
    let two = try layout((0..<2).map { .init(step: 5000 + $0, label: "piece \($0)") }).marks
    #expect(two.labels.map(\.text) == ["5,000 piece 0, 5,001 piece 1"])
  }

  @Test(arguments: 0..<60)
  func noLabelIsOnAnotherOrOnAHairline(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let marks = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Picture.Mark(
        step: .random(in: 0..<10_000, using: &random),
        label: String(repeating: "mark ", count: .random(in: 0...9, using: &random)))
    }
    let layout = try layout(
      marks, width: .random(in: 320...2000, using: &random),
      height: .random(in: 200...1200, using: &random))
    let boxes = layout.marks.labels.map(\.box)
    for (index, box) in boxes.enumerated() {
      for other in boxes[..<index] { #expect(!box.overlaps(other)) }
      for line in layout.marks.lines where line.top < box.bottom {
        #expect(line.x <= box.left || box.right <= line.x)
      }
    }
  }
}
