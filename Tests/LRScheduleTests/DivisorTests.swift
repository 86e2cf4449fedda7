import TestSupport
import Testing

@testable import LRSchedule

/// Quotients of many lanes against the division of one.
@Suite struct DivisorTests {
  @Test func divisorsAndDividendsOfEveryKind() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<20_000 {
      let divisor = anyNumber(using: &generator)
      let dividends = SIMD4((0..<4).map { _ in anyNumber(using: &generator) })
      expectQuotients(of: dividends, by: divisor)
    }
  }

  @Test(arguments: [1.0, 2, 3, 7, 10, 999, 1e9, 0x1.fffffffffffffp52, 0.1, 0.5, 1e-3, -0.3, -1e7])
  func stepsNextToEveryPowerOfTwo(divisor: Double) {
    for exponent in 0..<53 {
      let power = Double(1 << exponent)
      expectQuotients(of: SIMD4(power - 1, power, power + 1, power + power / 3), by: divisor)
    }
  }

  /// a = (2 q + 1) d / 2^54 up to a remainder of a few units, so that a / d is next to the middle of
  /// two doubles.
  @Test func quotientsNextToTheMiddleOfTwoDoubles() {
    var generator = SplitMix64(seed: 5)
    var count = 0
    while count < 20_000 {
      let divisor = UInt64.random(in: 1 << 52..<1 << 53, using: &generator) | 1
      let remainder = UInt64.random(in: 0..<8, using: &generator) | 1
      let odd = remainder &* inverse(ofOdd: divisor) & (1 << 54 - 1)
      guard odd >= 1 << 53 else { continue }
      let (high, low) = odd.multipliedFullWidth(by: divisor)
      let dividend = (high << 10) | (low >> 54)
      expectQuotients(
        of: SIMD4((-1...2).map { Double(Int64(dividend) + $0) }), by: Double(divisor))
      count += 1
    }
  }

  @Test(arguments: [
    0.0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 0x1p-1022, 1e300,
  ])
  func divisorsThatAreDividedBy(divisor: Double) {
    expectQuotients(of: SIMD4(0, 1, 1e9, 0x1p53), by: divisor)
  }

  @Test func aNegativeDivisorMakesANegativeZero() {
    expectQuotients(of: SIMD4(0, 1, 2, 3), by: -3)
  }

  @Test func constantsThatMakeDividendsTooLargeOrTooSmall() {
    for constant in [1e306, -1e306, 0x1p-1070] {
      let dividends = SIMD4(constant, 2 * constant, 3 * constant, constant - 1)
      expectQuotients(of: dividends, by: 3, constants: constant)
    }
  }

  private func expectQuotients(
    of dividends: SIMD4<Double>, by value: Double, constants: Double = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let divisor = Divisor(value, dividendsOf: constants)
    // Also on a processor without fused operations, where they are not used.
    let quotients =
      divisor.isOrdinary ? divisor.fusedQuotient(of: dividends) : dividends / divisor
    for lane in 0..<4 {
      let expected = dividends[lane] / value
      if quotients[lane].bitPattern != expected.bitPattern, !expected.isNaN {
        Issue.record(
          "\(dividends[lane]) / \(value) is \(expected), not \(quotients[lane])",
          sourceLocation: sourceLocation)
      }
    }
  }
}

/// A number of any significand between 2^-300 and 2^300.
private func anyNumber(using generator: inout SplitMix64) -> Double {
  Double(
    sign: Bool.random(using: &generator) ? .plus : .minus,
    exponent: Int.random(in: -300..<300, using: &generator),
    significand: Double.random(in: 1..<2, using: &generator))
}

/// The inverse of an odd number modulo 2^64, by Newton's iteration.
private func inverse(ofOdd number: UInt64) -> UInt64 {
  (0..<6).reduce(number) { inverse, _ in inverse &* (2 &- number &* inverse) }
}
