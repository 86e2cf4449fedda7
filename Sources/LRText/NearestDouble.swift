/// The double nearest to a decimal, where that takes no exact comparison.
enum NearestDouble {
  private static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// mantissa * 10^power, of two exact doubles: it is rounded once.
  ///
  /// - Parameters:
  ///   - mantissa: The digits.
  ///   - power: The exponent of ten of the last of them.
  ///   - isWhole: Whether these are all digits.
  /// - Returns: Nil where one of the two is not exact.
  @inline(__always) static func exact(_ mantissa: UInt64, power: Int, isWhole: Bool) -> Double? {
    guard isWhole, mantissa <= 1 << 53, power.magnitude <= 22 else { return nil }
    let digits = Double(mantissa)
    return power < 0 ? digits / exactPowers[-power] : digits * exactPowers[power]
  }

  /// mantissa * 10^power, from a product of 192 bits with a power that is rounded up.
  ///
  /// The product's upper 128 bits are too large by less than 2, doubled when they are shifted by
  /// one; with more digits behind the mantissa, which has 19 then and at most 4 leading zero bits,
  /// they are too small by less than 2^69. Only near the middle of two doubles can that change which
  /// of them is nearer.
  ///
  /// - Parameters:
  ///   - mantissa: The first 19 digits.
  ///   - power: The exponent of ten of the last of them.
  ///   - isWhole: Whether these are all digits.
  /// - Returns: Nil near such a middle, and where the double is not normal.
  @inline(__always) static func nearest(_ mantissa: UInt64, power: Int, isWhole: Bool) -> Double? {
    if mantissa == 0 { return isWhole ? 0 : nil }
    guard PowersOfTen.exponents.contains(power) else { return nil }
    let shift = mantissa.leadingZeroBitCount
    let factor = mantissa << UInt64(shift)
    let ten = PowersOfTen[power]
    let upper = factor.multipliedFullWidth(by: ten.high)
    let lower = factor.multipliedFullWidth(by: ten.low).high
    let (sum, carries) = upper.low.addingReportingOverflow(lower)
    var high = upper.high &+ (carries ? 1 : 0)
    var low = sum
    var exponent = 64 &- shift &+ PowersOfTen.binaryExponent(power)
    if high >> 63 == 0 {
      high = high << 1 | low >> 63
      low <<= 1
      exponent &-= 1
    }

    let rest = high & 0x7ff
    let isNearMiddle =
      isWhole
      ? rest == 0x400 && low < 8 || rest == 0x3ff && low > ~8 : rest &- 0x3df <= 0x22
    let biased = exponent &+ 1023
    guard !isNearMiddle, biased >= 1, biased <= 2046 else { return nil }
    let fraction = (high >> 11) & (1 << 52 &- 1)
    let bits = UInt64(biased) << 52 | fraction
    // A carry out of the fraction is one into the exponent.
    return Double(bitPattern: bits &+ rest >> 10)
  }
}
