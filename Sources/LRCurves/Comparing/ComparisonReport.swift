import LRConfiguration

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
    let lines = [summary] + columns + notCompared + missing + reasons.map { "why: \($0)" }
    return lines.map { "\($0)\n" }.joined()
  }

  /// The report in the form that all formats are made of.
  ///
  /// - Parameters:
  ///   - version: The program's version.
  ///   - file: The file that findings are shown at; nil for none.
  /// - Returns: A finding for each column that differs, and a note for each reason.
  public func report(version: String, file: String?) -> Report {
    let place = file.map { Finding.Place(file: $0) }
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
    let notes = (reasons + notCompared).map {
      Finding(.note, rule: "reason", title: "why the values differ", message: $0, place: place)
    }
    return Report(
      version: version, command: "compare", subjects: [file ?? "\(a.label) and \(b.label)"],
      summary: summary,
      facts: [
        Report.Fact("from", .int(comparison.steps.lowerBound)),
        Report.Fact("to", .int(comparison.steps.upperBound)),
        Report.Fact("tolerance", .string("\(tolerance)")),
      ],
      findings: differences + missing + (isEqual ? [] : notes))
  }

  private var summary: String {
    "\(a.label) and \(b.label) \(isEqual ? "are equal" : "differ"): steps"
      + " \(comparison.steps.lowerBound)..<\(comparison.steps.upperBound), tolerance \(tolerance)"
  }

  private var missing: [String] {
    comparison.onlyInA.map { "\($0): only in \(a.label)" }
      + comparison.onlyInB.map { "\($0): only in \(b.label)" }
  }

  private var notCompared: [String] {
    comparison.leftOutSteps == 0
      ? [] : ["not compared: \(comparison.leftOutSteps.counted("step")) that only one side has"]
  }

  private var reasons: [String] {
    guard !isEqual else { return [] }
    var reasons: [String] = []
    if let a = a.schedule, let b = b.schedule {
      reasons += DifferenceReasons(a, b).sentences
    }
    return reasons
      + comparison.shifts.map { column, shift in
        "\(column): \(shift.sentence(a: a.label, b: b.label))"
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
