import Testing

@testable import LRCurves

struct MarkdownReportTests {
  @Test func cellsHoldNoMarkup() {
    let lines = Report([.tricky]).text(as: .markdown).split(separator: "\n")
    #expect(
      lines == [
        "### lrsched lint", "passed: a.json: 1 warning", "- release: 0.19.8", "- steps: 7",
        "| level | place | rule | what happens | mend |", "|---|---|---|---|---|",
        "| warning | my,config: 1%.json:12:3 | LR099 a title, with: marks | 100% of"
          + " &lt;b&gt;it&lt;/b&gt; &amp; \"more\"\\\\r\\\\nin \\| two \\`lines\\` \\\\u\\{1B\\}\\[31m"
          + " | write it anew |",
      ])
  }

  @Test func withoutFindingsThereIsNoTable() {
    #expect(!Report([]).text(as: .markdown).contains("|"))
  }
}
