/// What a parameter takes.
public enum ParameterKind: String, Sendable, Hashable {
  /// A whole number.
  case integer = "a whole number"
  /// A number.
  case number = "a number"
  /// A number, or a list with one number a parameter group.
  case numberOrList = "a number, or a list with one a group"
  /// A list of whole numbers.
  case integers = "a list of whole numbers"
  /// A list of schedulers.
  case schedulers =
    "a list of schedulers, [LinearLR(total_iters=100), CosineAnnealingLR(T_max=900)] say"
  /// A truth value; anything else counts as Python's `bool()` of it.
  case flag = "true or false"
  /// A text.
  case text = "a text"
}
