/// A parameter's name and the value that is given for it.
public struct SchedulerArgument: Sendable, Hashable {
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
