/// Decimal digits made eight at a time, in the bytes of words, and of four numbers at once.
@usableFromInline enum DecimalDigits {
  /// 10^8, which has nine digits.
  static let eightDigitLimit: UInt64 = 100_000_000

  /// Eight times the character `0`, which turns digits into text.
  @inlinable static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// The eight digits of a number below 10^8, the first in the lowest byte.
  @inline(__always) static func eight(_ number: UInt64) -> UInt64 {
    eights(SIMD4(number, 0, 0, 0))[0]
  }

  /// The eight digits of each of four numbers below 10^8, the first in the lowest byte.
  ///
  /// A number becomes two numbers below 10^4, then four below 10^2, then eight digits. The quotients
  /// are those of multiplications that are exact for numbers as small.
  @inline(__always) static func eights(_ numbers: SIMD4<UInt64>) -> SIMD4<UInt64> {
    // Known to have 32 bits each, they are multiplied by one instruction.
    let numbers = numbers & SIMD4(repeating: 0xffff_ffff)
    let upper = (numbers &* SIMD4(repeating: 109_951_163)) &>> 40
    let lower = numbers &- (upper & SIMD4(repeating: 0xffff_ffff)) &* SIMD4(repeating: 10_000)

    let fours = unsafeBitCast(lower &<< 32 | upper, to: SIMD8<UInt32>.self)
    let hundreds = (fours &* SIMD8(repeating: 10_486)) &>> 20
    let ones = fours &- hundreds &* SIMD8(repeating: 100)

    let twos = unsafeBitCast(ones &<< 16 | hundreds, to: SIMD16<UInt16>.self)
    let tens = (twos &* SIMD16(repeating: 103)) &>> 10
    let digits = (twos &- tens &* SIMD16(repeating: 10)) &<< 8 | tens
    return unsafeBitCast(digits, to: SIMD4<UInt64>.self)
  }
}
