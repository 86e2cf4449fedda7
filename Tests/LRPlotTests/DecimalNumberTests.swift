import Testing

@testable import LRPlot

@Suite struct DecimalNumberTests {
  @Test func fewestDigits() {
    #expect(DecimalNumber(250, exponent: -3) == DecimalNumber(25, exponent: -2))
    #expect(DecimalNumber(0, exponent: 7) == DecimalNumber(0))
    #expect(DecimalNumber(-1000) == DecimalNumber(-1, exponent: 3))
  }

  @Test func valueIsTheNearestDouble() {
    #expect(DecimalNumber(1, exponent: -4).value == 0.0001)
    #expect(DecimalNumber(3, exponent: -1).value == 0.3)
    #expect(DecimalNumber(5, exponent: -324).value == .leastNonzeroMagnitude)
    #expect(DecimalNumber(2, exponent: 308).value == .infinity)
  }

  @Test(arguments: [
    (DecimalNumber(25, exponent: -3), 3, "0.025"), (DecimalNumber(25, exponent: -3), 4, "0.0250"),
    (DecimalNumber(-5, exponent: -1), 1, "-0.5"), (DecimalNumber(12, exponent: 3), 0, "12000"),
    (DecimalNumber(15, exponent: -1), 2, "1.50"), (DecimalNumber(0), 3, "0"),
    (DecimalNumber(7), 1, "7.0"), (DecimalNumber(.min), 0, "-9223372036854775808"),
  ])
  func plain(number: DecimalNumber, decimals: Int, text: String) {
    #expect(number.plain(decimals: decimals) == text)
  }

  @Test(arguments: [
    (DecimalNumber(1, exponent: -4), "1e-4"), (DecimalNumber(25, exponent: -5), "2.5e-4"),
    (DecimalNumber(-1, exponent: 308), "-1e308"), (DecimalNumber(0), "0"),
  ])
  func scientific(number: DecimalNumber, text: String) {
    #expect(number.scientific == text)
  }

  @Test(arguments: [
    (1.0, 0), (9.999999999999998, 0), (10, 1), (0.1, -1), (0.09999999999999999, -2), (1e-4, -4),
    (1e22, 22), (.greatestFiniteMagnitude, 308), (.leastNormalMagnitude, -308),
    (powerOfTen(-320), -320),
  ])
  func decimalExponents(value: Double, exponent: Int) {
    #expect(decimalExponent(of: value) == exponent)
  }

  @Test func everyPowerOfTenIsItsOwnExponent() {
    for exponent in -322...308 {
      #expect(decimalExponent(of: powerOfTen(exponent)) == exponent)
    }
  }

  @Test func scalingWhereThePowerIsNoDouble() {
    #expect((scaled(3 * powerOfTen(-320), downBy: -320) - 3).magnitude < 1e-3)
    #expect(scaled(1.5e308, downBy: 308) == 1.5)
  }
}
