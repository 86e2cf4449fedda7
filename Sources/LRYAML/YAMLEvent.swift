import LRText

/// What libyaml's parser finds next.
struct YAMLEvent {
  /// What it is.
  enum Kind {
    case documentStart
    case scalar(String, isPlain: Bool)
    case alias(String)
    case listStart
    case mapStart
    case listEnd
    case mapEnd
    /// What carries nothing: the ends of the stream and of the document.
    case other
  }

  let kind: Kind
  /// The place of its first character.
  let position: TextPosition
  /// The name behind `&`.
  var anchor: String?
  /// The tag in full; nil where there is none.
  var tag: String?
}
