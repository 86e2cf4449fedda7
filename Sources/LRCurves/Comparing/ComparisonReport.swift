import LRConfiguration
import LRSchedule
import LRText

/// What a comparison found, for a reader or for a machine.
public struct ComparisonReport: Sendable {
  private let a, b: ComparedSide
  private let comparison: Comparison
  private let tolerance: Tolerance

  /// Makes the report of a comparison.
  public init(
    of a: ComparedSide, and b: ComparedSide, _ comparison: Comparison, tolerance: Tolerance
  ) {
    self.a = a
    self.b = b
    self.comparison = comparison
    self.tolerance = tolerance
  }

  /// Whether both have the same columns and all values agree.
  public var isEqual: Bool { comparison.isEqual }

  /// The report for a reader, lines of text.
  public var text: String {
    let columns = comparison.columns.flatMap { column in
      [Self.count(column)]
        + [column.first.map { "  first: \($0)" }, column.worst.map { "  worst: \($0)" }]
        .compactMap(\.self)
    }
    let lines = [summary] + columns + notCompared + missing + reasons.map { "why: \($0.text)" }
    return lines.map { "\($0.escapedForTerminal)\n" }.joined()
  }

  /// The report in the form that all formats are made of: a difference is shown where its first reason
  /// is written.
  ///
  /// - Parameters:
  ///   - version: The program's version.
  ///   - file: The file that findings without a place are shown at; nil for none.
  /// - Returns: A finding for each column that differs, and a note for each reason and for what was not
  ///   compared.
  public func report(version: String, file: String?) -> Report {
    let file = file.map { Finding.Place(file: $0) }
    let reasons = reasons
    let place = reasons.compactMap(\.place).first ?? file
    let differences = comparison.columns.compactMap { column in
      column.first.map { first in
        Finding(
          .mistake, rule: "difference", title: "values that do not agree",
          message: "\(Self.count(column)), first at \(first)"
            + (column.worst.map { $0 == first ? "" : ", worst at \($0)" } ?? ""),
          place: place)
      }
    }
    let missing = missing.map {
      Finding(
        .mistake, rule: "column", title: "columns that one side lacks", message: $0, place: place)
    }
    let explanations = reasons.map {
      Finding(
        .note, rule: "reason", title: "why the values differ", message: $0.text,
        place: $0.place ?? file)
    }
    let remarks = notCompared.map {
      Finding(
        .note, rule: "not-compared", title: "steps that were not compared", message: $0, place: file
      )
    }
    return Report(
      version: version, command: "compare",
      subjects: [file?.file ?? "\(a.label) and \(b.label)"],
      summary: ([summary] + comparison.columns.map(Self.count)).joined(separator: "; "),
      facts: facts, findings: differences + missing + explanations + remarks)
  }

  /// What was compared, counted in all columns.
  private var facts: [Report.Fact] {
    func sum(_ count: (ColumnComparison) -> Int) -> Value {
      .int(comparison.columns.map(count).reduce(0, +))
    }
    return [
      Report.Fact("from", .int(comparison.steps.lowerBound)),
      Report.Fact("to", .int(comparison.steps.upperBound)),
      Report.Fact("tolerance", .string("\(tolerance)")),
      Report.Fact("compared", sum(\.comparedSteps)),
      Report.Fact("proved", sum(\.provedSteps)),
      Report.Fact("differing", sum(\.differingSteps)),
      Report.Fact("not_compared", sum { $0.onlyInA + $0.onlyInB + $0.outside }),
    ]
  }

  private var summary: String {
    "\(a.label) and \(b.label) \(isEqual ? "are equal" : "differ"): steps"
      + " \(comparison.steps.lowerBound)..<\(comparison.steps.upperBound), tolerance \(tolerance)"
  }

  private var missing: [String] {
    comparison.onlyInA.map { "\($0): only in \(a.label)" }
      + comparison.onlyInB.map { "\($0): only in \(b.label)" }
  }

  /// What holds for all columns is said once.
  private var notCompared: [String] {
    let sentences = comparison.columns.map(notCompared)
    if let first = sentences.first, sentences.allSatisfy({ $0 == first }) { return first }
    return zip(comparison.columns, sentences).flatMap { column, sentences in
      sentences.map { "\(column.name): \($0)" }
    }
  }

  private func notCompared(of column: ColumnComparison) -> [String] {
    let lacking = [(column.onlyInA, a, b), (column.onlyInB, b, a)].filter { $0.0 > 0 }
    return lacking.map { count, side, other in
      "not compared: \(count) of \((column.comparedSteps + count).counted("step")) of \(side.label), at"
        + " which \(other.label) has no value"
    }
      + (column.outside == 0
        ? [] : ["not compared: \(column.outside.counted("step")) outside of what was asked for"])
  }

  private var reasons: [DifferenceReason] {
    guard !isEqual else { return [] }
    var reasons: [DifferenceReason] = []
    if let a = a.schedule, let b = b.schedule {
      let differences = comparison.columns.flatMap { [$0.first, $0.worst].compactMap(\.self) }
      let steps = Set(
        differences.flatMap { SampledSteps.steps(near: $0.step, in: comparison.steps) })
      reasons = DifferenceReasons(a, b).reasons(at: steps.sorted())
    }
    return reasons
      + comparison.shifts.map { column, shift in
        DifferenceReason(text: "\(column): \(shift.sentence(a: a.label, b: b.label))")
      }
  }

  private static func count(_ column: ColumnComparison) -> String {
    let all = column.comparedSteps.counted("step")
    if column.differingSteps > 0 {
      return "\(column.name): differs at \(column.differingSteps) of \(all)"
    }
    let proof = column.provedSteps == column.comparedSteps ? ", by the same formula" : ""
    return "\(column.name): equal at \(all)\(proof)"
  }
}
