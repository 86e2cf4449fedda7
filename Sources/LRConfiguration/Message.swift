import LRText

/// Something that is said beside the result, on standard error.
public struct Message: Sendable, Hashable {
  /// How much it matters.
  public enum Level: String, Sendable {
    /// What was done with the input.
    case note
    /// What the user may not have meant.
    case warning
  }

  /// How much it matters.
  public let level: Level
  /// `WHERE: WHAT; MEND`, without the program's name.
  public let text: String

  static func note(_ text: String) -> Message {
    Message(level: .note, text: text.shortenedForMessage)
  }
  static func warning(_ text: String) -> Message {
    Message(level: .warning, text: text.shortenedForMessage)
  }
}
