/// Why a text is not read, and where.
public struct HjsonError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The place to look at, usually the place to mend.
  public let position: TextPosition

  /// What is wrong there.
  public let problem: Problem

  /// What is wrong and how to mend it, without the place.
  public var message: String { problem.description }

  /// The place, what is wrong there and how to mend it: `12:3: WHAT; MEND`.
  public var description: String { "\(position): \(message)" }

  /// What can be wrong with a text.
  public enum Problem: Sendable, Equatable {
    /// The bytes are not UTF-8.
    case invalidUTF8

    /// The text has this many bytes, more than `Hjson.maximumByteCount`.
    case tooLong(byteCount: Int)

    /// There are more values and comments than `Hjson.maximumNodeCount`.
    case tooManyNodes

    /// Maps and lists are nested deeper than `Hjson.maximumDepth`.
    case tooDeep

    /// Nothing but a byte order mark, space and comments.
    case emptyAfterByteOrderMark

    /// A bracket that is never closed: `{` or `[`, and its place.
    case unclosedBracket(Unicode.Scalar, opened: TextPosition)

    /// A bracket closed by the wrong one: what was found, what was opened and where.
    case wrongBracket(Unicode.Scalar, closing: Unicode.Scalar, opened: TextPosition)

    /// A closing bracket that nothing opened.
    case unopenedBracket(Unicode.Scalar)

    /// A value without quotes that ran to the end of its line, over a closing bracket.
    case bracketInQuotelessValue(String)

    /// A string without its closing quote.
    case unclosedString(quote: Unicode.Scalar)

    /// A `'''` string without its closing quotes.
    case unclosedMultilineString

    /// A `'''` string in a text of a single line, on which DeepSpeed's reader fails.
    case multilineStringInSingleLine

    /// A `/*` without its `*/`.
    case unclosedComment

    /// A control character, a tab or a line break say, in the quoted string opened there.
    case controlCharacter(Unicode.Scalar, opened: TextPosition)

    /// A backslash before a character that needs none.
    case unknownEscape(Unicode.Scalar)

    /// A `\u` without four hexadecimal digits.
    case invalidUnicodeEscape

    /// A key that the same map has already, and the place of the first one.
    case duplicateKey(String, first: TextPosition)

    /// A colon with no key before it.
    case missingKey

    /// A map or list where a key should stand.
    case bracketForKey(Unicode.Scalar)

    /// A key with no colon behind it.
    case missingColon(key: String)

    /// A key with an equals sign behind it.
    case equalsSign(key: String)

    /// A key without quotes that has white space in it.
    case spaceInKey(String)

    /// A key, or the place in a list, whose value is missing.
    case missingValue

    /// A comma that has nothing before it.
    case extraComma

    /// A colon in a list.
    case colonInList(opened: TextPosition)

    /// Something behind the end.
    case textAfterEnd

    /// A number beyond the largest double, as it is written.
    case numberTooLarge(String)

    /// A whole number of more digits than Python reads.
    case integerTooLong(digits: Int)
  }
}
