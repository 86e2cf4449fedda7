/// A scheduler without its Swift type: how it is named, what it takes, and how it is made.
public struct SchedulerType: Sendable {
  /// The framework that has it.
  public let framework: Framework
  /// The framework's name of it.
  public let name: String
  /// Its name on the command line.
  public let commandName: String
  /// What it does, in one line.
  public let summary: String
  /// Where the framework computes it, and the paper.
  public let source: String
  /// What it computes, a formula a line.
  public let formula: String
  /// What its users trip over, a sentence each.
  public let quirks: [String]
  /// The first release that has it; nil where every known one does.
  public let introduction: Change?
  /// What differs between releases, oldest first.
  public let changes: [Change]
  /// Its parameters, in the framework's order.
  public let parameters: [ParameterDeclaration]

  let make: @Sendable ([Argument], inout SchedulerContext) throws(ScheduleError) -> Made

  /// The timelines, and every parameter with its value.
  struct Made: Sendable {
    let timelines: Timelines
    let parameters: [ResolvedParameter]
  }

  /// Erases a scheduler's type.
  public init<S: Scheduler>(_ type: S.Type) {
    let definition = S.definition
    framework = definition.framework
    name = definition.name
    commandName = definition.commandName
    summary = definition.summary
    source = definition.source
    formula = definition.formula
    quirks = definition.quirks
    introduction = definition.introduction
    changes = definition.changes
    parameters = definition.parameters.map(\.declaration)
    make = { (arguments, context) throws(ScheduleError) in
      let scheduler = try S(arguments, in: &context)
      let given = Set(arguments.map(\.name))
      return Made(
        timelines: try scheduler.timelines(in: &context),
        parameters: definition.parameters.map { parameter in
          ResolvedParameter(
            declaration: parameter.declaration, value: parameter.get(scheduler),
            isGiven: given.contains(parameter.declaration.name))
        })
    }
  }

  /// The declaration of a parameter.
  public func parameter(named name: String) -> ParameterDeclaration? {
    parameters.first { $0.name == name }
  }
}

/// A parameter's name and the value that is given for it.
public struct Argument: Sendable, Hashable {
  /// The framework's name of the parameter.
  public let name: String
  /// The value.
  public let value: Value

  /// Makes an argument from a parameter's name and its value.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

/// A parameter of a schedule with the value that counts.
public struct ResolvedParameter: Sendable {
  /// What the scheduler says of it.
  public let declaration: ParameterDeclaration
  /// Its value.
  public let value: Value
  /// Whether it was given; else it is the release's default.
  public let isGiven: Bool
}

extension Scheduler {
  /// Makes a scheduler from arguments as the framework's constructor takes its keywords.
  init(
    _ arguments: [Argument], in context: inout SchedulerContext
  ) throws(ScheduleError) {
    let definition = Self.definition
    if let introduction = definition.introduction, !context.has(introduction) {
      throw .notInRelease(
        scheduler: definition.name, since: introduction.release, release: context.release)
    }
    self.init()
    let parameters = definition.parameters
    for parameter in parameters {
      _ = parameter.set(&self, parameter.declaration.defaultValue(in: context.release))
    }
    var given: Set<String> = []
    for argument in arguments {
      guard let parameter = parameters.first(where: { $0.declaration.name == argument.name }) else {
        throw .unknownParameter(
          argument.name, scheduler: definition.name, known: parameters.map(\.declaration.name))
      }
      guard given.insert(argument.name).inserted else { throw .repeatedParameter(argument.name) }
      try parameter.declaration.check(argument.value, in: &context)
      guard parameter.set(&self, argument.value) else {
        throw .wrongType(
          parameter: argument.name, got: argument.value, kind: parameter.declaration.kind)
      }
    }
    let missing = parameters.map(\.declaration).filter {
      $0.isRequired && !given.contains($0.name)
    }
    guard missing.isEmpty else {
      throw .missingParameters(missing.map(\.name), scheduler: definition.name)
    }
  }

  /// The arguments that make this scheduler again.
  var arguments: [Argument] {
    let defaults = Self()
    return Self.definition.parameters.compactMap { parameter in
      let value = parameter.get(self)
      let isDefault = value == parameter.get(defaults)
      return isDefault && !parameter.declaration.isRequired
        ? nil : Argument(parameter.declaration.name, value)
    }
  }
}

extension ParameterDeclaration {
  /// Checks a value as the framework's release does, and notes what Python takes in silence.
  func check(_ value: Value, in context: inout SchedulerContext) throws(ScheduleError) {
    for number in value.numbers where !number.isExact {
      throw .notExact(parameter: name, got: value)
    }
    for rule in rules where rule.applies(in: context.release) && !rule.holds(value) {
      throw .notAllowed(parameter: name, got: value, allowed: "\(rule)")
    }
    switch (kind, value) {
    case (.flag, .bool), (.flag, .other): break
    case (.flag, _):
      guard let meaning = Bool(value) else { break }
      context.warn(.valueAsFlag(parameter: name, value: value, meaning: meaning))
    case (.integer, .bool(let flag)), (.number, .bool(let flag)), (.numberOrList, .bool(let flag)):
      context.warn(.booleanAsNumber(parameter: name, value: flag))
    default: break
    }
  }
}

extension Value {
  /// The numbers in it: itself, or the elements of a list.
  fileprivate var numbers: [Value] {
    switch self {
    case .int, .float: [self]
    case .list(let elements): elements.flatMap(\.numbers)
    default: []
    }
  }

  fileprivate var isExact: Bool {
    switch self {
    case .int(let value): value.magnitude <= exactLimit
    case .float(let value): value.isFinite
    default: true
    }
  }
}
