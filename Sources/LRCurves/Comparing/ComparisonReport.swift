import LRConfiguration

/// What a comparison found, for a reader.
public struct ComparisonReport: Sendable {
  /// Whether both have the same columns and all values agree.
  public let isEqual: Bool
  private let lines: [String]

  /// Makes the report of a comparison.
  public init(
    of a: ComparedSide, and b: ComparedSide, _ comparison: Comparison, tolerance: Tolerance
  ) {
    let columns = comparison.columns
    isEqual = comparison.isEqual
    let range = "\(comparison.steps.lowerBound)..<\(comparison.steps.upperBound)"
    var lines = [
      "\(a.label) and \(b.label) \(isEqual ? "are equal" : "differ"): steps \(range),"
        + " tolerance \(tolerance)"
    ]
    lines += columns.flatMap(Self.lines)
    if comparison.leftOutSteps > 0 {
      lines.append("not compared: \(Self.count(comparison.leftOutSteps)) that only one side has")
    }
    lines += comparison.onlyInA.map { "\($0): only in \(a.label)" }
    lines += comparison.onlyInB.map { "\($0): only in \(b.label)" }
    if !isEqual, case .schedule(let a) = a, case .schedule(let b) = b {
      lines += DifferenceReasons(a, b).sentences.map { "why: \($0)" }
    }
    lines += comparison.shifts.map { column, shift in
      "why: \(column): \(shift.sentence(a: a.label, b: b.label))"
    }
    self.lines = lines
  }

  /// The report, lines of text.
  public var text: String { lines.map { "\($0)\n" }.joined() }

  private static func lines(of column: ColumnComparison) -> [String] {
    guard column.differingSteps > 0 else {
      let proof = column.provedSteps == column.comparedSteps ? ", by the same formula" : ""
      return ["\(column.name): equal at \(count(column.comparedSteps))\(proof)"]
    }
    return [
      "\(column.name): differs at \(column.differingSteps) of \(count(column.comparedSteps))",
      column.first.map { "  first: \($0)" }, column.worst.map { "  worst: \($0)" },
    ].compactMap(\.self)
  }

  private static func count(_ steps: Int) -> String { steps == 1 ? "1 step" : "\(steps) steps" }
}
