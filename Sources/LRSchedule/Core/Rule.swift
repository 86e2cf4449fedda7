/// A check that a framework makes of a parameter's value, from its first release or from a later one.
public struct Rule: Sendable {
  /// What is allowed, in words that complete "must be ..".
  public let allowed: String
  /// The change that brought the check; nil where it was always made.
  public let since: Change?
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
      Int(value).map { $0 >= bound } ?? false
    }
  }

  /// One number; lists are taken only from a change on.
  static func oneNumber(before change: Change) -> Rule {
    Rule(allowed: "one number (a list is taken from \(change.release) on)", since: nil) { value in
      if case .list = value { false } else { true }
    }.until(change)
  }

  /// Not null; null is taken only from a change on.
  static func notNull(before change: Change) -> Rule {
    Rule(allowed: "a number (null is taken from \(change.release) on)", since: nil) { value in
      value != .null
    }.until(change)
  }

  /// The change that ended the check; nil where it is still made.
  private(set) var ended: Change?

  private init(
    allowed: String, since: Change?, holds: @escaping @Sendable (Value) -> Bool
  ) {
    self.allowed = allowed
    self.since = since
    self.holds = holds
  }

  private func until(_ change: Change) -> Rule {
    var rule = self
    rule.ended = change
    return rule
  }

  /// Whether a release makes the check.
  func applies(in release: Release) -> Bool {
    if let since, release < since.release { return false }
    if let ended, release >= ended.release { return false }
    return true
  }
}
