import LRText

// GitHub's workflow commands: ::error file=F,line=L,col=C,title=T::MESSAGE

extension Report {
  /// As many annotations of a step are shown.
  static let mostAnnotations = 10

  /// Annotations, what matters most first, and a line that counts what they leave out.
  var gitHubCommands: String {
    let ordered = Finding.Level.allCases.reversed().flatMap { level in
      findings.filter { $0.level == level }
    }
    let lines = ordered.prefix(Self.mostAnnotations).map(annotation)
    let rest = ordered.count - lines.count
    let end =
      "\(Self.program) \(command): \(verdict)" + (rest > 0 ? "; \(rest) more not annotated" : "")
    return (lines + [end.escapedForTerminal]).map { $0 + "\n" }.joined()
  }

  private func annotation(_ finding: Finding) -> String {
    let position = finding.place?.position
    let properties = [
      ("file", finding.place?.file),
      ("line", position.map { "\($0.line)" }),
      ("col", position.map { "\($0.column)" }),
      ("title", "\(finding.rule) \(finding.title)"),
    ]
    let written = properties.compactMap { name, value in
      value.map { "\(name)=\($0.asGitHubProperty)" }
    }
    let message = finding.sentence + (finding.help.map { " (\($0))" } ?? "")
    return "::\(finding.level.gitHubCommand) \(written.joined(separator: ","))"
      + "::\(message.asGitHubData)"
  }
}

extension Finding.Level {
  fileprivate var gitHubCommand: String {
    switch self {
    case .note: "notice"
    case .warning: "warning"
    case .mistake: "error"
    }
  }
}

extension String {
  /// The text as the message of a command, which ends with its line; who reads it may read it on a terminal.
  fileprivate var asGitHubData: String {
    escaping(["%": "%25", "\r": "%0D", "\n": "%0A"]).escapedForTerminal
  }

  /// The text as a property of a command, which ends at `,` or `:` too.
  fileprivate var asGitHubProperty: String {
    asGitHubData.escaping([":": "%3A", ",": "%2C"])
  }
}
