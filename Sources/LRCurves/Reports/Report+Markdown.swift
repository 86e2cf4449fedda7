import LRText

extension Report {
  /// The report as a heading, its facts and a table.
  var markdown: String {
    let facts = facts.map { "- \($0.name.asMarkdown): \($0.text.asMarkdown)\n" }
    let sections = [
      "### \(Self.program) \(command)\n", "\(verdict.asMarkdown)\n", facts.joined(), table,
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var table: String {
    if findings.isEmpty { return "" }
    let rows = findings.map { finding in
      let rule = "\(finding.rule) \(finding.title)"
      let cells = [
        finding.level.rawValue, finding.place.map { "\($0)" } ?? "", rule, finding.message,
        finding.mend ?? "",
      ]
      return "| " + cells.map(\.shortenedForMessage.asMarkdown).joined(separator: " | ") + " |\n"
    }
    return "| level | place | rule | what happens | mend |\n|---|---|---|---|---|\n" + rows.joined()
  }
}

extension String {
  /// The text in a cell, or a line, with nothing in it that is markup.
  fileprivate var asMarkdown: String {
    var marks: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;"]
    for mark in "\\`*_{}[]#|~".unicodeScalars { marks[mark] = "\\\(mark)" }
    // What is escaped for a terminal is one line.
    return escapedForTerminal.escaping(marks)
  }
}
