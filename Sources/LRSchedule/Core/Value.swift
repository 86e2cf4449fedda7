/// The value of a scheduler's parameter, as a configuration holds it.
///
/// Whole numbers and floating ones are kept apart, because frameworks do: `100.0` is refused where
/// an int is asked for.
public enum Value: Sendable, Hashable {
  /// Python's `None`.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A floating-point number.
  case float(Double)
  /// A text.
  case string(String)
  /// A list, one element a parameter group.
  case list([Value])
  /// A scheduler's name and arguments, as one of a list of them.
  case scheduler(String, [SchedulerArgument])
  /// Anything that no parameter takes, an object say: its text, for the error.
  case other(String)
}

extension Value: CustomStringConvertible {
  /// The value as JSON writes it; a scheduler as Python makes it.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let value): "\"\(value)\""
    case .list(let values): "[\(values.map(\.description).joined(separator: ", "))]"
    case .scheduler(let name, let arguments):
      "\(name)(\(arguments.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")))"
    case .other(let text): text
    }
  }
}
