/// A comment of a text in Hjson or YAML.
public struct TextComment: Sendable, Hashable {
  /// The comment with its marks, `# so` say.
  public let text: String

  /// The place of its first mark.
  public let position: TextPosition

  /// Makes a comment.
  public init(text: String, position: TextPosition) {
    self.text = text
    self.position = position
  }
}
