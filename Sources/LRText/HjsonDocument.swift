/// An Hjson text that was read, with what a reader of its value alone does not see.
public struct HjsonDocument: Sendable {
  /// The value of the whole text.
  public let root: HjsonNode

  /// What no reader of strict JSON takes: of each kind the first, in the order of the text.
  public let leniencies: [HjsonLeniency]

  /// The comments, in order.
  public let comments: [TextComment]
}

/// Something that Hjson takes and JSON does not.
public struct HjsonLeniency: Sendable, Hashable {
  /// What it is.
  public let kind: Kind

  /// The place of the first one.
  public let position: TextPosition

  /// What Hjson takes and JSON does not.
  public enum Kind: Int, Sendable, CaseIterable {
    /// Bytes in front of the text that say how it is encoded.
    case byteOrderMark
    /// The outer braces are left out.
    case missingBraces
    /// `#`, `//` or `/* */`.
    case comment
    /// A key without quotes.
    case keyWithoutQuotes
    /// A text without quotes, which runs to the end of its line.
    case textWithoutQuotes
    /// `True`, `False` or `None`, which Hjson takes for a text to the end of its line.
    case pythonLiteral
    /// A text or a key in single quotes.
    case singleQuotes
    /// A text in `'''`.
    case multilineText
    /// Two members or values without a comma between them.
    case missingComma
    /// A comma behind the last member or value.
    case trailingComma
  }
}

extension HjsonLeniency.Kind: CustomStringConvertible {
  /// What it is, in a few words: `a trailing comma`.
  public var description: String {
    switch self {
    case .byteOrderMark: "a byte order mark"
    case .missingBraces: "no outer braces"
    case .comment: "a comment"
    case .keyWithoutQuotes: "a key without quotes"
    case .textWithoutQuotes: "a text without quotes"
    case .pythonLiteral: "Python's True, False or None"
    case .singleQuotes: "single quotes"
    case .multilineText: "a ''' text"
    case .missingComma: "a missing comma"
    case .trailingComma: "a trailing comma"
    }
  }
}
