import LRConfiguration
import LRText

/// Looks for classic mistakes in configurations.
public struct Lint: Sendable {
  /// The rules that are left out everywhere.
  private let ignored: Set<String>

  /// Prepares a search.
  ///
  /// - Parameter ignored: The names of rules to leave out, some perhaps with commas between them.
  /// - Throws: `LintError` for a name that is no rule's.
  public init(ignoring ignored: [String] = []) throws(LintError) {
    self.ignored = try Self.rules(in: ignored, at: "--ignore")
  }

  /// What was found.
  public struct Result: Sendable {
    /// The findings, file by file, in the order of the text.
    public let findings: [Finding]
    /// How many findings were left out.
    public let ignoredCount: Int
  }

  /// Looks at configurations.
  ///
  /// - Parameter inspections: The configurations.
  /// - Returns: What was found.
  /// - Throws: `LintError` for a comment that leaves out what is no rule.
  public func look(at inspections: [ConfigurationInspection]) throws(LintError) -> Result {
    var findings: [Finding] = []
    var ignoredCount = 0
    for inspection in inspections {
      let ignored = try ignored.union(Self.ignored(in: inspection))
      let found = LintCatalogue.rules.flatMap { $0.findings(in: inspection) }
      let kept = found.filter { !ignored.contains($0.rule) }
      ignoredCount += found.count - kept.count
      findings += kept.sorted { $0.sortKey < $1.sortKey }
    }
    return Result(findings: findings, ignoredCount: ignoredCount)
  }

  /// The mark in front of what a comment says to the program.
  private static let mark = "lrsched: ignore "

  /// The rules that the comments of a file leave out: `# lrsched: ignore LR004, LR005`.
  private static func ignored(
    in inspection: ConfigurationInspection
  ) throws(LintError) -> Set<String> {
    var ignored: Set<String> = []
    for comment in inspection.comments {
      guard let text = comment.text.rest(behind: mark) else { continue }
      // Words that explain why may follow.
      let names = text.prefix { $0.isLetter || $0.isNumber || $0 == "," || $0 == " " }
        .split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
      ignored.formUnion(try rules(in: names, at: "\(inspection.name):\(comment.position)"))
    }
    return ignored
  }

  private static func rules(in names: [String], at place: String) throws(LintError) -> Set<String> {
    var ids: Set<String> = []
    for name in names.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      let name = name.filter { $0 != " " }
      guard let rule = LintCatalogue.rule(named: name) else {
        throw .unknownRule(name, place: place)
      }
      ids.insert(rule.id)
    }
    return ids
  }
}

/// Why nothing is looked for.
public enum LintError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No rule has this name.
  case unknownRule(String, place: String)

  /// The error in the form `WHERE: WHAT; MEND`.
  public var description: String {
    switch self {
    case .unknownRule(let name, let place):
      "\(place): there is no rule \"\(name)\"; "
        + (suggestion(for: name, among: LintCatalogue.rules.map(\.id)).map { "did you mean \($0)?" }
          ?? "rules are \(LintCatalogue.rules.first?.id ?? "") to"
          + " \(LintCatalogue.rules.last?.id ?? "")")
    }
  }
}

extension Finding {
  /// The order in a file: by place, then by rule.
  fileprivate var sortKey: (Int, Int, String) {
    (place?.position?.line ?? 0, place?.position?.column ?? 0, rule)
  }
}
