import Testing

@testable import LRPlot

@Suite struct CairoCanvasTests {
  private static let pen = Pen(color: Color(0x0072B2), width: 2, dashes: [])

  private func png(_ lines: [[Point]]) throws -> [UInt8] {
    let canvas = try CairoCanvas(PictureSize(width: 60, height: 40))
    for line in lines { canvas.stroke(line, with: Self.pen) }
    return try canvas.png()
  }

  private func level(from left: Double, to right: Double) -> [Point] {
    [Point(x: left, y: 20), Point(x: right, y: 20)]
  }

  /// Beyond 2^23 Cairo's own coordinates wrap around.
  @Test func coordinatesFarOutsideAreCut() throws {
    #expect(try png([level(from: -1e9, to: 1e9)]) == png([level(from: -50, to: 90)]))
    #expect(try png([level(from: 8_388_609, to: 1e12)]) == png([]))
    #expect(try png([level(from: 10, to: 20)]) != png([]))
  }

  @Test func pointsThatAreNoNumbersDrawNothing() throws {
    #expect(try png([level(from: .nan, to: 20)]) == png([]))
    let canvas = try CairoCanvas(PictureSize(width: 60, height: 40))
    canvas.dot(at: Point(x: .nan, y: 1), radius: 3, color: Self.pen.color)
    canvas.write(
      "text", at: Point(x: .infinity, y: 1), anchor: .start, font: Font(size: 10),
      color: Self.pen.color)
    #expect(try canvas.png() == png([]))
  }

  @Test func aTextIsMeasuredByItsFont() throws {
    let canvas = try CairoCanvas(PictureSize(width: 1, height: 1))
    let small = canvas.size(of: "learning rate", in: Font(size: 12))
    let large = canvas.size(of: "learning rate", in: Font(size: 24))
    #expect(small.width > 40 && small.width < 140)
    #expect((large.width / small.width - 2).magnitude < 0.2)
    #expect(small.height > 10 && small.height < 20)
  }
}
