/// A framework's scheduler with its parameters: one file of this library.
///
/// A new scheduler is a struct whose stored properties hold the defaults, a list of parameters that
/// names each of them once, and the timelines that follow from their values.
public protocol Scheduler: Sendable {
  /// How it is named, what differs between releases, and what it takes.
  static var definition: SchedulerDefinition<Self> { get }

  /// A scheduler with every default.
  init()

  /// The timelines of its channels, one a parameter group.
  ///
  /// - Parameter context: The optimizer and the release; takes up the framework's warnings.
  /// - Returns: The timelines.
  /// - Throws: `ScheduleError` where the framework raises an exception before the first step.
  func timelines(in context: inout SchedulerContext) throws(ScheduleError) -> Timelines
}

/// How a scheduler is named, what differs between releases, and what it takes.
public struct SchedulerDefinition<S: Scheduler>: Sendable {
  /// The framework that has it.
  let framework: Framework
  /// The framework's name of it, exactly as a configuration writes it.
  let name: String
  /// Its name on the command line.
  let commandName: String
  /// What it does, in one line.
  let summary: String
  /// Where the framework computes it, and the paper.
  let source: String
  /// What it computes, a formula a line.
  let formula: String
  /// What its users trip over, a sentence each.
  var quirks: [String] = []
  /// The change that brought it; nil where every known release has it.
  var introduction: Change?
  /// What differs between releases, oldest first.
  var changes: [Change] = []
  /// Its parameters, in the framework's order.
  let parameters: [Parameter<S>]
}

/// What surrounds a scheduler while its timelines are made.
public struct SchedulerContext: Sendable {
  /// The optimizer whose rates are scheduled.
  public let optimizer: Optimizer
  /// The framework's release.
  public let release: Release
  /// The framework's warnings, in our words.
  public private(set) var notices: [Notice] = []

  init(optimizer: Optimizer, release: Release) {
    self.optimizer = optimizer
    self.release = release
  }

  /// Whether the release has a change.
  func has(_ change: Change) -> Bool { release >= change.release }

  /// Keeps a warning.
  mutating func warn(_ notice: Notice) { notices.append(notice) }
}

/// The timelines of a schedule: one a parameter group and channel.
public struct Timelines: Sendable {
  /// The learning rate of each group.
  public let lr: [any Timeline]
  /// The momentum of each group; empty where the schedule leaves it alone.
  public let momentum: [any Timeline]

  init(lr: [any Timeline], momentum: [any Timeline] = []) {
    self.lr = lr
    self.momentum = momentum
  }
}
