import LRText

extension LogCheck {
  /// What was found, as a report.
  ///
  /// - Parameter version: The program's version.
  /// - Returns: The first and the worst point that differ, each in its line, and what else there is
  ///   to know.
  public func report(version: String) -> Report {
    let differences = mismatches.enumerated().map { index, mismatch in
      Finding(
        .mistake, rule: "check", title: index == 0 ? "first difference" : "worst difference",
        message: text(of: mismatch), mend: index == 0 ? hint : nil,
        place: Finding.Place(
          file: log.name, position: mismatch.line.map { TextPosition(line: $0, column: 1) }))
    }
    let remarks = notes.map {
      Finding(
        .note, rule: "check", title: "how the log was read", message: $0,
        place: Finding.Place(file: log.name))
    }
    return Report(
      version: version, command: "check", subjects: [log.name], summary: summary,
      facts: facts, findings: differences + remarks)
  }

  private var facts: [Report.Fact] {
    var facts = [
      Report.Fact("source", .string(log.source.title)),
      Report.Fact("schedule", .string(label)),
      Report.Fact("compared", .int(outcome.compared)),
      Report.Fact("equal", .int(outcome.equal)),
      Report.Fact("differing", .int(outcome.differing)),
      Report.Fact("outside", .int(outcome.outside)),
      Report.Fact("offset", .int(alignment.offset)),
      Report.Fact("tolerance", .string(toleranceText)),
    ]
    if let steps = outcome.steps {
      facts.append(Report.Fact("first_step", .int(steps.lowerBound)))
      facts.append(Report.Fact("last_step", .int(steps.upperBound)))
    }
    if let explanation {
      facts.append(Report.Fact("explaining_offset", .int(explanation.offset)))
      facts.append(Report.Fact("explaining_stride", .int(explanation.stride)))
    }
    return facts
  }
}
