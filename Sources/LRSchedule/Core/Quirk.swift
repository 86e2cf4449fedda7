/// Something that a scheduler's users trip over.
public struct Quirk: Sendable, ExpressibleByStringLiteral {
  /// One sentence or two, with full stops.
  public let text: String
  /// The change that brought it; nil where it was always so.
  public let since: Change?

  /// Makes a quirk from its text and the change that brought it.
  public init(_ text: String, since change: Change? = nil) {
    self.text = text
    since = change
  }

  /// Makes a quirk that was always there.
  public init(stringLiteral text: String) { self.init(text) }
}
