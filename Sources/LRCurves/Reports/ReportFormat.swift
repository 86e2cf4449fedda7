/// What a report is written as.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// One line a finding, for a reader.
  case text
  /// One JSON document.
  case json
  /// Commands that GitHub Actions shows as annotations.
  case github
  /// JUnit's XML, which most servers read.
  case junit
  /// A table for a summary, `$GITHUB_STEP_SUMMARY` say.
  case markdown
  /// SARIF 2.1.0, which code scanning reads.
  case sarif

  /// The suffixes of files of the format, its usual one first; none of a plain text.
  public var suffixes: [String] {
    switch self {
    case .text, .github: []
    case .json: ["json"]
    case .junit: ["xml"]
    case .markdown: ["md"]
    case .sarif: ["sarif", "json"]
    }
  }
}

extension Report {
  /// The report as a text with a line end.
  ///
  /// - Parameter format: The format.
  /// - Returns: The text.
  public func text(as format: ReportFormat) -> String {
    switch format {
    case .text: plainText
    case .json: json
    case .github: gitHubCommands
    case .junit: junit
    case .markdown: markdown
    case .sarif: sarif
    }
  }
}
