/// A number that remembers whether it was written as a whole one.
public enum Number: Sendable, Hashable {
  /// A whole number.
  case int(Int)
  /// A floating-point number.
  case float(Double)

  /// The number as a double; whole numbers of schedules are below 2^53, so it is exact.
  public var double: Double {
    switch self {
    case .int(let value): Double(value)
    case .float(let value): value
    }
  }
}

extension Number: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Makes a whole number from a literal.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// Makes a floating-point number from a literal.
  public init(floatLiteral value: Double) { self = .float(value) }
}

extension Number: CustomStringConvertible {
  /// The number as JSON writes it.
  public var description: String { value.description }
}
