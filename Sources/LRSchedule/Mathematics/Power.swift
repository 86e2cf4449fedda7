/// A number to the power of another, with the bits of the C library.
///
/// - Parameters:
///   - base: Any double.
///   - exponent: Any double.
/// - Returns: What Python's `**` has for floats; infinite where Python raises `OverflowError` or
///   `ZeroDivisionError`, and not a number where it would be complex.
package func power(_ base: Double, _ exponent: Double) -> Double { base.power(exponent) }

extension Lanes {
  /// The number to the power of another, with the bits of the C library.
  ///
  /// Range: every number. Error: none against glibc 2.28 and later on x86-64 with FMA, whose sequence
  /// of operations this is (ARM's optimized-routines). glibc's own error is below 0.52 units in the
  /// last place.
  func power(_ exponent: Self) -> Self {
    let logarithm = Self.extendedLogarithm(of: bitPattern)
    let product = logarithm.times(exponent)
    let result = product.exponential()
    let isNormal = Mask.and(
      Self.isLess(self, than: .infinity), .!Self.isLess(self, than: .leastNormalMagnitude))
    let isSeldom = .!Mask.and(isNormal, Self.isLess(product.high.magnitude, than: 512))
    guard isSeldom.isAnyTrue else { return result }
    return result.replacing(with: map(exponent) { $0.seldomPower($1) }, where: isSeldom)
  }

  /// x = 2^k z with z in [0.70.., 1.41..), z = c (1 + r): log x = k ln 2 + log c + log(1 + r), in two
  /// doubles.
  @inline(__always) fileprivate static func extendedLogarithm(of bits: Pattern) -> TwoLanes<Self> {
    let offset = bits &- 0x3fe6_9555_0000_0000
    let k = LogarithmRow<Self>.exponent(offset: offset)
    let z = Self(bitPattern: bits &- (offset & 0xfff0_0000_0000_0000))
    let row = quadruple(PowerTable.logarithms, row: (offset &>> 45) & 127)

    let r = fma(z, row.0, -1)
    let t1 = fma(k, 0x1.62e42fefa3800p-1, row.1)
    let t2 = t1 + r
    let low1 = fma(k, 0x1.ef35793c76730p-45, row.2)
    let low2 = (t1 - t2) + r
    let ar = -0.5 * r
    let ar2 = r * ar
    let ar3 = r * ar2
    let h = t2 + ar2
    let low3 = fma(ar, r, -ar2)
    let low4 = (t2 - h) + ar2
    let q = fma(
      ar2,
      fma(
        fma(r, 0x1.0002b8b263fc3p+0, -0x1.2495b9b4845e9p+0), ar2,
        fma(r, -0x1.555555529a47ap-1, 0x1.999999959554ep-1)),
      fma(r, 0x1.0000000000006p-1, -0x1.5555555555560p-1))
    let s = fma(ar3, q, ((low1 + low2) + low3) + low4)
    let high = h + s
    return TwoLanes(high: high, low: (h - high) + s)
  }
}

/// A number in two doubles, the second of which is the rest of the first.
private struct TwoLanes<L: Lanes> {
  let high, low: L

  @inline(__always) func times(_ factor: L) -> TwoLanes {
    let product = factor * high
    return TwoLanes(high: product, low: fma(factor, low, fma(factor, high, -product)))
  }

  /// e to the power of it, as scale * (1 + more), with the bits of the scale; and the 128ths of a power of two
  /// in it.
  @inline(__always) func scaledExponential() -> (scale: L.Pattern, more: L, turns: L.Pattern) {
    let shifted = fma(high, 0x1.71547652b82fep+7, 0x1.8p52)
    let turns = shifted.bitPattern
    let k = shifted - 0x1.8p52
    let r = fma(k, -0x1.cf79abc9e3b3ap-47, fma(k, -0x1.62e42fefa0000p-8, high)) + low
    let (rest, bits) = L.pair(PowerTable.exponentials, row: turns & 127)
    let r2 = r * r
    let p = fma(fma(r, 0x1.555555555543cp-3, 0x1.ffffffffffdbdp-2), r2, rest + r)
    let more = fma(fma(r, 0x1.1111167a4d017p-7, 0x1.55555cf172b91p-5), r2 * r2, p)
    return (bits.bitPattern &+ (turns &<< 45), more, turns)
  }

  /// The double of some bits times a power of two, for which these have no exponent yet.
  @inline(__always) static func scaled(_ bits: L.Pattern, byTwoTo exponent: Int) -> L {
    L(bitPattern: bits &+ UInt64(bitPattern: Int64(exponent)) << 52)
  }

  /// e to the power of it, of magnitudes below 512.
  @inline(__always) func exponential() -> L {
    let (bits, more, _) = scaledExponential()
    let scale = L(bitPattern: bits)
    return fma(scale, more, scale)
  }
}

extension TwoLanes<Double> {
  /// e to the power of it, of any magnitude: scaled so that it does not overflow on the way, and is rounded once
  /// where it is subnormal.
  fileprivate func farExponential() -> Double {
    if high.magnitude < 0x1p-54 { return 1 }
    if high.magnitude < 512 { return exponential() }
    if high.magnitude >= 1024 { return high < 0 ? 0 : .infinity }
    let (bits, more, turns) = scaledExponential()
    if turns & 0x8000_0000 == 0 {
      let scale = Self.scaled(bits, byTwoTo: -1009)
      return scale.addingProduct(scale, more) * 0x1p1009
    }
    let scale = Self.scaled(bits, byTwoTo: 1022)
    let rest = scale * more
    var result = scale + rest
    if result.magnitude < 1 {
      let low = (scale - result) + rest
      let high = 1 + result
      result = (high + (((1 - high) + result) + low)) - 1
      if result == 0 { result = 0 }
    }
    return result * 0x1p-1022
  }
}

extension Double {
  /// The power where the base or the result is not normal.
  fileprivate func seldomPower(_ exponent: Double) -> Double {
    if exponent == 0 || self == 1 { return 1 }
    if isNaN || exponent.isNaN { return .nan }
    let isOdd =
      exponent.magnitude < 0x1p53 && exponent.rounded(.down) == exponent
      && exponent.truncatingRemainder(dividingBy: 2) != 0
    let sign: Double = self.sign == .minus && isOdd ? -1 : 1
    if exponent.isInfinite {
      if magnitude == 1 { return 1 }
      return (magnitude > 1) == (exponent > 0) ? .infinity : 0
    }
    if self == 0 || isInfinite { return sign * ((self == 0) == (exponent > 0) ? 0 : .infinity) }
    if self < 0 && exponent.rounded(.down) != exponent { return .nan }
    let size = magnitude
    let bits =
      size.isNormal
      ? size.bitPattern
      : TwoLanes<Double>.scaled((size * 0x1p52).bitPattern, byTwoTo: -52).bitPattern
    return sign * Double.extendedLogarithm(of: bits).times(exponent).farExponential()
  }
}
