import LRText

extension Finding {
  /// `FILE:LINE:COLUMN: warning LR004: WHAT; MEND`, one line.
  public var line: String {
    let place = place.map { "\($0): " } ?? ""
    return "\(place)\(level.rawValue) \(rule): \(sentence)".escapedForTerminal
  }
}

extension Report {
  /// One line a finding, and the verdict.
  var plainText: String {
    (findings.map(\.line) + [verdict.escapedForTerminal]).map { $0 + "\n" }.joined()
  }
}
