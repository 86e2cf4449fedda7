/// The shortest decimal that reads back to a double; of several the one nearest to it.
///
/// Source: R. Giulietti, "The Schubfach way to render doubles", 2022.
struct ShortestDecimal {
  /// All digits but the last one: 15 or 16 digits, and zeros behind the significant ones.
  let whole: UInt64
  /// The digit behind them.
  let last: UInt64
  /// The exponent of ten of the last digit.
  let power: Int

  /// Whether `whole` has 15 digits.
  var isShort: Bool {
    @inline(__always) get { whole < 1_000_000_000_000_000 }
  }

  /// The exponent of ten of the first digit.
  var exponent: Int {
    @inline(__always) get { power &+ (isShort ? 15 : 16) }
  }

  /// Finds the decimal of a double c * 2^q, of a binade, unless that takes comparisons that are exact.
  ///
  /// With 10^k <= 2^q < 10^(k+1), a multiple of 10^(k+1) that reads back is shorter than all other
  /// decimals, and there is at most one: the double is whole + fraction of 10^(k+1), and only a
  /// neighbour that is nearer than half the distance of two doubles reads back. Where neither does,
  /// the nearest multiple of 10^k does.
  ///
  /// The fraction and the half distance have errors below 2 units of 2^-64; where more is needed to
  /// decide, and of powers of two, whose lower neighbour is closer, there is no result.
  ///
  /// - Parameters:
  ///   - magnitude: The bits of a double without its sign.
  ///   - binade: Its binade.
  @inline(__always) init?(quickly magnitude: UInt64, in binade: DecimalBinade) {
    let significand = magnitude & (1 << 52 &- 1)
    if significand == 0 { return nil }

    let scaled = (significand | 1 << 52) &<< binade.shift
    let upper = binade.power.high.multipliedFullWidth(by: scaled)
    let lower = binade.power.low.multipliedFullWidth(by: scaled).high
    let (middle, carries) = upper.low.addingReportingOverflow(lower)
    let top = upper.high &+ (carries ? 1 : 0)
    let whole = top >> 11
    let fraction = top << 53 | middle >> 11
    let half = binade.half
    let (digit, rest) = fraction.multipliedFullWidth(by: 10)

    // Differences that wrap are small where two numbers are nearly the same, modulo 1.
    if fraction &- half &+ 4 < 8 || fraction &+ half &+ 4 < 8 || rest &- 1 << 63 &+ 32 < 64 {
      return nil
    }
    // Both are as likely as not: no branch would be foreseen.
    let takesNext: UInt64 = fraction > 0 &- half ? 1 : 0
    let takesDigit: UInt64 = fraction &- half < 0 &- half &- half ? 1 : 0
    self.whole = whole &+ takesNext
    last = (digit &+ rest >> 63) &* takesDigit
    self.power = binade.k
  }
}

/// What the decimals of all doubles with the same exponent of two have in common.
struct DecimalBinade {
  /// The exponent of two as a double has it.
  let biasedExponent: UInt64
  /// floor(log10(2^q)) for a double c * 2^q.
  let k: Int
  /// 10^-(k+1).
  let power: (high: UInt64, low: UInt64)
  /// Brings c to the place where c * `power` has 2^64 for its unit.
  let shift: UInt64
  /// Half the distance of two doubles, in units of 10^(k+1), times 2^64.
  let half: UInt64

  /// The binade of a double; nil of subnormals and zero, and of what is not finite.
  ///
  /// - Parameter magnitude: The bits of a double without its sign.
  @inline(__always) init?(of magnitude: UInt64) {
    biasedExponent = magnitude >> 52
    if biasedExponent &- 1 >= 2046 { return nil }
    let q = Int(truncatingIfNeeded: biasedExponent) &- 1075
    k = ShortestDecimal.logarithm(q)
    let ten = ~k
    power = PowersOfTen[ten]
    // 2^q * 10^-(k+1) is 2^shift to less than 2^(shift+1), and this shift -4 to -1.
    let shift = q &+ PowersOfTen.binaryExponent(ten)
    self.shift = UInt64(truncatingIfNeeded: shift &+ 12)
    half = power.high &>> UInt64(truncatingIfNeeded: 0 &- shift)
  }

  /// Whether a double is in the binade.
  @inline(__always) func contains(_ magnitude: UInt64) -> Bool {
    magnitude >> 52 == biasedExponent
  }
}

extension ShortestDecimal {
  /// floor(log10(2^q)), exact for the exponents of doubles.
  @inline(__always) static func logarithm(_ q: Int) -> Int { (q &* 1_262_611) >> 22 }

  /// floor(log10(3/4 * 2^q)), exact for the exponents of doubles.
  private static func logarithmOfThreeQuarters(_ q: Int) -> Int {
    (q * 1_262_611 - 524_031) >> 22
  }
}

extension ShortestDecimal {
  /// Finds the decimal of any double by comparisons that are exact.
  ///
  /// The double and the ends of the interval that reads back to it, all times 4 * 10^-k, are rounded to
  /// odd: down to a whole number, the last bit of which is set if anything was dropped. They compare
  /// with even numbers as the exact ones do.
  ///
  /// - Parameter magnitude: The bits of a finite double that is not zero, without its sign.
  init(exactly magnitude: UInt64) {
    let significand = magnitude & (1 << 52 - 1)
    let biased = Int(magnitude >> 52)
    let c = biased == 0 ? significand : significand | 1 << 52
    let q = max(biased, 1) - 1075
    let isCloserBelow = significand == 0 && biased > 1
    let k = isCloserBelow ? Self.logarithmOfThreeQuarters(q) : Self.logarithm(q)
    let ten = PowersOfTen[-k]
    let shift = UInt64(q + PowersOfTen.binaryExponent(-k) + 1)

    let value = Self.roundedToOdd(ten, (4 * c) << shift)
    // The ends read back to an even significand, and not to an odd one.
    let open = c & 1
    let low = Self.roundedToOdd(ten, (4 * c - (isCloserBelow ? 1 : 2)) << shift) + open
    let high = Self.roundedToOdd(ten, (4 * c + 2) << shift) - open

    let tens = value / 40
    if tens > 0 {
      if low <= 40 * tens { self.init(10 * tens, power: k); return }
      if 40 * tens + 40 <= high { self.init(10 * tens + 10, power: k); return }
    }
    let below = value / 4
    let isBelowInside = low <= 4 * below
    let isAboveInside = 4 * below + 4 <= high
    let middle = 4 * below + 2
    let isAboveNearer = value > middle || value == middle && below & 1 == 1
    let takesAbove = isBelowInside && isAboveInside ? isAboveNearer : isAboveInside
    self.init(takesAbove ? below + 1 : below, power: k)
  }

  /// Takes digits * 10^power, from 1 to 17 digits.
  private init(_ digits: UInt64, power: Int) {
    var digits = digits
    var power = power
    while digits < 1_000_000_000_000_000 {
      digits *= 10
      power -= 1
    }
    whole = digits / 10
    last = digits % 10
    self.power = power
  }

  /// g * factor / 2^128, rounded to odd; the rounding up of g is too little to be seen.
  private static func roundedToOdd(
    _ ten: (high: UInt64, low: UInt64), _ factor: UInt64
  ) -> UInt64 {
    let upper = ten.high.multipliedFullWidth(by: factor)
    let (middle, carries) = upper.low.addingReportingOverflow(
      ten.low.multipliedFullWidth(by: factor).high)
    return upper.high + (carries ? 1 : 0) | (middle > 1 ? 1 : 0)
  }
}
