import Foundation
import Testing

@testable import LRCurves

struct SARIFReportTests {
  @Test func resultsPointAtRulesAndPlaces() throws {
    let run = try Self.run(of: Report([.tricky, .plain(.mistake), .plain(.note), .tricky]))
    #expect(run.tool.driver.name == "lrsched")
    #expect(run.tool.driver.version == "0.1.0")
    #expect(run.tool.driver.rules.map(\.id) == ["LR099", "LR001"])
    #expect(run.results.map(\.level) == ["warning", "error", "note", "warning"])
    for result in run.results {
      #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
    }
    let location = try #require(run.results.first?.locations?.first?.physicalLocation)
    #expect(location.artifactLocation.uri == "my%2Cconfig%3A%201%25.json")
    #expect(location.region?.startLine == 12)
    #expect(location.region?.startColumn == 3)
  }

  @Test(arguments: [
    ("./a/ü.json", "a/%C3%BC.json"), ("/tmp/a b.json", "file:///tmp/a%20b.json"),
    ("../c.json", "../c.json"),
  ])
  func pathsBecomeURIs(path: String, uri: String) throws {
    let finding = Finding(
      .note, rule: "LR001", title: "a rule", message: "so", place: Finding.Place(file: path))
    let location = try Self.run(of: Report([finding])).results.first?.locations?.first
    #expect(location?.physicalLocation.artifactLocation.uri == uri)
    #expect(location?.physicalLocation.region == nil)
  }

  private static func run(of report: Report) throws -> Log.Run {
    let data = Data(report.text(as: .sarif).utf8)
    let log = try JSONDecoder().decode(Log.self, from: data)
    #expect(log.version == "2.1.0")
    return try #require(log.runs.first)
  }

  private struct Log: Decodable {
    let version: String
    let runs: [Run]

    struct Run: Decodable {
      let tool: Tool
      let results: [Result]
    }
    struct Tool: Decodable { let driver: Driver }
    struct Driver: Decodable {
      let name, version: String
      let rules: [Rule]
    }
    struct Rule: Decodable { let id: String }
    struct Result: Decodable {
      let ruleId, level: String
      let ruleIndex: Int
      let locations: [Location]?
    }
    struct Location: Decodable { let physicalLocation: PhysicalLocation }
    struct PhysicalLocation: Decodable {
      let artifactLocation: Artifact
      let region: Region?
    }
    struct Artifact: Decodable { let uri: String }
    struct Region: Decodable { let startLine, startColumn: Int }
  }
}
