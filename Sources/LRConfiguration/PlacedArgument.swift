import LRSchedule
import LRText

/// An argument and where it was written.
public struct PlacedArgument: Sendable, Hashable {
  /// The parameter's name and value.
  public let argument: SchedulerArgument
  /// Where it was written.
  public let place: Place

  /// The parameter's name.
  public var name: String { argument.name }
  /// Its value.
  public var value: Value { argument.value }

  init(_ name: String, _ value: Value, at place: Place) {
    argument = SchedulerArgument(name, value)
    self.place = place
  }

  /// Reads `name=value` as it was typed behind `-p` or a schedule's `:`.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - place: Where.
  ///   - types: The schedulers whose parameter it may be.
  /// - Throws: `ConfigurationError`.
  init(
    assignment text: some StringProtocol, at place: Place,
    of types: [SchedulerType] = Catalog.types
  ) throws(ConfigurationError) {
    if text.trimmingSpaces.isEmpty { throw .noName(value: "an empty text", place: place) }
    guard let equals = text.firstIndex(of: "=") else {
      throw .noValue(parameter: String(text), place: place)
    }
    let name = String(text[..<equals].trimmingSpaces)
    if name.isEmpty { throw .noName(value: String(text), place: place) }
    let value = text[text.index(after: equals)...].trimmingSpaces
    let declaration = types.parameter(typed: name)
    try self.init(
      name: declaration?.name ?? name.asParameterName, typed: value, at: place, of: declaration)
  }

  /// Reads a typed value of a parameter.
  ///
  /// - Parameters:
  ///   - name: The parameter's name.
  ///   - text: What was typed for it.
  ///   - place: Where.
  ///   - declaration: What a scheduler says of it; nil where none has it.
  /// - Throws: `ConfigurationError`.
  init(
    name: String, typed text: some StringProtocol, at place: Place,
    of declaration: ParameterDeclaration?
  ) throws(ConfigurationError) {
    if text.isEmpty { throw .noValue(parameter: name, place: place) }
    // Only schedulers have parentheses; what a list of numbers lacks is said with what it takes.
    if text.contains("("), let unpaired = UnpairedBracket(in: text) {
      throw .unpairedBracket(unpaired, place: place)
    }
    do {
      let value = try Value(typed: text)
      self.init(name, declaration?.floatMeant(by: value) ?? value, at: place)
    } catch {
      throw .notANumber(error, place: place)
    }
  }
}

extension String {
  /// A parameter's name as it is compared: lower case, `_` for `-`.
  fileprivate var asParameterName: String { String(lowercased().map { $0 == "-" ? "_" : $0 }) }

  /// The flag that gives a parameter of this name.
  public var asFlag: String { "--" + String(lowercased().map { $0 == "_" ? "-" : $0 }) }
}

extension ParameterDeclaration {
  /// A value as whoever tells no floats from whole numbers means it: a person who types 1, or a document that was
  /// read as Hjson.
  func floatMeant(by value: Value) -> Value {
    guard case .int(let number) = value, rules.contains(where: \.asksForFloat) else { return value }
    return .float(Double(number))
  }
}

extension [SchedulerType] {
  /// The first parameter that a typed name means, in the framework's spelling or with `-`: `t-max` is `T_max`.
  func parameter(typed name: String) -> ParameterDeclaration? {
    let word = name.asParameterName
    return lazy.compactMap { $0.parameters.first { $0.name.lowercased() == word } }.first
  }

  /// The framework's spelling of a parameter's name.
  func spelling(of name: String) -> String { parameter(typed: name)?.name ?? name.asParameterName }
}
