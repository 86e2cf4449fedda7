import LRText

@testable import LRCurves

extension Finding {
  /// A finding whose texts hold what each format has to escape.
  static let tricky = Finding(
    .warning, rule: "LR099", title: "a title, with: marks",
    message: "100% of <b>it</b> & \"more\"\r\nin | two `lines` \u{1B}[31m", mend: "write it anew",
    place: Finding.Place(file: "my,config: 1%.json", position: TextPosition(line: 12, column: 3)),
    help: "docs/lint.md#lr099")

  static func plain(_ level: Level, _ rule: String = "LR001", line: Int = 1) -> Finding {
    Finding(
      level, rule: rule, title: "a rule", message: "what will happen", mend: "mend it",
      place: Place(file: "a.json", position: TextPosition(line: line, column: 2)))
  }
}

extension Report {
  init(_ findings: [Finding], of subjects: [String] = ["a.json"]) {
    self.init(
      version: "0.1.0", command: "lint", subjects: subjects,
      facts: [Fact("release", .string("0.19.8")), Fact("steps", .int(7))], findings: findings)
  }
}
