import LRConfiguration
import LRSchedule

/// Whether a log follows its plan: each point against the plan's row.
///
/// The plan's row of a point is its scheduler step plus an offset, which depends on who wrote the log.
public struct LogCheck: Sendable {
  /// What is looked at: which row of the plan each point stands for.
  public struct Alignment: Sendable, Hashable {
    /// What is added to a logged step.
    public let offset: Int

    /// By how much the sum is multiplied: how often the scheduler is stepped a step.
    public var stride = 1

    func row(of step: Int) -> Int? {
      let (row, overflows) = (step + offset).multipliedReportingOverflow(by: stride)
      return overflows ? nil : row
    }
  }

  /// A column of the log beside that of the plan.
  public struct Pair: Sendable {
    /// What was logged.
    public let logged: LoggedColumn
    /// What was planned.
    public let planned: Column
    /// The last row of the plan that counts.
    let lastRow: Int
    /// How near they have to be.
    public let tolerance: Tolerance
    /// Why so near, in a few words.
    public let reason: String
  }

  /// A point that is not as planned.
  public struct Mismatch: Sendable, Hashable {
    /// The name of the logged column.
    public let column: String
    /// The step as it is logged.
    public let step: Int
    /// The line of the log; nil of an npy.
    public let line: Int?
    /// Where it is in the log, for a message.
    public let place: String
    /// The plan's value, and the log's.
    public let difference: Difference
  }

  /// What a comparison of all points found.
  public struct Outcome: Sendable {
    /// How many points were compared.
    public internal(set) var compared = 0
    /// How many of them are equal to the bit.
    public internal(set) var equal = 0
    /// How many differ.
    public internal(set) var differing = 0
    /// How many have no row in the plan.
    public internal(set) var outside = 0
    /// The first and the last step that were compared, as they are logged.
    public internal(set) var steps: ClosedRange<Int>?
    /// The first point that differs, and the worst one.
    public internal(set) var first: Mismatch?
    /// The point that differs most.
    public internal(set) var worst: Mismatch?
  }

  /// The log.
  public let log: RunLog
  /// What the schedule is called.
  public let label: String
  /// What was compared.
  public let pairs: [Pair]
  /// Which rows of the plan the points stand for.
  public let alignment: Alignment
  /// What was found.
  public let outcome: Outcome
  /// Another alignment that explains the log; nil where the log is as planned, or nothing does.
  public let explanation: Alignment?
  /// What else there is to know.
  public let notes: [String]

  /// Whether the log is as planned.
  public var isPassed: Bool { outcome.differing == 0 }

  /// Compares a log with its plan.
  ///
  /// - Parameters:
  ///   - log: The log.
  ///   - plan: The schedule.
  ///   - offset: What is added to a logged step; nil for what is usual for such a log.
  ///   - tolerance: How near they have to be; nil for what the log's digits allow.
  ///   - steps: How many steps the run makes, at least 1: the last row of the plan that counts is
  ///     that behind them; nil for all rows.
  /// - Throws: `LogCheckError` where there is nothing to compare.
  public init(
    _ log: RunLog, against plan: LabelledSchedule, offset: Int? = nil,
    tolerance: Tolerance? = nil, steps: Int? = nil
  ) throws(LogCheckError) {
    self.log = log
    label = plan.label
    var notes = log.notes
    let lastRow = steps ?? Schedule.stepLimit
    let pairs = try Self.pairs(log, plan, lastRow, tolerance: tolerance, notes: &notes)
    self.pairs = pairs

    let offsets = offset.map { [$0] } ?? log.source.offsets
    let tried = offsets.map { Alignment(offset: $0) }
    let fits = tried.first { Self.compare(pairs, $0, stopsAtFirst: true).isExplained }
    let chosen = fits ?? tried[0]
    let outcome = Self.compare(pairs, chosen)
    guard outcome.compared > 0 else {
      throw .nothingCompared(
        log: log.name, steps: Self.range(of: pairs), label: plan.label,
        planned: plan.schedule.steps.clamped(to: 0..<lastRow + 1), offset: chosen.offset)
    }
    alignment = chosen
    self.outcome = outcome
    explanation =
      outcome.differing == 0
      ? nil : Self.explanation(of: pairs, besides: tried, usual: log.source.offsets)
    self.notes = notes
  }

  private static func pairs(
    _ log: RunLog, _ plan: LabelledSchedule, _ lastRow: Int, tolerance: Tolerance?,
    notes: inout [String]
  ) throws(LogCheckError) -> [Pair] {
    var pairs: [Pair] = []
    for channel in Channel.allCases {
      let planned = plan.schedule.columns(of: channel)
      let logged = log.columns.filter { $0.channel.channel == channel }
      if planned.isEmpty {
        if !logged.isEmpty {
          notes.append("\(plan.label) leaves \(channel) alone: it is not compared")
        }
        continue
      }
      let groups = logged.map(\.channel.group).max().map { $0 + 1 } ?? 0
      if planned.count > 1, groups > planned.count {
        throw .tooManyGroups(log: log.name, groups, label: plan.label, planned: planned.count)
      }
      if planned.count == 1, groups > 1 {
        notes.append("all \(groups) groups are compared with the one of \(plan.label)")
      } else if groups == 0 {
        notes.append("\(channel) is not in the log: it is not compared")
      } else if groups < planned.count {
        notes.append("the log has \(groups) of \(planned.count) groups of \(channel)")
      }
      for column in logged {
        let usual = column.usualTolerance(of: log.source)
        pairs.append(
          Pair(
            logged: column, planned: planned[planned.count == 1 ? 0 : column.channel.group],
            lastRow: lastRow, tolerance: tolerance ?? usual.tolerance,
            reason: tolerance == nil ? usual.reason : "as asked"))
      }
    }
    return pairs
  }

  private static func range(of pairs: [Pair]) -> ClosedRange<Int>? {
    let steps = pairs.flatMap { [$0.logged.points.steps.first, $0.logged.points.steps.last] }
      .compactMap(\.self)
    guard let first = steps.min(), let last = steps.max() else { return nil }
    return first...last
  }
}

/// Why a log cannot be compared with a plan.
public enum LogCheckError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No point of the log has a row in the plan.
  case nothingCompared(
    log: String, steps: ClosedRange<Int>?, label: String, planned: Range<Int>, offset: Int)
  /// The log has more groups than the plan, which has several.
  case tooManyGroups(log: String, Int, label: String, planned: Int)

  /// The error in the form `WHERE: WHAT; MEND`.
  public var description: String {
    switch self {
    case .nothingCompared(let log, let steps, let label, let planned, let offset):
      "\(log): has no step in common with \(label), whose steps are \(planned)"
        + (steps.map { ", its own \($0) with offset \(offset)" } ?? "")
        + "; give the log or the schedule of the same run, or another --offset"
    case .tooManyGroups(let log, let groups, let label, let planned):
      "\(log): has \(groups) parameter groups, \(label) has \(planned); give --lr a value for each"
    }
  }
}
