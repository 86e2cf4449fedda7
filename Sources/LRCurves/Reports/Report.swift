import LRSchedule

/// What a command found, and whether it passes.
public struct Report: Sendable {
  /// A number or a text beside the findings: a tolerance, how many steps were compared.
  public struct Fact: Sendable, Hashable {
    /// Its name in lower case, with `_` between words.
    public let name: String
    /// What it is.
    public let value: Value

    /// Makes a fact from its name, with `_` between words, and its value.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }

    /// The value for a reader: a text has no quotes.
    var text: String {
      if case .string(let text) = value { text } else { "\(value)" }
    }
  }

  /// The name of the program.
  static let program = "lrsched"

  /// The program's version, `0.1.0`.
  public let version: String
  /// The command: `lint`, `compare` or `check`.
  public let command: String
  /// What was looked at, at least one: a file, or `A against B`.
  public let subjects: [String]
  /// The result in one line, without a full stop and without "passed" or "failed".
  public let summary: String
  /// What else there is to say, in order.
  public let facts: [Fact]
  /// What was found, in order.
  public let findings: [Finding]
  /// The least level that fails.
  public let failingLevel: Finding.Level

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - version: The program's version.
  ///   - command: The command.
  ///   - subjects: What was looked at, at least one; of equal ones one is kept.
  ///   - summary: The result in one line; nil counts the findings.
  ///   - facts: What else there is to say.
  ///   - findings: What was found.
  ///   - failingLevel: The least level that fails.
  public init(
    version: String, command: String, subjects: [String], summary: String? = nil,
    facts: [Fact] = [], findings: [Finding], failingLevel: Finding.Level = .mistake
  ) {
    var known: Set<String> = []
    let subjects = subjects.filter { known.insert($0).inserted }
    self.version = version
    self.command = command
    self.subjects = subjects
    self.summary =
      summary
      ?? (subjects.count == 1 ? "\(subjects[0]): " : "\(subjects.count) files: ")
      + Self.count(findings)
    self.facts = facts
    self.findings = findings
    self.failingLevel = failingLevel
  }

  /// Whether no finding fails.
  public var isPassed: Bool { !findings.contains(where: fails) }

  /// Whether a finding fails.
  public func fails(_ finding: Finding) -> Bool { finding.level >= failingLevel }

  /// `passed` or `failed`, and the summary.
  var verdict: String { "\(isPassed ? "passed" : "failed"): \(summary)" }

  /// The findings of one of the subjects: those in its file, of the first those without a file too.
  func findings(of subject: String) -> [Finding] {
    findings.filter { finding in
      guard let file = finding.place?.file, subjects.contains(file) else {
        return subject == subjects.first
      }
      return file == subject
    }
  }

  /// `1 mistake, 2 warnings`, or `nothing found`.
  private static func count(_ findings: [Finding]) -> String {
    let counts = Finding.Level.allCases.reversed().compactMap { level -> String? in
      let count = findings.count { $0.level == level }
      return count == 0 ? nil : count.counted(level.rawValue)
    }
    return counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
  }
}
