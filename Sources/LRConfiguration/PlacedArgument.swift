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
  init(assignment text: some StringProtocol, at place: Place) throws(ConfigurationError) {
    if text.trimmingSpaces.isEmpty { throw .noName(value: "an empty text", place: place) }
    guard let equals = text.firstIndex(of: "=") else {
      throw .noValue(parameter: String(text), place: place)
    }
    let name = text[..<equals].trimmingSpaces
    let value = text[text.index(after: equals)...].trimmingSpaces
    try self.init(name: String(name), typed: value, at: place)
  }

  /// Reads a parameter's name, in the framework's spelling or with `-`, and a typed value.
  init(
    name: String, typed text: some StringProtocol, at place: Place
  ) throws(ConfigurationError) {
    if name.isEmpty { throw .noName(value: String(text), place: place) }
    if text.isEmpty { throw .noValue(parameter: name, place: place) }
    do {
      self.init(name.asParameterName, try Value(typed: text), at: place)
    } catch {
      throw .notANumber(error, place: place)
    }
  }
}

extension String {
  /// The framework's spelling of a parameter's name: `_` for `-`, lower case but in a few, `T_max` say.
  var asParameterName: String {
    let name = lowercased().replacingHyphens
    return Self.mixedCaseNames[name] ?? name
  }

  private static let mixedCaseNames: [String: String] = {
    let names = Catalog.types.flatMap { $0.parameters.map(\.name) }.filter { $0 != $0.lowercased() }
    return Dictionary(names.map { ($0.lowercased(), $0) }) { first, _ in first }
  }()

  private var replacingHyphens: String { String(map { $0 == "-" ? "_" : $0 }) }

  /// The flag that gives a parameter of this name.
  public var asFlag: String { "--" + String(lowercased().map { $0 == "_" ? "-" : $0 }) }
}
