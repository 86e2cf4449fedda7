/// Something that a user should know of a schedule that is nevertheless valid.
public struct Notice: Sendable, Hashable {
  /// The parameter that it is about.
  public let parameter: String
  /// One sentence, without a full stop.
  public let text: String

  init(_ parameter: String, _ text: String) {
    self.parameter = parameter
    self.text = text
  }

  /// A truth value that is taken for a number, as in Python.
  static func booleanAsNumber(parameter: String, value: Bool) -> Notice {
    Notice(parameter, "\(parameter): \(value) counts as \(value ? 1 : 0); write a number")
  }

  /// A value that is taken for a truth value, as in Python.
  static func valueAsFlag(parameter: String, value: Value, meaning: Bool) -> Notice {
    Notice(parameter, "\(parameter): \(value) counts as \(meaning); write true or false")
  }
}

extension Notice: CustomStringConvertible {
  /// The sentence.
  public var description: String { text }
}
