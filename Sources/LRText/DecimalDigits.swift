/// Decimal digits made eight at a time, in the bytes of a word: arithmetic on all of them at once.
enum DecimalDigits {
  /// 10^8, which has nine digits.
  static let eightDigitLimit: UInt64 = 100_000_000

  /// Eight times the character `0`, which turns digits into text.
  static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The eight digits of a number below 10^8, the first in the lowest byte.
  ///
  /// It becomes two numbers below 10^4, then four below 10^2, then eight digits. The quotients are
  /// those of multiplications that are exact for numbers as small.
  @inline(__always) static func eight(_ number: UInt64) -> UInt64 {
    let fours = split(number, by: 10_000, quotients: (number &* 109_951_163) >> 40, width: 32)
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007f_0000_007f
    let twos = split(fours, by: 100, quotients: hundreds, width: 16)
    let tens = (twos &* 103) >> 10 & 0x000f_000f_000f_000f
    return split(twos, by: 10, quotients: tens, width: 8)
  }

  /// quotients + (numbers - divisor * quotients) * 2^width: the remainders behind the quotients.
  @inline(__always) private static func split(
    _ numbers: UInt64, by divisor: UInt64, quotients: UInt64, width: UInt64
  ) -> UInt64 {
    numbers &<< width &- quotients &* (divisor &<< width &- 1)
  }
}
