/// A number as people type it on a command line: `10000`, `10_000`, `1e6`, `1.5k`, `5M`, `-0.001`.
///
/// Digits with `_` between them, a point, an exponent, and one of `k` or `K` (thousand), `M`
/// (million), `G` (billion). What is whole is an integer however it is written (`1e6`, `100.0`,
/// `1.5k`), and exactly so: the point is moved in the text, nothing is multiplied. Beyond 2^53 it is
/// the nearest double, but digits that claim to be exact there are refused.
public enum TypedNumber: Hashable, Sendable {
  /// A whole number, from -2^53 to 2^53.
  case integer(Int)

  /// Any other number, the finite double nearest to what was typed.
  case float(Double)

  /// The largest whole number up to which all are exact in a double, 2^53.
  public static let largestWhole = 1 << 53

  /// The number as a double; a whole one is exact too.
  public var value: Double {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    }
  }

  /// Reads a number.
  ///
  /// - Parameter text: The whole text, without spaces around it.
  /// - Throws: `TypedNumberError`.
  public init(_ text: some StringProtocol) throws(TypedNumberError) {
    if let number = Self.plainDigits(text) {
      self = .integer(number)
      return
    }
    let decimal = try Decimal(text)
    self = try decimal.number(of: text)
  }

  /// Reads what most numbers are, a few digits and nothing else, without a copy.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The number of 1 to 15 digits; nil for any other text, be it a number or not.
  @inlinable public static func plainDigits(_ text: some StringProtocol) -> Int? {
    var number = 0
    var count = 0
    for byte in text.utf8 {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, count < 15 else { return nil }
      number = 10 * number + Int(digit)
      count += 1
    }
    return count > 0 ? number : nil
  }
}

extension TypedNumber: CustomStringConvertible {
  /// The number in full.
  public var description: String {
    switch self {
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    }
  }
}

/// Digits and where their point is: `digits` · 10^`exponent`.
private struct Decimal {
  private var isNegative = false
  /// ASCII digits without a zero at either end; empty for zero.
  private var digits: [UInt8] = []
  private var exponent = 0
  /// Whether digits are all that was typed.
  private var isPlain = true

  /// Exponents are cut off here; whatever is beyond is too large or too small by far.
  private static let mostExponent = 1_000_000_000

  init(_ text: some StringProtocol) throws(TypedNumberError) {
    if text.isEmpty { throw .empty }
    var rest = Array(text.utf8)[...]
    func refuse() -> TypedNumberError { .notANumber(String(text)) }

    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    guard let whole = Self.takeDigits(&rest) else { throw .misplacedUnderscore(String(text)) }
    digits = whole
    isPlain = rest.isEmpty
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard let part = Self.takeDigits(&rest) else { throw .misplacedUnderscore(String(text)) }
      digits += part
      exponent = -part.count
    }
    if digits.isEmpty { throw refuse() }
    if let letter = rest.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
      rest.removeFirst()
      let sign = rest.first
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
      guard let power = Self.takeDigits(&rest) else { throw .misplacedUnderscore(String(text)) }
      if power.isEmpty { throw refuse() }
      let size = Self.number(power, atMost: Self.mostExponent)
      exponent += sign == UInt8(ascii: "-") ? -size : size
    }
    if let suffix = rest.first {
      guard let power = Self.power(ofSuffix: suffix), rest.count == 1 else { throw refuse() }
      exponent += power
    }
    trimZeros()
  }

  /// The number that was typed, or why it cannot be had.
  func number(of text: some StringProtocol) throws(TypedNumberError) -> TypedNumber {
    if digits.isEmpty { return .integer(0) }
    if exponent >= 0, let whole = exactWhole { return .integer(isNegative ? -whole : whole) }
    if isPlain { throw .tooLarge(String(text)) }
    let decimal = "\(isNegative ? "-" : "")\(String(decoding: digits, as: UTF8.self))e\(exponent)"
    guard let value = Double(decimal), value.isFinite else { throw .infinite(String(text)) }
    if value == 0 { throw .tooSmall(String(text)) }
    return .float(value)
  }

  /// The whole number without its sign; nil beyond 2^53, which has 16 digits.
  private var exactWhole: Int? {
    guard digits.count + exponent <= 16 else { return nil }
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: exponent)
    let magnitude = Self.number(digits + zeros, atMost: TypedNumber.largestWhole + 1)
    return magnitude <= TypedNumber.largestWhole ? magnitude : nil
  }

  /// Takes the digits at the front, less the underscores between them; nil if one is elsewhere.
  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    let underscore = UInt8(ascii: "_")
    let run = rest.prefix { isDigit($0) || $0 == underscore }
    rest.removeFirst(run.count)
    let groups = run.split(separator: underscore, omittingEmptySubsequences: false)
    if groups.count > 1, groups.contains(where: \.isEmpty) { return nil }
    return Array(groups.joined())
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func power(ofSuffix suffix: UInt8) -> Int? {
    switch suffix {
    case UInt8(ascii: "k"), UInt8(ascii: "K"): 3
    case UInt8(ascii: "M"): 6
    case UInt8(ascii: "G"): 9
    default: nil
    }
  }

  private static func number(_ digits: [UInt8], atMost most: Int) -> Int {
    digits.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), most) }
  }

  private mutating func trimZeros() {
    let zero = UInt8(ascii: "0")
    let behind = digits.reversed().prefix { $0 == zero }.count
    digits.removeLast(behind)
    exponent += behind
    digits.removeFirst(digits.prefix { $0 == zero }.count)
  }
}
