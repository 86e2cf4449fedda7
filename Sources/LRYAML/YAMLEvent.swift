import LRText

/// What libyaml's parser finds next.
struct YAMLEvent {
  /// What it is.
  enum Kind {
    case documentStart
    case scalar(String, ScalarStyle)
    case alias(String)
    case listStart
    case mapStart
    case listEnd
    case mapEnd
    /// What carries nothing: the ends of the stream and of the document.
    case other
  }

  /// How a scalar is written.
  enum ScalarStyle {
    /// Without quotes.
    case plain
    /// In single or double quotes.
    case quoted
    /// Behind `|` or `>`, in lines of its own.
    case block
  }

  let kind: Kind
  /// The place of its first character.
  let position: TextPosition
  /// Its characters, counted from the text's first one; a byte order mark is none.
  let characters: Range<Int>
  /// The name behind `&`.
  var anchor: String?
  /// The tag in full; nil where there is none.
  var tag: String?
}
