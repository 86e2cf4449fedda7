/// A number that is `coefficient * 10^exponent`, exactly.
///
/// Ticks are decimal numbers, so that no label shows a rounding error.
struct DecimalNumber: Hashable, Sendable {
  let coefficient: Int
  let exponent: Int

  /// The number with the fewest digits: 250 * 10^-3 becomes 25 * 10^-2, and zero 0 * 10^0.
  init(_ coefficient: Int, exponent: Int = 0) {
    var digits = coefficient
    var power = digits == 0 ? 0 : exponent
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      power += 1
    }
    self.coefficient = digits
    self.exponent = power
  }

  /// A finite double: exactly where it is a whole number up to 2^53, else to 12 digits, so that
  /// `0.1 * 3` is 3 * 10^-1.
  init(near value: Double) {
    if let whole = Int(exactly: value), whole.magnitude <= 1 << 53 {
      self.init(whole)
      return
    }
    let exponent = decimalExponent(of: value.magnitude) - 11
    self.init(Int(scaled(value, downBy: exponent).rounded()), exponent: exponent)
  }

  /// The nearest double; infinite beyond the largest one.
  var value: Double { Double("\(coefficient)e\(exponent)") ?? .nan }

  /// Digits behind the decimal point.
  var decimals: Int { max(0, -exponent) }

  private var sign: String { coefficient < 0 ? "-" : "" }

  private var digits: String { String(coefficient.magnitude) }

  /// `0.0250` for 25 * 10^-3 with four decimals or more if it has more; zero is always `0`.
  func plain(decimals: Int) -> String {
    if coefficient == 0 { return "0" }
    let whole = digits + String(repeating: "0", count: max(0, exponent))
    let point = self.decimals
    let padded = String(repeating: "0", count: max(0, point + 1 - whole.count)) + whole
    let fraction = padded.suffix(point) + String(repeating: "0", count: max(0, decimals - point))
    return sign + padded.dropLast(point) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The exponent of the first digit: -2 for 25 * 10^-3.
  var scientificExponent: Int { exponent + digits.count - 1 }

  /// `2.5e-2` for 25 * 10^-3; zero is `0`.
  var scientific: String {
    if coefficient == 0 { return "0" }
    let fraction = digits.dropFirst()
    return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      + "e\(scientificExponent)"
  }
}
