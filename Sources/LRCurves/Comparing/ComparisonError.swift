import LRSchedule

/// Why two things cannot be compared.
public enum ComparisonError: Error, Sendable {
  /// A column that a curve does not have.
  case noColumn(String, of: String, columns: [String])
  /// No column of one side is called like one of the other.
  case noCommonColumn(a: String, [String], b: String, [String])
  /// Columns without names, of another number than the other side has.
  case columnCount(a: String, Int, b: String, Int)
  /// Columns of several schedules, none of them the other side's.
  case severalSchedules(of: String, columns: [String])
  /// No step that both have.
  case noCommonStep(a: String, Range<Int>?, b: String, Range<Int>?, range: Range<Int>?)
}

extension ComparisonError: CustomStringConvertible {
  /// The error in the form `WHERE: WHAT; MEND`.
  public var description: String {
    switch self {
    case .noColumn(let name, let side, let columns):
      "--column: \(side) has no column '\(name)'; it has \(Self.list(columns))"
    case .noCommonColumn(let a, let mine, let b, let its):
      "\(b): has no column called like one of \(a), \(Self.list(mine)); say which with --column: it has"
        + " \(Self.list(its))"
    case .columnCount(let a, let mine, let b, let its):
      "\(b): has \(its.counted("column")) and \(a) \(mine.counted("column")); give an npy with one for each, or name"
        + " them with --column"
    case .severalSchedules(let side, let columns):
      "\(side): has columns of several schedules; choose with --column among \(Self.list(columns))"
    case .noCommonStep(let a, let mine, let b, let its, let range):
      "\(a) and \(b): have no step in common\(range.map { " in \(Self.steps($0))" } ?? ""): \(a) has"
        + " \(Self.steps(mine)), \(b) has \(Self.steps(its)); give the same steps"
        + " (--from and --to; --from of an npy is the step of its first row)"
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }

  private static func steps(_ steps: Range<Int>?) -> String {
    steps.map { steps in
      steps.upperBound == Schedule.stepLimit
        ? "\(steps.lowerBound) and later" : "\(steps.lowerBound)..<\(steps.upperBound)"
    } ?? "none"
  }
}
