import LRSchedule
import Testing

@testable import LRPlot

@Suite struct PDFTests {
  private func pdf(
    title: String = "A title", steps: Range<Int> = 0..<10_000, width: Int = 1200, height: Int = 700
  ) throws -> [UInt8] {
    let curve = Picture.Curve(LineSeries(start: 0, end: 1e-3, last: 9999), style: 1)
    return try Picture(
      title: title, panels: [.init("learning rate", [curve])], steps: steps,
      size: PictureSize(width: width, height: height), description: "what it shows"
    ).pdf()
  }

  /// The file byte by byte: what is compressed stays so, the rest can be read.
  private func text(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private func count(_ part: some RegexComponent, in bytes: [UInt8]) -> Int {
    text(bytes).matches(of: part).count
  }

  @Test func aFileFromItsBeginningToItsEnd() throws {
    let file = try text(pdf())
    #expect(file.hasPrefix("%PDF-1.4"))
    #expect(file.hasSuffix("%%EOF\n"))
  }

  @Test(arguments: [(1, 1), (320, 200), (1200, 700), (32_767, 2)])
  func onePageOfItsSizeInPoints(width: Int, height: Int) throws {
    let bytes = try pdf(width: width, height: height)
    #expect(count(/\/Type \/Page\b/, in: bytes) == 1)
    let box = try #require(text(bytes).firstMatch(of: /\/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]/))
    #expect(Double(box.1) == Double(width) && Double(box.2) == Double(height))
  }

  @Test func theSameBytesOnEveryRunWithADateThatIsNotToday() throws {
    #expect(try pdf() == pdf())
    #expect(try pdf() != pdf(steps: 0..<5000))
    #expect(try count(/\/CreationDate \((D:)?19700101000000/, in: pdf()) == 1)
    #expect(try count(/\/ModDate/, in: pdf()) == 0)
  }

  @Test func itSaysWhatItIs() throws {
    let bytes = try pdf(title: "plan A")
    #expect(count(/\/Title \(plan A\)/, in: bytes) == 1)
    #expect(count(/\/Subject \(what it shows\)/, in: bytes) == 1)
    #expect(count(/\/Creator \(lrsched\)/, in: bytes) == 1)
  }

  /// Text that can be searched and copied has a table back from the font's glyphs to Unicode.
  @Test func linesAreLinesAndTextsAreTexts() throws {
    #expect(try count(/\/ToUnicode/, in: pdf()) > 0)
    #expect(try count(/\/Subtype \/Image/, in: pdf()) == 0)
  }

  @Test func aCanvasThatIsNotFinishedIsThrownAway() throws {
    let canvas = try CairoCanvas(
      page: PictureSize(width: 10, height: 10), pointsPerPixel: 1, metadata: [])
    canvas.dot(at: Point(x: 5, y: 5), radius: 2, color: Color(0xFF0000))
  }
}
