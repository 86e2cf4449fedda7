// How a scheduler is made from what is given, as the framework's constructor takes its keywords.

extension DefinedScheduler {
  /// Makes a scheduler from arguments as the framework's constructor takes its keywords.
  init(
    _ arguments: [SchedulerArgument], in context: inout SchedulerContext
  ) throws(ScheduleError) {
    let type = Self.type
    if let introduction = type.introduction, !context.has(introduction) {
      throw .notInRelease(
        scheduler: type.name, since: introduction.release, release: context.release)
    }
    self.init()
    let parameters = Self.parameters
    for parameter in parameters {
      _ = parameter.set(&self, parameter.declaration.defaultValue(in: context.release))
    }
    var given: Set<String> = []
    for argument in arguments {
      guard let parameter = parameters.first(where: { $0.declaration.name == argument.name }) else {
        throw .unknownParameter(
          argument.name, scheduler: type.name, known: parameters.map(\.declaration.name))
      }
      guard given.insert(argument.name).inserted else { throw .repeatedParameter(argument.name) }
      for number in argument.value.numbers where !number.isExact {
        throw .notExact(parameter: argument.name, got: argument.value)
      }
      guard parameter.set(&self, argument.value) else {
        throw .wrongType(
          parameter: argument.name, got: argument.value, kind: parameter.declaration.kind)
      }
      try parameter.declaration.check(argument.value, in: &context)
    }
    let missing = parameters.map(\.declaration).filter {
      $0.isMissing(beside: given)
    }
    guard missing.isEmpty else {
      throw .missingParameters(missing.map(\.name), scheduler: type.name)
    }
  }
}

extension ParameterDeclaration {
  /// Checks a value as the framework's release does, and notes what Python takes in silence.
  func check(_ value: Value, in context: inout SchedulerContext) throws(ScheduleError) {
    for rule in rules where rule.applies(in: context.release) && !rule.holds(value) {
      // 1e18 is a whole number too, but one that no double tells from its neighbours.
      if let number = Number(value)?.double, number >= Double(Schedule.stepLimit) {
        throw .notExact(parameter: name, got: value)
      }
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
    case .scheduler(_, let arguments): arguments.flatMap(\.value.numbers)
    default: []
    }
  }

  fileprivate var isExact: Bool {
    switch self {
    case .int(let value): value.magnitude <= Schedule.stepLimit
    case .float(let value): value.isFinite
    default: true
    }
  }
}
