import Foundation
import Testing

@testable import LRCurves

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct JUnitReportTests {
  @Test func suitesCountTheirCases() throws {
    let report = Report(
      [.plain(.mistake), .plain(.note), .tricky], of: ["a.json", "b.json", Finding.tricky.file])
    let elements = try XMLElements(report.text(as: .junit)).elements
    let all = try #require(elements.first)
    #expect(all.name == "testsuites")
    #expect(all.attributes["tests"] == "4")
    #expect(all.attributes["failures"] == "1")
    let suites = elements.filter { $0.name == "testsuite" }
    #expect(suites.map { $0.attributes["name"] } == report.subjects)
    #expect(suites.map { $0.attributes["tests"] } == ["2", "1", "1"])
    #expect(suites.map { $0.attributes["failures"] } == ["1", "0", "0"])
    #expect(elements.count { $0.name == "testcase" } == 4)
    let failures = elements.filter { $0.name == "failure" }
    #expect(failures.map { $0.attributes["type"] } == ["LR001"])
    #expect(failures.map { $0.attributes["message"] } == ["what will happen; mend it"])
  }

  @Test func whatXMLCannotHoldIsReplaced() throws {
    let finding = Finding(
      .mistake, rule: "LR001", title: "<&\">'", message: "\u{1B}\u{FFFE}\u{0}\u{9B} ]]> é")
    let elements = try XMLElements(Report([finding]).text(as: .junit)).elements
    let failure = try #require(elements.first { $0.name == "failure" })
    #expect(failure.attributes["message"] == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} ]]> é")
    #expect(elements.first { $0.name == "testcase" }?.attributes["name"] == "LR001 <&\">'")
  }

  @Test func nothingFoundIsACaseThatPasses() throws {
    let elements = try XMLElements(Report([]).text(as: .junit)).elements
    #expect(
      elements.map(\.name).filter { $0.hasPrefix("test") } == [
        "testsuites", "testsuite", "testcase",
      ])
  }

  @Test func factsAreProperties() throws {
    let elements = try XMLElements(Report([], of: ["a", "b", "a"]).text(as: .junit)).elements
    let properties = elements.filter { $0.name == "property" }.map(\.attributes)
    #expect(properties.count == 2 * 3)
    #expect(properties.contains(["name": "release", "value": "0.19.8"]))
    #expect(properties.contains(["name": "summary", "value": "2 files: nothing found"]))
  }
}

extension Finding {
  fileprivate var file: String { place?.file ?? "" }
}

/// The elements of an XML document, in order.
private final class XMLElements: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { throw parser.parserError ?? CocoaError(.propertyListReadCorrupt) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
  }
}
