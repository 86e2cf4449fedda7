import LRText

/// Reads a number that was typed.
///
/// - Parameters:
///   - text: What was typed.
///   - place: The option, for the error.
/// - Returns: The number.
/// - Throws: `ConfigurationError` where it is none.
public func typedNumber(
  _ text: some StringProtocol, at place: Place
) throws(ConfigurationError) -> Double {
  try TypedNumber(text, at: place).value
}

/// Reads a count of steps that was typed: `10000`, `10_000`, `1e6`, `10k`.
///
/// - Parameters:
///   - text: What was typed.
///   - place: The option or the line, for the error.
///   - least: The smallest count that is allowed.
/// - Returns: The count.
/// - Throws: `ConfigurationError` where it is no whole number in the range.
public func typedCount(
  _ text: some StringProtocol, at place: Place, atLeast least: Int
) throws(ConfigurationError) -> Int {
  let number = try TypedNumber(text, at: place)
  if number.value >= Double(TypedNumber.largestWhole) + 2 {
    throw .notANumber(.tooLarge("\(text)"), place: place)
  }
  guard case .integer(let count) = number, count >= least else {
    throw .outOfRange(
      got: "\(text)", allowed: "a whole number, \(least) or more", place: place)
  }
  return count
}

extension TypedNumber {
  /// Reads a number; an error has its place.
  fileprivate init(_ text: some StringProtocol, at place: Place) throws(ConfigurationError) {
    do {
      self = try TypedNumber(text)
    } catch {
      throw .notANumber(error, place: place)
    }
  }
}
