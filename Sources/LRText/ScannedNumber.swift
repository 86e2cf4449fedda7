/// A decimal number that stands in a text, and how it is written.
///
/// `-?\d+(\.\d*)?([eE][-+]?\d+)?`, with a plus or without digits in front of the point too, and
/// what Python, C and JavaScript write for what is not finite: `nan`, `inf`, `Infinity`, in any case.
public struct ScannedNumber: Sendable {
  /// The double nearest to the number, of two the even one; infinite beyond the largest.
  public let value: Double

  /// The whole number, where it is written in digits alone and below 10^18.
  public let integer: Int?

  /// How many digits are written, from the first that is not 0 on: 4 of `0.001000`.
  public let significantDigits: Int

  /// How many digits stand behind the point; nil where there is an exponent or nothing finite.
  public let decimals: Int?

  /// The offset of the byte behind the number.
  public let end: Int

  /// Reads the number that begins at an offset.
  ///
  /// What may stand behind it is the caller's business: of `1e` the `1` is read. There is no number
  /// where none begins at the offset.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: The offset of the number's first byte.
  @inline(__always) public init?(_ bytes: [UInt8], at start: Int) {
    var digits = DecimalDigitRun(bytes, at: start)
    guard digits.count > 0 else {
      self.init(notFinite: bytes, at: start)
      return
    }
    let hasExponent = digits.takeExponent(of: bytes)
    self.init(
      value: digits.value(of: bytes, from: start),
      integer: digits.hasPoint || hasExponent || digits.significant > 18 ? nil : digits.integer,
      significantDigits: digits.significant, decimals: hasExponent ? nil : digits.decimals,
      end: digits.end)
  }

  @inline(__always) private init(
    value: Double, integer: Int?, significantDigits: Int, decimals: Int?, end: Int
  ) {
    self.value = value
    self.integer = integer
    self.significantDigits = significantDigits
    self.decimals = decimals
    self.end = end
  }

  private init?(notFinite bytes: [UInt8], at start: Int) {
    var index = start
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let word = bytes[index...].prefix(9).prefix {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20
    }
    let value: Double
    switch String(decoding: word.map { $0 | 0x20 }, as: UTF8.self) {
    case "nan": value = .nan
    case "inf", "infinity": value = isNegative ? -.infinity : .infinity
    default: return nil
    }
    self.init(
      value: value, integer: nil, significantDigits: 0, decimals: nil, end: index + word.count)
  }
}

/// The digits of a number while it is read: `mantissa` * 10^`power`, and more digits if it is long.
private struct DecimalDigitRun {
  private let isNegative: Bool
  private var mantissa: UInt64 = 0
  private var power = 0
  /// Digits, zeros in front included.
  private(set) var count = 0
  private(set) var significant = 0
  private(set) var decimals = 0
  private(set) var hasPoint = false
  private(set) var end: Int

  /// So many digits are below 2^64.
  private static let mostDigits = 19

  /// Powers beyond are too large or too small by far.
  private static let mostPower = 1_000_000

  @inline(__always) init(_ bytes: [UInt8], at start: Int) {
    let limit = bytes.count
    var index = start
    var isNegative = false
    if index < limit, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    self.isNegative = isNegative
    end = index
    while index < limit {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        count &+= 1
        if hasPoint { decimals &+= 1 }
        if significant > 0 || digit > 0 { significant &+= 1 }
        if significant <= Self.mostDigits {
          mantissa = mantissa &* 10 &+ UInt64(digit)
          if hasPoint { power &-= 1 }
        } else if !hasPoint {
          power &+= 1
        }
      } else if digit == UInt8(ascii: ".") &- UInt8(ascii: "0"), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index &+= 1
    }
    if count > 0 { end = index }
  }

  var integer: Int? { Int(exactly: mantissa).map { isNegative ? -$0 : $0 } }

  /// Takes `e-05`; whether there is one.
  @inline(__always) mutating func takeExponent(of bytes: [UInt8]) -> Bool {
    guard end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") else { return false }
    var index = end + 1
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let first = index
    var exponent = 0
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      exponent = min(exponent &* 10 &+ Int(digit), Self.mostPower)
      index += 1
    }
    guard index > first else { return false }
    power += isNegative ? -exponent : exponent
    end = index
    return true
  }

  @inline(__always) func value(of bytes: [UInt8], from start: Int) -> Double {
    let magnitude =
      NearestDouble.exact(mantissa, power: power, isWhole: significant <= 19)
      ?? NearestDouble.nearest(mantissa, power: power, isWhole: significant <= 19)
      ?? abs(Double(String(decoding: bytes[start..<end], as: UTF8.self)) ?? .nan)
    return isNegative ? -magnitude : magnitude
  }
}
