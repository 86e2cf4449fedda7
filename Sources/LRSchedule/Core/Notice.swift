/// Something that a user should know of a schedule that is nevertheless valid.
public struct Notice: Sendable, Hashable {
  /// What a notice is about.
  public enum Topic: Sendable, Hashable {
    /// A truth value for a number, or another value for a truth value.
    case convertedValue
    /// A text that means nothing and acts as another one.
    case unknownText
    /// A total that the warm-up does not fit into.
    case warmupBeyondTotal
    /// Stairs that the release does not climb.
    case stairsIgnored
    /// A momentum that the optimizer does not have.
    case momentumNotMoved
  }

  /// What it is about.
  public let topic: Topic
  /// The parameter that it is about.
  public let parameter: String
  /// One sentence, without a full stop.
  public let text: String

  init(_ topic: Topic, _ parameter: String, _ text: String) {
    self.topic = topic
    self.parameter = parameter
    self.text = text
  }

  /// A truth value that is taken for a number, as in Python.
  static func booleanAsNumber(parameter: String, value: Bool) -> Notice {
    Notice(
      .convertedValue, parameter,
      "\(parameter): \(value) counts as \(value ? 1 : 0); write a number")
  }

  /// A value that is taken for a truth value, as in Python.
  static func valueAsFlag(parameter: String, value: Value, meaning: Bool) -> Notice {
    Notice(
      .convertedValue, parameter,
      "\(parameter): \(value) counts as \(meaning); write true or false")
  }
}

extension Notice: CustomStringConvertible {
  /// The sentence.
  public var description: String { text }
}
