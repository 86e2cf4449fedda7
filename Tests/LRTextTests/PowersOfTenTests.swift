import Testing

@testable import LRText

/// The table of powers of ten, against whole numbers of any size.
@Suite struct PowersOfTenTests {
  /// A power of ten is the fraction of two whole numbers, and so is g * 2^(e - 127).
  @Test(arguments: PowersOfTen.exponents)
  func anEntryIsThePowerRoundedUp(exponent: Int) {
    let (high, low) = PowersOfTen[exponent]
    let shift = PowersOfTen.binaryExponent(exponent) - 127
    let g = Natural(high) * .power(2, 64) + Natural(low)
    // g * 2^shift = left / right, without negative exponents.
    let scale = Natural.power(2, max(shift, 0)) * .power(10, max(-exponent, 0))
    let power = Natural.power(10, max(exponent, 0)) * .power(2, max(-shift, 0))

    #expect(high >> 63 == 1, "g has 128 bits")
    #expect(g * scale >= power)
    #expect(g * scale < power + scale, "g is less than 1 above the power")
  }

  @Test func aKnownPower() {
    #expect(PowersOfTen[0] == (1 << 63, 0))
    #expect(PowersOfTen[-1] == (0xcccc_cccc_cccc_cccc, 0xcccc_cccc_cccc_cccd))
  }
}
