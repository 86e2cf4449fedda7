/// A scheduler with all its parameters resolved, for one optimizer and one release.
///
/// A schedule that exists is valid: making one throws, evaluating it cannot fail. Its values are
/// those of the framework run by Python on x86-64 Linux, to the bit.
///
/// Source: the framework's class that `type` names.
public struct Schedule: Sendable {
  /// The scheduler.
  public let type: SchedulerType
  /// The framework's release whose numbers these are.
  public let release: Release
  /// The optimizer whose rates are scheduled.
  public let optimizer: Optimizer
  /// Every parameter with its value, in the framework's order.
  public let parameters: [ResolvedParameter]
  /// The learning rate of each parameter group, then, where it moves, the momentum of each.
  public let columns: [Column]
  /// Whether any row depends on the optimizer's own learning rates; else they only say how many
  /// parameter groups there are.
  public let usesBaseLRs: Bool
  /// The rows that exist: from 0, or from the first row of a resumed run, to the first step without
  /// a value.
  public let steps: Range<Int>
  /// What a user should know, the framework's own warnings included.
  public let notices: [Notice]
  /// The total that the scheduler computed from several parameters; nil where one says it, or none.
  private let computedTotal: Int?

  /// Makes a schedule from a scheduler of this library.
  ///
  /// - Parameters:
  ///   - scheduler: The scheduler with its parameters.
  ///   - optimizer: The optimizer whose rates are scheduled.
  ///   - release: The framework's release, nil for the newest known.
  /// - Throws: `ScheduleError` where the framework refuses the parameters.
  public init<S: Scheduler>(
    _ scheduler: S, optimizer: Optimizer, release: Release? = nil
  ) throws(ScheduleError) {
    try self.init(
      S.type, arguments: scheduler.arguments, optimizer: optimizer, release: release)
  }

  /// Makes a schedule from a scheduler's type and arguments by name.
  ///
  /// - Parameters:
  ///   - type: The scheduler.
  ///   - arguments: What is given, by the framework's parameter names; the rest are defaults.
  ///   - optimizer: The optimizer whose rates are scheduled.
  ///   - release: The framework's release, nil for the newest known.
  ///   - lastStep: The last step of a run that is resumed from its checkpoint, 0 to 2^53, for a scheduler that has
  ///     no parameter for it: the rows begin with the next one. Nil is a run from its beginning.
  /// - Throws: `ScheduleError` where the framework refuses the arguments, and where `lastStep` is out of its range
  ///   or the scheduler has a parameter for it.
  public init(
    _ type: SchedulerType, arguments: [SchedulerArgument], optimizer: Optimizer,
    release: Release? = nil, resumedAfter lastStep: Int? = nil
  ) throws(ScheduleError) {
    let release = release ?? type.framework.newestRelease
    guard type.framework.releases.contains(release) else {
      throw .unknownRelease(release, framework: type.framework)
    }
    if let lastStep { try Schedule.checkResuming(type, after: lastStep) }
    var context = SchedulerContext(optimizer: optimizer, release: release)
    let made = try type.make(arguments, &context)

    let channels = made.channels
    let end = (channels.lr + channels.momentum).map(\.end).min() ?? 0
    let first = lastStep.map { $0 + 1 } ?? Schedule.firstRow(made.parameters)
    let steps = min(first, end)..<end
    func columns(_ channel: Channel, _ samples: [any Samples]) -> [Column] {
      samples.enumerated().map { group, samples in
        Column(
          channel, group: group, of: optimizer.groupCount, samples: samples, steps: steps)
      }
    }

    self.type = type
    self.release = release
    self.optimizer = optimizer
    parameters = made.parameters
    self.columns = columns(.lr, channels.lr) + columns(.momentum, channels.momentum)
    self.steps = steps
    usesBaseLRs = context.usesBaseLRs
    notices = context.notices
    computedTotal = channels.totalSteps
  }

  private static func checkResuming(
    _ type: SchedulerType, after lastStep: Int
  ) throws(ScheduleError) {
    let own = type.parameter(.lastBatchIteration)
    guard own == nil, (0...stepLimit).contains(lastStep) else {
      throw .notAllowed(
        parameter: own?.name ?? "the last step", got: .int(lastStep),
        allowed: own == nil ? "0 to 2^53" : "given with the scheduler's other parameters")
    }
  }

  /// The first row of a run that resumes after step K is K + 1.
  private static func firstRow(_ parameters: [ResolvedParameter]) -> Int {
    let last = parameters.first { $0.declaration.role == .lastBatchIteration }
    guard case .int(let step) = last?.value else { return 0 }
    return step + 1
  }

  /// The step before which steps, and whole numbers, are exact in a double: 2^53.
  public static let stepLimit = 1 << 53

  /// The columns of one channel, one a parameter group; empty where the schedule leaves it alone.
  public func columns(of channel: Channel) -> [Column] {
    columns.filter { $0.channel == channel }
  }

  /// The steps that the scheduler itself says it is for: its total, rounded up.
  ///
  /// Nil where it has no such parameter, or one that is not positive. A total beyond 2^53 is a step
  /// that no schedule has.
  public var nominalSteps: Int? {
    let total = parameters.first { $0.declaration.role == .totalSteps }
    let number = computedTotal.map(Double.init) ?? total.flatMap { Number($0.value)?.double }
    guard let number, number > 0 else { return nil }
    return Int(min(number, Double(Schedule.stepLimit) + 2).rounded(.up))
  }
}
