import Foundation
import LRSchedule
import TestSupport
import Testing

@testable import LRPlot

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGTests {
  private func picture(
    title: String = "A title",
    _ series: [any Series] = [LineSeries(start: 0, end: 1e-3, last: 9999)],
    steps: Range<Int> = 0..<10_000, width: Int = 600, height: Int = 400,
    theme: PictureTheme = .light
  ) throws -> Picture {
    let curves = series.enumerated().map { Picture.Curve($1, style: .numbered($0)) }
    return try Picture(
      title: title, subtitle: "a subtitle",
      panels: [.init("learning rate", curves), .init("momentum", curves)], steps: steps,
      size: PictureSize(width: width, height: height), theme: theme, description: "a description")
  }

  @Test(arguments: [(1, 1), (40, 30), (320, 200), (1200, 700), (32_767, 60)])
  func eachTextOfTheLayoutIsAText(width: Int, height: Int) throws {
    let series = (0..<3).map { LineSeries(name: "name \($0)", start: 0, end: 1, last: 9999) }
    let picture = try picture(series, width: width, height: height)
    let document = try SVGDocument(picture.svg())
    #expect(document.texts("text") == Layout(picture, ruler: TableRuler()).texts.map(\.text))
    #expect(document.root["viewBox"] == "0 0 \(width) \(height)")
  }

  @Test func whoCannotSeeItIsToldTitleAndDescription() throws {
    let document = try SVGDocument(picture().svg())
    #expect(document.root["role"] == "img")
    let names = ["title", "desc"].compactMap { document.attribute("id", of: $0) }
    #expect(document.root["aria-labelledby"] == names.joined(separator: " "))
    #expect(document.texts("title").first == "A title")
    #expect(document.texts("desc") == ["a description"])
  }

  @Test func aPictureWithoutATitleIsCalledByItsPanels() throws {
    let document = try SVGDocument(picture(title: "").svg())
    #expect(document.texts("title").first == "learning rate, momentum")
  }

  @Test func curvesAndPanelsAreGroupsWithTheirNames() throws {
    let document = try SVGDocument(picture().svg())
    #expect(document.classes == ["panel", "grid", "curve", "panel", "grid", "curve", "texts"])
    #expect(document.texts("title").dropFirst() == ["learning rate", "line", "momentum", "line"])
  }

  @Test func theSameTextOnEveryRun() throws {
    #expect(try picture().svg() == picture().svg())
    #expect(try picture().svg() != picture(steps: 0..<5000).svg())
  }

  @Test(arguments: [
    ("<&\">]]>'", "<&\">]]>'"), ("a\u{0}\u{8}\u{1B}\u{FFFE}\u{FFFF}b", "ab"),
    ("\u{4F60}\u{1F600}\u{E9}", "\u{4F60}\u{1F600}\u{E9}"), ("a\nb\tc\r\nd", "a\nb\tc\r\nd"),
  ])
  func anyTitleIsReadBack(title: String, read: String) throws {
    #expect(try SVGDocument(picture(title: title).svg()).texts("title").first == read)
  }

  /// A text that runs from right to left begins at its right end, so that it has the room it was
  /// measured for.
  @Test(
    arguments: [
      ("lr \u{5e9}", TextAnchor.start, nil, nil), ("\u{5e9} lr", .start, "rtl", "end"),
      ("\u{5e9}", .middle, "rtl", "middle"), ("\u{5e9}", .end, "rtl", nil),
      ("lr", .end, nil, "end"),
    ] as [(String, TextAnchor, String?, String?)])
  func aTextKnowsItsDirection(
    text: String, anchor: TextAnchor, direction: String?, written: String?
  ) throws {
    var canvas = SVGCanvas(.standard)
    canvas.write(
      text, at: Point(x: 9, y: 9), anchor: anchor, font: Font(size: 9), color: Color(0))
    let document = try SVGDocument(canvas.finished().joined())
    #expect(document.root["direction"] == direction)
    #expect(document.root["text-anchor"] == written)
  }

  /// Marks that turn the direction of writing are in no text that is shown, and in others only as XML
  /// writes them in ASCII.
  @Test func noMarkTurnsTheFile() throws {
    let mark = "\u{202e}"
    let panel = Picture.Panel(
      "lr", [Picture.Curve(TableSeries([1, 2]), label: "c\(mark)urve", style: 0)])
    let picture = try Picture(
      title: "ti\(mark)tle", subtitle: "su\(mark)b", panels: [panel], steps: 0..<2,
      description: "de\(mark)sc")
    let text = picture.svg()
    #expect(!text.contains(mark) && text.contains("de&#8238;sc"))
    let document = try SVGDocument(text)
    #expect(document.texts("title").first == "title")
    #expect(document.texts("desc") == ["de\(mark)sc"])
    #expect(document.texts("text").prefix(2) == ["title", "sub"])
  }

  @Test func anElementALine() throws {
    let lines = try picture().svg().split(separator: "\n")
    #expect(lines.allSatisfy { $0.drop { $0 == " " }.first == "<" && $0.last == ">" })
    #expect(lines.count > 20)
  }

  @Test func numbersHaveAtMostTwoDecimalsAndNoZerosBehindThem() throws {
    let series = TableSeries((0..<900).map { 1000 / Double($0 + 3) })
    let svg = try picture([series], steps: 0..<900).svg()
    #expect(svg.contains(/[0-9]\.[0-9][0-9]/))
    #expect(!svg.contains(/[0-9]\.[0-9]{3}/))
    #expect(!svg.contains(/="[^"]*[0-9]\.[0-9]?0[^0-9.]/))
  }

  @Test func theThemesHaveTheirBackground() throws {
    let backgrounds = try PictureTheme.allCases.map { theme in
      try SVGDocument(picture(theme: theme).svg()).attribute("fill", of: "rect")
    }
    #expect(backgrounds == ["#ffffff", "#16191d", nil])
  }

  @Test func theOneStepDropOfABillionStepsIsDrawnFromTopToBottom() throws {
    let picture = try picture([StepSeries(first: 1e-3, rest: 0)], steps: 0..<1_000_000_000)
    let scale = Layout(picture, ruler: TableRuler()).panels[0].scale
    let path = try #require(SVGDocument(picture.svg()).curvePaths.first)
    let (top, bottom) = (scale.position(of: 1e-3) ?? -1, scale.position(of: 0) ?? -1)
    #expect(path.hasPrefix("M\(svgNumber(Layout(picture, ruler: TableRuler()).axis.left)) "))
    #expect(path.contains(" \(svgNumber(top))") && path.contains(svgNumber(bottom)))
  }

  @Test func aConstantIsOneLine() throws {
    let picture = try picture([LineSeries(start: 1e-3, end: 1e-3, last: 9999)])
    let path = try #require(SVGDocument(picture.svg()).curvePaths.first)
    #expect(path.wholeMatch(of: /M[0-9.]+ [0-9.]+H[0-9.]+/) != nil)
  }

  @Test func aSingleStepIsADot() throws {
    #expect(try SVGDocument(picture(steps: 4..<5).svg()).attribute("r", of: "circle") != nil)
  }
}

