import LRSchedule

// A schedule with another value for one of the things that it is made of.

extension LabelledSchedule {
  /// The schedule with another value for a parameter.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: The parameter's name.
  /// - Returns: The schedule; the place of the value is what was typed.
  /// - Throws: `ScheduleError` where the framework refuses the value.
  public func with(_ value: Value, for name: String) throws(ScheduleError) -> LabelledSchedule {
    var arguments = schedule.givenArguments
    let argument = SchedulerArgument(name, value)
    if let index = arguments.firstIndex(where: { $0.name == name }) {
      arguments[index] = argument
    } else {
      arguments.append(argument)
    }
    return try made(
      arguments, optimizer: schedule.optimizer, release: schedule.release,
      places: places.merging([name: .typed(name)]) { $1 }, baseLRPlace: baseLRPlace)
  }

  /// The schedule of an optimizer with other learning rates.
  ///
  /// - Parameter baseLRs: The rates, one a parameter group.
  /// - Returns: The schedule.
  /// - Throws: `ScheduleError` where a rate is refused, or the framework wants another number of groups.
  public func with(baseLRs: [Double]) throws(ScheduleError) -> LabelledSchedule {
    try made(
      schedule.givenArguments,
      optimizer: Optimizer(type: schedule.optimizer.type, baseLRs: baseLRs),
      release: schedule.release, places: places, baseLRPlace: .typed("base lr"))
  }

  /// The schedule with the numbers of another release; what was not given has that release's defaults.
  ///
  /// - Parameter release: A release of the same framework.
  /// - Returns: The schedule.
  /// - Throws: `ScheduleError` where that release refuses the parameters.
  public func with(release: Release) throws(ScheduleError) -> LabelledSchedule {
    try made(
      schedule.givenArguments, optimizer: schedule.optimizer, release: release, places: places,
      baseLRPlace: baseLRPlace)
  }

  private func made(
    _ arguments: [SchedulerArgument], optimizer: Optimizer, release: Release,
    places: [String: Place], baseLRPlace: Place
  ) throws(ScheduleError) -> LabelledSchedule {
    let first = schedule.steps.lowerBound
    let saysFirst = schedule.type.parameter(.lastBatchIteration) != nil
    return LabelledSchedule(
      label: label,
      schedule: try Schedule(
        schedule.type, arguments: arguments, optimizer: optimizer, release: release,
        resumedAfter: saysFirst || first == 0 ? nil : first - 1),
      places: places, baseLRPlace: baseLRPlace)
  }
}

extension Schedule {
  /// What was given, in the framework's order; the rest are defaults.
  public var givenArguments: [SchedulerArgument] {
    parameters.filter(\.isGiven).map { SchedulerArgument($0.declaration.name, $0.value) }
  }

  /// Whether another schedule is made of the same: scheduler, release, optimizer as far as it is read, and
  /// values, whole numbers however they are written.
  public func isMade(as other: Schedule) -> Bool {
    func values(_ schedule: Schedule) -> [Value] { schedule.parameters.map(\.value.withoutWholes) }
    return type.framework == other.type.framework && type.name == other.type.name
      && release == other.release && steps == other.steps && values(self) == values(other)
      && optimizer.type == other.optimizer.type
      && optimizer.groupCount == other.optimizer.groupCount
      && (!usesBaseLRs || optimizer.baseLRs == other.optimizer.baseLRs)
  }
}

extension Value {
  /// The value with each whole number as a floating one, to be compared.
  fileprivate var withoutWholes: Value {
    switch self {
    case .int(let number): .float(Double(number))
    case .list(let values): .list(values.map(\.withoutWholes))
    case .scheduler(let name, let arguments):
      .scheduler(name, arguments.map { SchedulerArgument($0.name, $0.value.withoutWholes) })
    default: self
    }
  }
}

/// Reads a value that was typed for a parameter, as on a command line.
///
/// - Parameters:
///   - text: What was typed.
///   - parameter: The parameter.
/// - Returns: The value; the framework may still refuse it.
/// - Throws: `ConfigurationError` where nothing was typed, or a number is too large to be exact.
public func typedValue(
  _ text: String, of parameter: ParameterDeclaration
) throws(ConfigurationError) -> Value {
  try PlacedArgument(
    name: parameter.name, typed: text.trimmingSpaces, at: .typed(parameter.name), of: parameter
  ).value
}
