import LRSchedule
import Testing

@testable import LRPlot

@Suite struct PictureTests {
  private static let panel = Picture.Panel(
    "learning rate", [Picture.Curve(LineSeries(start: 0, end: 1e-3, last: 9999), style: 0)])

  private func png(
    _ series: (any Series)? = nil, steps: Range<Int> = 0..<10_000, width: Int = 300,
    height: Int = 200
  ) throws -> [UInt8] {
    let panel = series.map { Picture.Panel("learning rate", [Picture.Curve($0, style: 1)]) }
    return try Picture(
      title: "A title", panels: [panel ?? Self.panel], steps: steps,
      size: PictureSize(width: width, height: height)
    ).png()
  }

  /// The big-endian number of the header `IHDR`, which begins at byte 12.
  private func number(_ bytes: [UInt8], at offset: Int) -> Int {
    bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  @Test(arguments: [(300, 200), (1, 1), (1200, 700), (32_767, 2), (2, 32_767)])
  func aPNGOfTheSizeThatWasAskedFor(width: Int, height: Int) throws {
    let bytes = try png(width: width, height: height)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(bytes[12..<16].elementsEqual("IHDR".utf8))
    #expect(number(bytes, at: 16) == width && number(bytes, at: 20) == height)
    #expect(bytes.suffix(8).prefix(4).elementsEqual("IEND".utf8))
  }

  @Test func theSameBytesOnEveryRun() throws {
    #expect(try png() == png())
    #expect(try png() != png(steps: 0..<5000))
  }

  @Test(arguments: [
    LineSeries(start: .leastNonzeroMagnitude, end: powerOfTen(-320), last: 9999),
    LineSeries(start: -1.7e308, end: 1.7e308, last: 9999),
    LineSeries(start: -3, end: -1, last: 9999),
    LineSeries(start: 0.1, end: 0.1, last: 9999),
    LineSeries(start: 0, end: 0, last: 9999),
  ])
  func anyValueCanBeDrawn(series: LineSeries) throws {
    #expect(try !png(series).isEmpty)
    #expect(try !png(series, steps: 3..<4).isEmpty)
  }

  @Test func anyStepCanBeDrawn() throws {
    let edge = 1 << 53
    for steps in [-edge..<edge, (edge - 1)..<edge, 0..<1_000_000_000_000] {
      #expect(try !png(StepSeries(first: 0, rest: 1), steps: steps).isEmpty)
    }
  }

  @Test(arguments: [(0, 700), (1200, 0), (32_768, 700), (1200, 32_768), (-1, -1), (.max, .max)])
  func sidesThatAreRefused(width: Int, height: Int) {
    #expect(throws: PictureError.sideOutOfRange(width: width, height: height)) {
      try PictureSize(width: width, height: height)
    }
  }

  @Test func tooManyPixelsAreRefused() throws {
    #expect(throws: PictureError.tooManyPixels(width: 32_767, height: 32_767)) {
      try PictureSize(width: 32_767, height: 32_767)
    }
    #expect(try PictureSize(width: 32_767, height: 8_000).height == 8_000)
  }

  private func scaled(_ factor: Double, width: Int = 300, height: Int = 200) throws -> [UInt8] {
    try Picture(
      title: "A title", panels: [Self.panel], steps: 0..<10_000,
      size: PictureSize(width: width, height: height), pixelsPerPoint: factor
    ).png()
  }

  @Test(arguments: [(2, 600, 400), (1.5, 450, 300), (0.001, 1, 1)] as [(Double, Int, Int)])
  func aScaleMultipliesThePixels(factor: Double, width: Int, height: Int) throws {
    let bytes = try scaled(factor)
    #expect(number(bytes, at: 16) == width && number(bytes, at: 20) == height)
  }

  @Test func aScaleBeyondTheLargestPictureIsRefused() throws {
    #expect(throws: PictureError.sideOutOfRange(width: 33_000, height: 22_000)) {
      try scaled(110)
    }
    #expect(throws: PictureError.tooManyPixels(width: 30_000, height: 20_000)) { try scaled(100) }
    for factor in [0, -1, .nan, .infinity] {
      #expect(throws: PictureError.self) { try scaled(factor) }
    }
    #expect(throws: PictureError.self) { try scaled(.greatestFiniteMagnitude) }
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e-13, 1e16] as [Double])
  func whatAStepCannotConsumeIsRefused(perStep: Double) {
    #expect(throws: PictureError.self) {
      try Picture(
        title: "", panels: [Self.panel], steps: 0..<9,
        stepUnit: .init(label: "tokens", perStep: perStep))
    }
  }

  @Test(arguments: [1e-12, 0.1, 1 / 3, 4096, 1e15] as [Double])
  func whatStepsConsumeHasTicksOfItsOwn(perStep: Double) throws {
    for steps in [0..<1, 3..<5, 0..<10_000, ((1 << 40) - 9)..<(1 << 40), -(1 << 53)..<(1 << 53)] {
      let picture = try Picture(
        title: "", panels: [Self.panel], steps: steps,
        stepUnit: .init(label: "tokens", perStep: perStep))
      let labels = Layout(picture, ruler: FixedRuler()).stepTicks.compactMap(\.label?.text)
      #expect(!labels.isEmpty && labels.allSatisfy { $0.count <= 24 }, "\(steps): \(labels)")
    }
  }

  @Test func whatNoPictureCanBeMadeOfIsRefused() {
    #expect(throws: PictureError.noPanels) { try Picture(title: "", panels: [], steps: 0..<1) }
    #expect(throws: PictureError.noSteps) {
      try Picture(title: "", panels: [Self.panel], steps: 4..<4)
    }
    let steps = Int.min..<Int.max
    #expect(throws: PictureError.stepsOutOfRange(steps)) {
      try Picture(title: "", panels: [Self.panel], steps: steps)
    }
  }

  @Test func anErrorSaysWhatIsWrongAndWhatMendsIt() {
    #expect(
      PictureError.sideOutOfRange(width: 32_768, height: 700).description
        == "picture size: 32768x700 pixels cannot be drawn; width and height must be 1 to 32767")
  }
}
