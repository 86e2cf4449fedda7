import Foundation
import Testing

@testable import LRCurves

struct JSONReportTests {
  @Test func everythingIsReadBack() throws {
    let report = Report([.tricky, .plain(.mistake)])
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let document = try decoder.decode(Document.self, from: Data(report.text(as: .json).utf8))
    #expect(document.schemaVersion == 1)
    #expect(document.generator == "lrsched 0.1.0")
    #expect(document.command == "lint")
    #expect(document.subjects == ["a.json"])
    #expect(!document.passed)
    #expect(document.summary == report.summary)
    #expect(document.facts.release == "0.19.8")
    #expect(document.facts.steps == 7)
    let finding = try #require(document.findings.first)
    #expect(finding.level == "warning")
    #expect(!finding.fails)
    #expect(finding.rule == "LR099")
    #expect(finding.message == Finding.tricky.message)
    #expect(finding.mend == Finding.tricky.mend)
    #expect(finding.file == "my,config: 1%.json")
    #expect([finding.line, finding.column] == [12, 3])
    #expect(finding.help == "docs/lint.md#lr099")
    #expect(document.findings.last?.help == nil)
    #expect(document.findings.last?.fails == true)
  }

  private struct Document: Decodable {
    let schemaVersion: Int
    let generator, command, summary: String
    let subjects: [String]
    let passed: Bool
    let facts: Facts
    let findings: [Item]

    struct Facts: Decodable {
      let release: String
      let steps: Int
    }

    struct Item: Decodable {
      let level, rule, title, message: String
      let fails: Bool
      let mend, file, help: String?
      let line, column: Int?
    }
  }
}
