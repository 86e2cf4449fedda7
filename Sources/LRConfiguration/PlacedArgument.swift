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
  /// The framework's spelling of a parameter's name: lower case, `_` for `-`.
  var asParameterName: String { lowercased().replacingHyphens }

  private var replacingHyphens: String { String(map { $0 == "-" ? "_" : $0 }) }

  /// The flag that gives a parameter of this name.
  public var asFlag: String { "--" + String(map { $0 == "_" ? "-" : $0 }) }
}
