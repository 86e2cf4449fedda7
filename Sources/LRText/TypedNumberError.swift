/// Why a text that was typed is no number.
///
/// The description is `WHAT; MEND`: who asked for the number puts in front which option it is.
public enum TypedNumberError: Error, Hashable {
  /// Nothing was typed.
  case empty

  /// An underscore is not between two digits.
  case misplacedUnderscore(String)

  /// The text is no finite decimal number.
  case notANumber(String)

  /// A whole number beyond 2^53, up to which all are exact.
  case tooLarge(String)

  /// The magnitude is beyond the largest double.
  case infinite(String)

  /// The number is not zero, but no double is as small.
  case tooSmall(String)
}

extension TypedNumberError: CustomStringConvertible {
  /// The error in the form `WHAT; MEND`.
  public var description: String {
    switch self {
    case .empty:
      "the number is empty; write one as 10000, 10k or 1e4"
    case .misplacedUnderscore(let text):
      "\(Self.quoted(text)) has a _ that is not between two digits; write it as 10_000"
    case .notANumber(let text):
      "\(Self.quoted(text)) is not a number; write it in decimal, as 10000, 10_000, 10k, 5M or 1e-4"
    case .tooLarge(let text):
      "\(Self.quoted(text)) is too large; whole numbers are exact up to 2^53 = 9007199254740992"
    case .infinite(let text):
      "\(Self.quoted(text)) is too large for a double; the largest is 1.7976931348623157e308"
    case .tooSmall(let text):
      "\(Self.quoted(text)) is too small for a double; write 0 or at least 5e-324"
    }
  }

  private static func quoted(_ text: String) -> String {
    let start = text.prefix(40)
    return "'\(start)\(start.endIndex == text.endIndex ? "" : "..")'"
  }
}