@Suite struct SVGTextTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (12, "12"), (12.5, "12.5"), (0.25, "0.25"), (-0.25, "-0.25"),
    (0.004, "0"), (0.006, "0.01"), (99.999, "100"), (1200.10, "1200.1"), (.nan, "0"),
    (.infinity, "0"), (1e300, "0"),
  ])
  func numbers(number: Double, text: String) {
    #expect(svgNumber(number) == text)
  }

  @Test func colours() {
    #expect(
      [0xD55E00, 0x000000, 0xFFFFFF, 0x0072B2].map { Color($0).svg }
        == ["#d55e00", "#000000", "#ffffff", "#0072b2"])
  }

  @Test(
    arguments: [
      ([], ""), ([(3, 4)], "M3 4h0"), ([(3, 4), (3, 4)], "M3 4h0"), ([(3, 4), (3, 9)], "M3 4V9"),
      ([(3, 4), (5, 4), (9, 4)], "M3 4H9"), ([(0, 0), (1, 1), (2, 2), (3, 0)], "M0 0L2 2L3 0"),
      ([(0, 0), (1, 5), (1, 2), (2, 2)], "M0 0L1 5V2H2"), ([(0, 0), (4, 0), (2, 0)], "M0 0H4H2"),
    ] as [([(Double, Double)], String)])
  func paths(points: [(Double, Double)], data: String) {
    #expect(svgPath(through: points.map { Point(x: $0, y: $1) }) == data)
  }

  @Test(arguments: 1...5)
  func aSimplifiedLineIsNearEachPoint(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var y = 100.0
    let points = (0..<2000).map { index in
      y += .random(in: -0.01...0.01, using: &random) + (index % 97 == 0 ? 5 : 0.02)
      return Point(x: Double(index / 2 * 2) + (index.isMultiple(of: 2) ? 0 : 0.9), y: y)
    }
    let line = simplified(points, tolerance: 0.05)
    #expect(line.count < points.count / 2 && line.first == points.first && line.last == points.last)
    let kept = Set(points)
    #expect(line.allSatisfy(kept.contains))
    for (start, end) in zip(line, line.dropFirst()) {
      let between = points.filter { $0.x >= start.x && $0.x <= end.x }
      let slope = (end.y - start.y) / (end.x - start.x)
      let farthest = between.map { (start.y + ($0.x - start.x) * slope - $0.y).magnitude }.max()
      #expect(farthest ?? 0 <= 0.05 + 1e-9)
    }
  }

  @Test func theRulerKnowsTheWidthsOfTheFont() {
    func width(_ text: String, _ weight: Font.Weight = .regular) -> Double {
      TableRuler().size(of: text, in: Font(size: 2048, weight: weight)).width
    }
    #expect(width(" ") == 651 && width("~") == 1716 && width("") == 0)
    #expect(width("iW") == 569 + 2025 && width("iW", .bold) == 702 + 2259)
    #expect(width("\u{4F60}\u{597D}") == 4096)
    #expect(LetterWidths.regular.count == 95 && LetterWidths.bold.count == 95)
  }
}

/// What a parser makes of an SVG file.
private final class SVGDocument: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    let parentClass: String?
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
  }

  var root: [String: String] { elements.first?.attributes ?? [:] }
  var classes: [String] { elements.compactMap { $0.attributes["class"] } }

  func texts(_ name: String) -> [String] { elements.filter { $0.name == name }.map(\.text) }

  func attribute(_ attribute: String, of name: String) -> String? {
    elements.first { $0.name == name }?.attributes[attribute]
  }

  var curvePaths: [String] {
    elements.filter { $0.name == "path" && $0.parentClass == "curve" }
      .compactMap { $0.attributes["d"] }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let parentClass = open.last.flatMap { elements[$0].attributes["class"] }
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes, parentClass: parentClass))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
