import LRText

// JUnit's XML: a suite a subject, a case a finding; what does not fail is a case that passes and says so.
// Every suite has the summary and the facts for its properties.

extension Report {
  /// The report as JUnit's XML.
  var junit: String {
    let suites = subjects.map { suite(of: $0) }
    let cases = subjects.map { max(1, findings(of: $0).count) }.reduce(0, +)
    let failures = findings.count(where: fails)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\("\(Self.program) \(command)".asXML)" tests="\(cases)" failures="\(failures)"\
       errors="0" time="0">
      \(suites.joined())</testsuites>

      """
  }

  private func suite(of subject: String) -> String {
    let findings = findings(of: subject)
    let cases =
      findings.isEmpty
      ? ["    <testcase classname=\"\(subject.asXML)\" name=\"nothing found\" time=\"0\"/>\n"]
      : findings.map { testCase($0, of: subject) }
    return """
        <testsuite name="\(subject.asXML)" tests="\(cases.count)"\
       failures="\(findings.count(where: fails))" errors="0" skipped="0" time="0">
      \(properties)\(cases.joined())  </testsuite>

      """
  }

  private var properties: String {
    let pairs = [("summary", summary)] + facts.map { ($0.name, $0.text) }
    let lines = pairs.map { name, text in
      "      <property name=\"\(name.asXML)\" value=\"\(text.asXML)\"/>\n"
    }
    return "    <properties>\n\(lines.joined())    </properties>\n"
  }

  private func testCase(_ finding: Finding, of subject: String) -> String {
    let position = finding.place?.position
    let name = "\(finding.rule) \(finding.title)" + (position.map { " (\($0))" } ?? "")
    let text = (finding.line + (finding.help.map { "\n\($0)" } ?? "")).asXML
    let body =
      fails(finding)
      ? "<failure message=\"\(finding.sentence.asXML)\" type=\"\(finding.rule.asXML)\">"
        + "\(text)</failure>"
      : "<system-out>\(text)</system-out>"
    return """
          <testcase classname="\(subject.asXML)" name="\(name.asXML)" time="0">
            \(body)
          </testcase>

      """
  }
}

extension String {
  /// The text between tags or in quotes, without what XML 1.0 cannot hold, or a terminal would obey.
  fileprivate var asXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control, "\u{FFFE}", "\u{FFFF}":
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text.escaping(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
  }
}
