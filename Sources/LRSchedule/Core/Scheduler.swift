/// A framework's scheduler with its parameters.
///
/// The schedulers of this library conform; a `Schedule` is made from one and an optimizer.
public protocol Scheduler: Sendable {
  /// How it is named, what it computes, what it takes, and what differs between releases.
  static var type: SchedulerType { get }

  /// The parameters that differ from their defaults, and those that the framework requires.
  var arguments: [SchedulerArgument] { get }
}

/// What a scheduler of this library has to give: one file a scheduler.
///
/// It is a struct whose stored properties hold the defaults, a list of parameters that names each of
/// them once, and the samples that follow from their values.
protocol DefinedScheduler: Scheduler {
  /// Its parameters, in the framework's order.
  static var parameters: [Parameter<Self>] { get }

  /// A scheduler with every default; what the framework requires has an example's value.
  init()

  /// The values of its channels, one source a parameter group.
  ///
  /// - Parameter context: The optimizer and the release; takes up the framework's warnings.
  /// - Returns: The channels.
  /// - Throws: `ScheduleError` where the framework raises an exception before the first step.
  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels
}

extension DefinedScheduler {
  /// The parameters that differ from their defaults, and those that the framework requires.
  public var arguments: [SchedulerArgument] {
    let defaults = Self()
    return Self.parameters.compactMap { parameter in
      let value = parameter.get(self)
      let isDefault = value == parameter.get(defaults)
      return isDefault && !parameter.declaration.isRequired
        ? nil : SchedulerArgument(parameter.declaration.name, value)
    }
  }
}

/// What surrounds a scheduler while its channels are made.
struct SchedulerContext: Sendable {
  /// The optimizer, for the schedulers that a scheduler is made of.
  let optimizer: Optimizer
  /// The framework's release.
  let release: Release
  /// Whether the scheduler is one of several and its step 0 comes after other steps.
  let isEntered: Bool
  /// The framework's warnings, in our words.
  private(set) var notices: [Notice] = []
  /// Whether a channel was made from the optimizer's own rates.
  private(set) var usesBaseLRs = false

  init(optimizer: Optimizer, release: Release, isEntered: Bool = false) {
    self.optimizer = optimizer
    self.release = release
    self.isEntered = isEntered
  }

  /// The number of the optimizer's parameter groups.
  var groupCount: Int { optimizer.groupCount }

  /// The optimizer's type.
  var optimizerType: String { optimizer.type }

  /// Whether the optimizer has betas, so that a momentum can move.
  var hasBetas: Bool { optimizer.hasBetas }

  /// Whether the optimizer has betas or a momentum.
  var hasMomentum: Bool { optimizer.hasMomentum }

  /// The optimizer's own rate of each parameter group, for a scheduler that depends on it.
  mutating func baseLRs() -> [Double] {
    dependOnBaseLRs()
    return optimizer.baseLRs
  }

  /// Says that the schedulers that a scheduler is made of start from the optimizer's own rates.
  mutating func dependOnBaseLRs() { usesBaseLRs = true }

  /// Whether the release has a change.
  func has(_ change: Change) -> Bool { release >= change.release }

  /// Keeps a warning.
  mutating func warn(_ notice: Notice) { notices.append(notice) }
}

/// The values of a schedule: of each channel one source a parameter group.
struct Channels: Sendable {
  /// The learning rate of each group.
  let lr: [any Samples]
  /// The momentum of each group; empty where the schedule leaves it alone.
  let momentum: [any Samples]
  /// The steps of it all, where the scheduler computes them; nil where a parameter says them, or nothing.
  let totalSteps: Int?

  init(lr: [any Samples], momentum: [any Samples] = [], totalSteps: Int? = nil) {
    self.lr = lr
    self.momentum = momentum
    self.totalSteps = totalSteps
  }
}
