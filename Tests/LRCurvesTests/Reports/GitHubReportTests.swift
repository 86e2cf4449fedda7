import Testing

@testable import LRCurves

struct GitHubReportTests {
  @Test func propertiesAndMessagesAreEscaped() {
    let lines = Report([.tricky]).text(as: .github).split(separator: "\n")
    #expect(
      lines == [
        "::warning file=my%2Cconfig%3A 1%25.json,line=12,col=3,title=LR099 a title%2C with%3A marks"
          + "::100%25 of <b>it</b> & \"more\"%0D%0Ain | two `lines` \\u{1B}[31m; write it anew"
          + " (docs/lint.md#lr099)",
        "lrsched lint: passed: a.json: 1 warning",
      ])
  }

  @Test func noMoreThanAreShown() {
    let findings =
      (1...9).map { Finding.plain(.note, line: $0) }
      + (10...12).map { Finding.plain(.mistake, line: $0) }
    let lines = Report(findings).text(as: .github).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::") } == 10)
    #expect(lines.prefix(3).allSatisfy { $0.hasPrefix("::error file=a.json,line=1") })
    #expect(lines[3].hasPrefix("::notice file=a.json,line=1,"))
    #expect(
      lines.last == "lrsched lint: failed: a.json: 3 mistakes, 9 notes; 2 more not annotated")
  }

  @Test func aFindingWithoutAPlaceHasNone() {
    let finding = Finding(.mistake, rule: "difference", title: "they differ", message: "at step 3")
    #expect(
      Report([finding]).text(as: .github).hasPrefix(
        "::error title=difference they differ::at step 3\n"))
  }
}
