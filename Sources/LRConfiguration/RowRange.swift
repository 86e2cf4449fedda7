import LRSchedule

/// The rows that are wanted: every `every`-th step of a range.
public struct RowRange: Sendable, Hashable {
  /// The first step.
  public let from: Int
  /// The step before which the rows end.
  public let to: Int
  /// The distance of two rows.
  public let every: Int

  /// Makes the rows of a range of steps that is not empty.
  public init(from: Int, to: Int, every: Int) {
    self.from = from
    self.to = to
    self.every = every
  }

  /// The number of rows, at least 1.
  public var count: Int { (to - from + every - 1) / every }

  /// The step of a row.
  public subscript(row: Int) -> Int { from + row * every }
}

extension Resolution {
  /// The number of steps where neither the command line nor a schedule says another.
  static let usualSteps = 10_000

  /// Reads which rows are wanted, and checks that every schedule has them and that they can be waited for.
  ///
  /// - Parameters:
  ///   - from: `--from`; nil for the first row that all schedules have.
  ///   - to: `--to`; nil for `--steps`, or the longest schedule's own length.
  ///   - every: `--every`; nil for 1.
  ///   - areComputed: Whether each row is computed; a picture takes the closed form of what is far.
  /// - Returns: The rows, at least one.
  /// - Throws: `ConfigurationError` where there is no such row.
  public func rows(
    from: String?, to: String?, every: String?, areComputed: Bool = true
  ) throws(ConfigurationError) -> RowRange {
    let first = schedules.map(\.schedule.steps.lowerBound).max() ?? 0
    let from = try from.map { (text) throws(ConfigurationError) in
      try typedCount(text, at: .typed("--from"), atLeast: 0)
    }
    let start = from ?? first
    let end = try end(of: to)
    let every = try every.map { (text) throws(ConfigurationError) in
      try typedCount(text, at: .typed("--every"), atLeast: 1)
    }
    // Of a run that is resumed past the end no row is left.
    if let ended = schedules.first(where: { $0.schedule.steps.isEmpty }) {
      try check(ended.schedule.steps.lowerBound, place: .resumeFrom)
    }
    if from != nil { try check(start, place: .typed("--from")) }
    guard start < end.step else {
      throw .emptyRange(
        from: start, to: end.step, end: end.place,
        first: from != nil ? .typed("--from") : first > 0 ? .resumeFrom : nil)
    }
    let rows = RowRange(from: start, to: end.step, every: every ?? 1)
    let isTyped = if case .typed = end.place { true } else { false }
    try check(rows[rows.count - 1], place: isTyped ? end.place : nil)
    if areComputed {
      try checkReach(of: start, place: from != nil ? .typed("--from") : .resumeFrom)
      if rows.count > 1 { try checkReach(of: rows[1], from: start, place: .typed("--every")) }
    }
    return rows
  }

  /// Checks that every schedule has a value at a step.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - place: Where it was asked for; nil where nobody did.
  /// - Throws: `ConfigurationError.stepOutside`.
  public func check(_ step: Int, place: Place?) throws(ConfigurationError) {
    for schedule in schedules where !schedule.schedule.steps.contains(step) {
      let steps = schedule.schedule.steps
      // Where there is none, another step would not mend it.
      let place = steps.upperBound == 0 ? nil : place
      throw .stepOutside(
        step, label: schedule.label, steps: steps, place: place ?? .typed(schedule.label))
    }
  }

  /// Checks that every schedule has a value at a step, and that it can be waited for.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - known: A step before it whose values are computed anyway.
  ///   - place: Where it was asked for; nil where nobody did.
  /// - Throws: `ConfigurationError.stepOutside` or `.stepTooFar`.
  public func checkReach(
    of step: Int, from known: Int = 0, place: Place?
  ) throws(ConfigurationError) {
    try check(step, place: place)
    for schedule in schedules {
      let longest = schedule.schedule.columns.map { $0.walk(to: step) }.max() ?? 0
      let walk = min(longest, step - known)
      guard walk <= Self.longestWalk else {
        throw .stepTooFar(
          step, label: schedule.label, walk: walk, place: place ?? .typed(schedule.label))
      }
    }
  }

  /// The most values that are computed one after the other for one that is asked for: a second's work, of a power
  /// some seconds'.
  public static let longestWalk = 1 << 30

  /// Whether `--steps` or the schedules themselves say how many rows there are; else there are as many as is usual.
  public var saysSteps: Bool {
    options.steps != nil || schedules.contains { $0.schedule.nominalSteps != nil }
  }

  private func end(
    of text: String?
  ) throws(ConfigurationError) -> (step: Int, place: Place) {
    if let text {
      return (try typedCount(text, at: .typed("--to"), atLeast: 0), .typed("--to"))
    }
    if let steps = options.steps { return (steps, options.stepsPlace) }
    let longest = schedules.max { $0.schedule.nominalSteps ?? 0 < $1.schedule.nominalSteps ?? 0 }
    let nominal = longest?.schedule.nominalSteps ?? 0
    let isNominal =
      nominal > Self.usualSteps || schedules.allSatisfy { $0.schedule.nominalSteps != nil }
    return isNominal
      ? (nominal, .assumed(longest?.schedule.type.parameter(.totalSteps)?.name ?? "the total"))
      : (Self.usualSteps, .assumed("the usual number of steps"))
  }
}
