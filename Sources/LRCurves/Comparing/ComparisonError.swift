import LRSchedule

/// Why two things cannot be compared.
public enum ComparisonError: Error, Sendable {
  /// A column that a curve does not have.
  case noColumn(String, of: String, columns: [String])
  /// No column of one side is called like one of the other.
  case noCommonColumn(a: String, [String], b: String, [String])
  /// More columns were chosen than the other side has.
  case tooManyNames(Int, side: String, columns: [String])
  /// Columns without names, of another number than the other side has.
  case columnCount(a: String, Int, b: String, Int)
  /// Columns of several schedules, none of them the other side's.
  case severalSchedules(of: String, columns: [String])
  /// Steps were asked for that a curve does not reach.
  case notCovered(curve: String, Range<Int>, range: Range<Int>)
  /// No step at which both have a value, of those that were asked for if any were.
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
    case .tooManyNames(let count, let side, let columns):
      "--column: names \(count.counted("column")), and \(side) has \(columns.count), \(Self.list(columns));"
        + " name one for each"
    case .columnCount(let a, let mine, let b, let its):
      "\(b): has \(its.counted("column")) and \(a) \(mine.counted("column")); give an npy with one for each, or name"
        + " them with --column"
    case .severalSchedules(let side, let columns):
      "\(side): has columns of several schedules; choose with --column among \(Self.list(columns))"
    case .notCovered(let curve, let steps, let range):
      "\(curve): has steps \(Self.steps(steps)), and \(Self.steps(range)) were asked for; give a --from,"
        + " --to or --steps within them, or a curve that has them"
    case .noCommonStep(let a, let mine, let b, let its, let range):
      "\(a) and \(b): have no value at a common step\(range.map { " in \(Self.steps($0))" } ?? ""): \(a)"
        + " has \(Self.steps(mine))\(range == nil ? "" : " there"), \(b) has \(Self.steps(its));"
        + " give the same steps (an npy's are counted: --first-step and --every)"
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
