import LRText

/// Why a text is not read, and where.
public struct YAMLError: Error, Sendable, Equatable {
  /// The place to look at, usually the place to mend.
  public let position: TextPosition

  /// What is wrong there.
  public let problem: Problem

  /// What can be wrong with a text.
  public enum Problem: Sendable, Equatable {
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// The text has this many bytes, more than `YAML.maximumByteCount`.
    case tooLong(byteCount: Int)
    /// Maps and lists are nested deeper than `YAML.maximumDepth`.
    case tooDeep
    /// There are more values than `YAML.maximumNodeCount`, what aliases stand for included.
    case tooManyNodes
    /// There are more comments than `YAML.maximumNodeCount`.
    case tooManyComments
    /// There is no memory left for the reader.
    case outOfMemory
    /// A character that no YAML has, NUL say.
    case forbiddenCharacter(UInt32)
    /// A tab where only spaces may stand.
    case tab
    /// What the reader itself says, `while parsing a block mapping`, and where that began.
    case syntax(String, context: String?, began: TextPosition?)
    /// A second document.
    case severalDocuments
    /// A key that the same map has already, and the place of the first one.
    case duplicateKey(String, first: TextPosition)
    /// A map, a list or an alias where a key should stand.
    case keyIsNoText
    /// A tag that is not one of YAML's own.
    case unknownTag(String)
    /// A scalar that is not what its tag says.
    case wrongTag(String, text: String)
    /// An alias of nothing.
    case unknownAlias(String)
    /// An alias inside of what it stands for.
    case cyclicAlias(String)
    /// A `<<` that merges neither a map nor a list of maps.
    case mergeOfNoMap
    /// A number beyond the largest double, as it is written.
    case numberTooLarge(String)
    /// A whole number of more digits than Python reads.
    case integerTooLong(digits: Int)
  }
}

extension YAMLError: CustomStringConvertible {
  /// The place, what is wrong there and how to mend it: `12:3: WHAT; MEND`.
  public var description: String { "\(position): \(problem)" }
}

extension YAMLError.Problem: CustomStringConvertible {
  /// What is wrong and how to mend it: `WHAT; MEND`.
  public var description: String {
    switch self {
    case .invalidUTF8: "the text is not UTF-8 here; save the file as UTF-8"
    case .tooLong(let byteCount):
      "the text has \(byteCount) bytes, \(YAML.maximumByteCount) are allowed; give a smaller one"
    case .tooDeep: "maps and lists are nested deeper than \(YAML.maximumDepth); flatten them"
    case .tooManyNodes:
      "there are more than \(YAML.maximumNodeCount) values, what aliases stand for included;"
        + " give a smaller file"
    case .tooManyComments:
      "there are more than \(YAML.maximumNodeCount) comments; give a smaller file"
    case .outOfMemory: "there is no memory left to read it; give a smaller file"
    case .forbiddenCharacter(let value):
      "the character U+\(value.fourHexDigits.uppercased()) may not stand in YAML; remove it"
    case .tab: "a tab stands where YAML wants spaces; write spaces"
    case .syntax(let what, let context, let began):
      "YAML does not allow this: \(what)"
        + (context.map { " (\($0)\(began.map { " that begins at \($0)" } ?? ""))" } ?? "")
        + "; check the indentation, the quotes and the brackets here"
    case .severalDocuments: "a second document begins here; give a file with one"
    case .duplicateKey(let key, let first):
      "the key \(key.quotedWord) stands twice, first at \(first); remove one"
    case .keyIsNoText: "the key is no plain text; write a word in front of the colon"
    case .unknownTag(let tag):
      "the tag \(tag.quotedWord) means something only to its own program; write the value without"
        + " it"
    case .wrongTag(let tag, let text):
      "\(text.quotedWord) is not what its tag \(tag) says; remove the tag"
    case .unknownAlias(let name):
      "*\(name.shortenedWord) stands for nothing; write &\(name.shortenedWord) in front of a value"
        + " above it"
    case .cyclicAlias(let name):
      "*\(name.shortenedWord) stands inside of its own value; write the value instead"
    case .mergeOfNoMap: "<< takes a map or a list of maps; write << : *name of a map"
    case .numberTooLarge(let text):
      "\(text.shortenedWord) is beyond the largest double, 1.8e308; write a smaller number"
    case .integerTooLong(let digits):
      "a whole number of \(digits) digits, Python reads at most \(PlainScalar.maximumDigits); write a"
        + " smaller one"
    }
  }
}
