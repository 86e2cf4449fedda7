extension Report {
  /// The version of the document's form.
  private static let schemaVersion = 1

  /// The report as one JSON document.
  var json: String {
    JSONTree.object([
      ("schema_version", .number(Self.schemaVersion)),
      ("generator", .text("\(Self.program) \(version)")),
      ("command", .text(command)),
      ("subjects", .list(subjects.map(JSONTree.text))),
      ("passed", .flag(isPassed)),
      ("summary", .text(summary)),
      ("facts", .object(facts.map { ($0.name, .scalar($0.value.asJSON)) })),
      ("findings", .list(findings.map(tree))),
    ]).document
  }

  private func tree(_ finding: Finding) -> JSONTree {
    let position = finding.place?.position
    return .object([
      ("level", .text(finding.level.rawValue)),
      ("fails", .flag(fails(finding))),
      ("rule", .text(finding.rule)),
      ("title", .text(finding.title)),
      ("message", .text(finding.message)),
      ("mend", finding.mend.map(JSONTree.text)),
      ("file", (finding.place?.file).map(JSONTree.text)),
      ("line", (position?.line).map(JSONTree.number)),
      ("column", (position?.column).map(JSONTree.number)),
      ("help", finding.help.map(JSONTree.text)),
    ])
  }
}
