/// A check that a framework makes of a parameter's value, from its first release or from a later one.
public struct Rule: Sendable {
  /// What is allowed, in words that complete "must be ..".
  public let allowed: String
  /// The change that brought the check; nil where it was always made.
  public let since: Change?
  /// The change that ended the check; nil where it is still made.
  public private(set) var until: Change?
  /// Whether it asks for a float, so that a whole number does not pass.
  public private(set) var asksForFloat = false
  /// Whether a value passes.
  let holds: @Sendable (Value) -> Bool

  /// A number above 0.
  static func positive(since change: Change? = nil) -> Rule {
    Rule(allowed: "above 0", since: change) { value in
      Number(value).map { $0.double > 0 } ?? true
    }
  }

  /// A number of 0 or more.
  static func notNegative(since change: Change? = nil) -> Rule {
    Rule(allowed: "0 or more", since: change) { value in
      Number(value).map { $0.double >= 0 } ?? true
    }
  }

  /// A whole number above 0, written as one: `100.0` is not.
  static func positiveInteger(since change: Change? = nil) -> Rule {
    Rule(allowed: "a whole number above 0", since: change) { value in
      Int(value).map { $0 > 0 } ?? false
    }
  }

  /// A whole number of at least a bound.
  static func atLeast(_ bound: Int) -> Rule {
    Rule(allowed: "\(bound) or more", since: nil) { value in
      Int(value).map { $0 >= bound } ?? true
    }
  }

  /// A number of a range.
  ///
  /// - Parameters:
  ///   - range: The range.
  ///   - open: Whether its lower bound is none of them.
  /// - Returns: The rule.
  static func within(_ range: ClosedRange<Double>, open: Bool = false) -> Rule {
    let (low, high) = (range.lowerBound, range.upperBound)
    let allowed =
      open ? "above \(low.text) and at most \(high.text)" : "\(low.text) to \(high.text)"
    return Rule(allowed: allowed, since: nil) { value in
      Number(value).map { range.contains($0.double) && !(open && $0.double == low) } ?? true
    }
  }

  /// Python's float: 1 is an int.
  static var float: Rule {
    var rule = Rule(allowed: "a float, as 1.0 is one and 1 is not", since: nil) { value in
      if case .float = value { true } else { false }
    }
    rule.asksForFloat = true
    return rule
  }

  /// One of some texts.
  static func oneOf(_ texts: [String]) -> Rule {
    Rule(allowed: "one of \(texts.joined(separator: ", "))", since: nil) { value in
      if case .string(let text) = value { texts.contains(text) } else { false }
    }
  }

  /// One number; lists are taken only from a change on.
  static func oneNumber(before change: Change) -> Rule {
    Rule(allowed: "one number, no list", since: nil, until: change) { value in
      if case .list = value { false } else { true }
    }
  }

  /// Not null; null is taken only from a change on.
  static func notNull(before change: Change) -> Rule {
    Rule(allowed: "a number, not null", since: nil, until: change) { $0 != .null }
  }

  private init(
    allowed: String, since: Change?, until: Change? = nil,
    holds: @escaping @Sendable (Value) -> Bool
  ) {
    self.allowed = allowed
    self.since = since
    self.until = until
    self.holds = holds
  }

  /// Whether a release makes the check.
  func applies(in release: Release) -> Bool {
    if let since, release < since.release { return false }
    if let until, release >= until.release { return false }
    return true
  }
}

extension Rule: CustomStringConvertible {
  /// What is allowed, and in which releases it is checked.
  public var description: String {
    allowed + (since.map { " (since \($0.release))" } ?? "")
      + (until.map { " (before \($0.release))" } ?? "")
  }
}
