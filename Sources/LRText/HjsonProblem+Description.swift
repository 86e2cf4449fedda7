extension HjsonError.Problem: CustomStringConvertible {
  /// What is wrong and how to mend it: `WHAT; MEND`.
  public var description: String {
    switch self {
    case .invalidUTF8:
      "the text is not UTF-8 here; save the file as UTF-8"
    case .tooLong(let byteCount):
      "the text has \(byteCount) bytes, \(Hjson.maximumByteCount) are allowed; give a smaller one"
    case .tooManyNodes:
      "there are more than \(Hjson.maximumNodeCount) values and comments; give a smaller file"
    case .tooDeep:
      "maps and lists are nested deeper than \(Hjson.maximumDepth); flatten them"
    case .emptyAfterByteOrderMark:
      "there is nothing behind the byte order mark; write {} for an empty configuration"
    case .integerTooLong(let digits):
      "a whole number of \(digits) digits, Python reads at most \(Hjson.maximumDigits); "
        + "write a smaller one"
    case .numberTooLarge(let text):
      "\(text.shortenedWord) is beyond the largest double, 1.8e308; write a smaller number"
    case .textAfterEnd:
      "there is more text behind the end; remove it, or close the brackets later"
    case .unclosedBracket(let bracket, let opened):
      "the text ends, but the \(bracket) opened at \(opened) is not closed; "
        + "add \(Self.closing(bracket))"
    case .wrongBracket(let found, let bracket, let opened):
      "a \(found) closes the \(bracket) opened at \(opened); "
        + "write \(Self.closing(bracket)) before it or instead"
    case .unopenedBracket(let found):
      "nothing is open that this \(found) could close; remove it or open the bracket"
    case .bracketInQuotelessValue(let text):
      Self.quotelessDescription(text)
    case .unclosedString(let quote):
      "the string opened by this \(quote) is not closed; add \(quote) at its end"
    case .unclosedMultilineString:
      "the string opened by this ''' is not closed; add ''' at its end"
    case .multilineStringInSingleLine:
      "DeepSpeed's reader fails on ''' where the whole text is one line; "
        + "use \" or break the line"
    case .unclosedComment:
      "the comment opened by this /* is not closed; add */ at its end"
    case .controlCharacter(let scalar, let opened):
      Self.controlDescription(scalar, opened: opened)
    case .unknownEscape(let scalar):
      "a backslash before \(String(scalar).shortenedWord) means nothing; write \\\\ for a "
        + "backslash (allowed are \\\" \\' \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX)"
    case .invalidUnicodeEscape:
      "\\u needs four hexadecimal digits; write them, or \\\\u for a backslash and a u"
    case .duplicateKey(let key, let first):
      "the key \(key.quotedWord) stands twice, first at \(first); remove one"
    case .missingKey:
      "a colon has no key before it; write the key (an empty one as \"\")"
    case .bracketForKey(let bracket):
      "a \(bracket) stands where a key should; write a key and a colon before it"
    case .missingColon(let key):
      "the key \(key.quotedWord) has no colon behind it; write \(key.quotedWord): value"
    case .equalsSign(let key):
      "the key \(key.quotedWord) has an = behind it; write \(key.quotedWord): value"
    case .spaceInKey(let key):
      "the key \(key.quotedWord) has white space in it; put the key in quotes"
    case .missingValue:
      "a value is missing; write it here"
    case .extraComma:
      "there is nothing before this comma; remove it"
    case .colonInList(let opened):
      "a colon stands in the list opened at \(opened); close the list before it, or use { } for "
        + "keys and values"
    }
  }

  private static func closing(_ bracket: Unicode.Scalar) -> Unicode.Scalar {
    bracket == "{" ? "}" : "]"
  }
}
