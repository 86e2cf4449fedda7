/// What a parameter takes.
public enum ParameterKind: String, Sendable, Hashable {
  /// A whole number.
  case integer = "a whole number"
  /// A number.
  case number = "a number"
  /// A number, or a list with one number a parameter group.
  case numberOrList = "a number, or a list with one a group"
  /// A truth value; anything else counts as Python's `bool()` of it.
  case flag = "true or false"
  /// A text.
  case text = "a text"
}
