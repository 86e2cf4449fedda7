import Testing

@testable import LRCurves

struct ReportTests {
  @Test func aMistakeFails() {
    #expect(Report([]).isPassed)
    #expect(Report([.plain(.note), .plain(.warning)]).isPassed)
    #expect(!Report([.plain(.note), .plain(.mistake)]).isPassed)
  }

  @Test func aWarningFailsWhereItIsAskedTo() {
    let report = Report(
      version: "0.1.0", command: "lint", subjects: ["a.json"],
      findings: [.plain(.note), .plain(.warning)], failingLevel: .warning)
    #expect(!report.isPassed)
    #expect(report.findings.map(report.fails) == [false, true])
  }

  @Test func theSummaryCounts() {
    #expect(Report([]).summary == "a.json: nothing found")
    let findings = [Finding.plain(.note), .plain(.mistake), .plain(.note)]
    #expect(Report(findings).summary == "a.json: 1 mistake, 2 notes")
    #expect(Report(findings, of: ["a", "b"]).summary == "2 files: 1 mistake, 2 notes")
  }

  @Test func findingsBelongToTheSubjectWhoseFileTheyAreIn() {
    let report = Report([.plain(.note), .tricky], of: ["b.json", "a.json"])
    #expect(report.findings(of: "a.json") == [.plain(.note)])
    #expect(report.findings(of: "b.json") == [.tricky])
  }

  @Test func textHasALineAFinding() {
    let text = Report([.plain(.mistake), .tricky]).text(as: .text)
    #expect(
      text == """
        a.json:1:2: mistake LR001: what will happen; mend it
        my,config: 1%.json:12:3: warning LR099: 100% of <b>it</b> & "more"\\r\\nin | two `lines` \
        \\u{1B}[31m; write it anew
        failed: a.json: 1 mistake, 1 warning

        """)
  }

  @Test(arguments: ReportFormat.allCases)
  func everyFormatEndsItsLastLine(format: ReportFormat) {
    for report in [Report([]), Report([.tricky, .plain(.mistake)])] {
      #expect(report.text(as: format).hasSuffix("\n"))
      #expect(!report.text(as: format).hasSuffix("\n\n"))
    }
  }
}
