/// One parameter of a scheduler, declared once: the reading of configurations and flags, the checks,
/// the errors and the tables of the documentation follow from it.
struct Parameter<S: DefinedScheduler>: Sendable {
  /// All that does not depend on the scheduler's Swift type.
  let declaration: ParameterDeclaration
  /// Reads a value into the scheduler; false where its type is wrong.
  let set: @Sendable (inout S, Value) -> Bool
  /// The value that a scheduler has.
  let get: @Sendable (S) -> Value

  /// Declares a parameter.
  ///
  /// - Parameters:
  ///   - name: The framework's name.
  ///   - path: Where the scheduler keeps it; a fresh scheduler holds the default there.
  ///   - help: What it does, its unit included, as half a line.
  ///   - requirement: Whether a configuration has to give it.
  ///   - role: What it means to whoever fills or reads it.
  ///   - choices: The texts that mean something, where it is a text.
  ///   - earlier: The default that held before a change.
  ///   - rules: The checks that the framework makes.
  init<V: ParameterValue>(
    _ name: String, _ path: WritableKeyPath<S, V> & Sendable, _ help: String,
    _ requirement: ParameterDeclaration.Requirement = .optional,
    role: ParameterDeclaration.Role? = nil, choices: [String] = [],
    earlier: ParameterDeclaration.EarlierDefault? = nil, rules: [Rule] = []
  ) {
    declaration = ParameterDeclaration(
      name: name, help: help, kind: V.kind, takesNull: V.takesNull,
      defaultValue: S()[keyPath: path].value,
      requirement: requirement, role: role, choices: choices, earlier: earlier, rules: rules)
    set = { scheduler, value in
      guard let value = V(value) else { return false }
      scheduler[keyPath: path] = value
      return true
    }
    get = { $0[keyPath: path].value }
  }
}

/// What a scheduler says of one of its parameters.
public struct ParameterDeclaration: Sendable {
  /// The framework's name, `warmup_num_steps` say.
  public let name: String
  /// What it does, as half a line.
  public let help: String
  /// What it takes.
  public let kind: ParameterKind
  /// Whether null is one of its values.
  public let takesNull: Bool
  /// What it is in the newest release where nobody gives it; meaningless where it is required.
  public let defaultValue: Value
  /// Whether a configuration has to give it.
  public let requirement: Requirement
  /// What it means to whoever fills or reads it; nil for most.
  public let role: Role?
  /// The texts that mean something, where it is a text.
  public let choices: [String]
  /// The default that held before a change.
  public let earlier: EarlierDefault?
  /// The checks that the framework makes.
  public let rules: [Rule]

  /// Whether a configuration has to give a parameter.
  public enum Requirement: Sendable, Equatable {
    /// It has a default.
    case optional
    /// The framework requires it; the value is that of the documented example, nil where it is the
    /// number of steps that somebody wants.
    case required(example: Value?)
    /// The framework requires it where another parameter is not given; the value is that of the
    /// documented example, as of one that is required.
    case requiredUnless(String, example: Value?)
  }

  /// What a parameter means beyond its scheduler.
  public enum Role: Sendable, Equatable {
    /// The length of the whole schedule, in steps.
    case totalSteps
    /// The length of the warm-up, in steps.
    case warmupSteps
    /// The length of a line up or down, in steps.
    case rampSteps
    /// The length of a decay that is meant to take the whole run, in steps.
    case decaySteps
    /// The rate at the start of a warm-up.
    case warmupStartRate
    /// The rate at the end of a warm-up.
    case warmupEndRate
    /// The rate at the end of a decay from the optimizer's own.
    case decayEndRate
    /// The last step of the run that is resumed.
    case lastBatchIteration
  }

  /// A default that a later release changed.
  public struct EarlierDefault: Sendable {
    /// The change.
    public let change: Change
    /// The default before it.
    public let value: Value
  }

  /// What it takes, in words.
  public var takes: String { kind.rawValue + (takesNull ? ", or null" : "") }

  /// Whether the framework requires it.
  public var isRequired: Bool {
    if case .required = requirement { true } else { false }
  }

  /// Whether the framework requires it beside what is given.
  ///
  /// - Parameter given: The names of the parameters that are given.
  /// - Returns: Whether it is missing.
  public func isMissing(beside given: Set<String>) -> Bool {
    switch requirement {
    case .optional: false
    case .required: !given.contains(name)
    case .requiredUnless(let other, _): !given.contains(name) && !given.contains(other)
    }
  }

  /// What the documented example gives it; nil where it has none, or is the number of steps that
  /// somebody wants.
  public var example: Value? {
    switch requirement {
    case .optional: nil
    case .required(let example), .requiredUnless(_, let example): example
    }
  }

  /// What it is in a release where nobody gives it.
  ///
  /// - Parameter release: The framework's release.
  /// - Returns: The default.
  public func defaultValue(in release: Release) -> Value {
    if let earlier, release < earlier.change.release { return earlier.value }
    return defaultValue
  }
}
