// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

extension Report {
  /// The report as SARIF 2.1.0.
  var sarif: String {
    var rules: [Finding] = []
    for finding in findings where !rules.contains(where: { $0.rule == finding.rule }) {
      rules.append(finding)
    }
    let driver = JSONTree.object([
      ("name", .text(Self.program)),
      ("version", .text(version)),
      ("rules", .list(rules.map(Self.rule))),
    ])
    let run = JSONTree.object([
      ("tool", .object([("driver", driver)])),
      ("columnKind", .text("unicodeCodePoints")),
      ("invocations", .list([.object([("executionSuccessful", .flag(true))])])),
      (
        "results",
        .list(
          findings.map { finding in
            Self.result(finding, index: rules.firstIndex { $0.rule == finding.rule } ?? 0)
          })
      ),
      (
        "properties",
        .object([
          ("command", .text(command)), ("passed", .flag(isPassed)), ("summary", .text(summary)),
          ("facts", .object(facts.map { ($0.name, .scalar($0.value.asJSON)) })),
        ])
      ),
    ])
    return JSONTree.object([
      ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .text("2.1.0")),
      ("runs", .list([run])),
    ]).document
  }

  private static func rule(_ finding: Finding) -> JSONTree {
    .object([
      ("id", .text(finding.rule)),
      ("shortDescription", .object([("text", .text(finding.title))])),
      ("help", finding.help.map { .object([("text", .text($0))]) }),
    ])
  }

  private static func result(_ finding: Finding, index: Int) -> JSONTree {
    .object([
      ("ruleId", .text(finding.rule)),
      ("ruleIndex", .number(index)),
      ("level", .text(finding.level.sarifLevel)),
      ("message", .object([("text", .text(finding.sentence))])),
      ("locations", finding.place.map { .list([location($0)]) }),
    ])
  }

  private static func location(_ place: Finding.Place) -> JSONTree {
    .object([
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .text(place.file.asURI))])),
          (
            "region",
            place.position.map {
              .object([("startLine", .number($0.line)), ("startColumn", .number($0.column))])
            }
          ),
        ])
      )
    ])
  }
}

extension Finding.Level {
  fileprivate var sarifLevel: String { self == .mistake ? "error" : rawValue }
}

extension String {
  /// The path as a URI: a reference relative to where the program runs, or `file:///`.
  fileprivate var asURI: String {
    var path = self[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        Character(scalar).isLetter || Character(scalar).isNumber
          || "-._~/".unicodeScalars.contains(scalar)
      {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}
