/// The natural logarithm of a normal, positive, finite number, with the bits of the C library.
package func naturalLogarithm(_ number: Double) -> Double { number.logarithm() }

extension Lanes {
  /// The natural logarithm, with the bits of the C library.
  ///
  /// Range: normal, positive, finite numbers; 1 gives +0. Error: none against glibc 2.29 and later
  /// on x86-64 with FMA, whose sequence of operations this is (ARM's optimized-routines). glibc's
  /// own error is below 0.52 units in the last place.
  func logarithm() -> Self {
    let general = logarithmByTable()
    let isNearOne = Mask.and(
      Self.isLessOrEqual(Self(repeating: Double.nearOne.lowerBound) - self, to: 0),
      Self.isLess(self, than: Double.nearOne.upperBound))
    guard isNearOne.isAnyTrue else { return general }
    return general.replacing(with: logarithmNearOne(), where: isNearOne)
  }

  /// x = 2^k z with z in [0.6875, 1.375), z = c (1 + r): log x = k ln 2 + log c + log(1 + r).
  @inline(__always) func logarithmByTable() -> Self {
    let offset = bitPattern &- Double.logarithmOffset
    let row = LogarithmRow<Self>(offset: offset)
    let z = Self(bitPattern: bitPattern &- (offset & 0xfff0_0000_0000_0000))
    return Self.logarithm(of: row, times1Plus: fma(z, row.inverse, -1))
  }

  /// log(2^k c (1 + r)).
  @inline(__always) static func logarithm(of row: LogarithmRow<Self>, times1Plus r: Self) -> Self {
    let k = row.exponent
    let w = fma(k, Self.ln2High, row.logarithm)
    let high = w + r
    let r2 = r * r
    let r3 = r * r2
    let low = fma(r2, -0x1.0000000000001p-1, fma(k, Self.ln2Low, (w - high) + r))
    let q = fma(
      fma(r, -0x1.55575e506c89fp-3, 0x1.999b324f10111p-3), r2,
      fma(r, -0x1.fffffffeb4590p-3, 0x1.555555551305bp-2))
    return fma(r3, q, low) + high
  }

  /// 0.9375 <= x < 1 + 0x1.09p-4: a polynomial in r = x - 1, its square term in two halves.
  @inline(__always) func logarithmNearOne() -> Self {
    let r = self - 1
    let r2 = r * r
    let r3 = r * r2
    let a = fma(r2, 0x1.999999995dd0cp-3, fma(r, -0x1.ffffffffffdcbp-3, 0x1.5555555555577p-2))
    let b = fma(r2, -0x1.fffffa4423d65p-4, fma(r, 0x1.24924a344de30p-3, -0x1.55555556745a7p-3))
    let c = fma(
      r3, -0x1.5521375d145cdp-4,
      fma(r2, 0x1.78182f7afd085p-4, fma(r, -0x1.999eb43b068ffp-4, 0x1.c7184282ad6cap-4)))
    let p = fma(fma(c, r3, b), r3, a)

    let t = fma(r, 0x1p27, r)
    let rHigh = fma(Self(repeating: -0x1p27), r, t)
    let rLow = r - rHigh
    let square = rHigh * rHigh
    let high = fma(square, -0.5, r)
    let low = fma(-0.5 * rLow, r + rHigh, fma(square, -0.5, r - high))
    return high + fma(p, r3, low)
  }

  @inline(__always) private static var ln2High: Double { 0x1.62e42fefa3800p-1 }
  @inline(__always) private static var ln2Low: Double { 0x1.ef35793c76730p-45 }
}

extension Double {
  /// Here the logarithm is a polynomial.
  @inline(__always) static var nearOne: Range<Double> { 0.9375..<0x1.109p0 }

  /// The bits of 0.6875, from which exponents and rows of the table are counted.
  @inline(__always) static var logarithmOffset: UInt64 { 0x3fe6_0000_0000_0000 }
}

/// What the table and the exponent say of x = 2^k c (1 + r).
struct LogarithmRow<L: Lanes>: Sendable {
  /// 1 / c.
  let inverse: L
  /// log c.
  let logarithm: L
  /// k.
  let exponent: L

  /// Looks up the row of a number's bits less `logarithmOffset`.
  @inline(__always) init(offset: L.Pattern) {
    (inverse, logarithm) = L.pair(LogarithmTable.rows, row: (offset &>> 45) & 127)
    exponent = Self.exponent(offset: offset)
  }

  /// The signed exponent above bit 52: k + 2048 is written into the last bits of 2^52, and both are
  /// taken away again.
  @inline(__always) static func exponent(offset: L.Pattern) -> L {
    let biased = (offset ^ Double.signBit) &>> 52
    return L(bitPattern: biased | 0x4330_0000_0000_0000) - (0x1p52 + 2048)
  }

  /// The same row in every lane.
  @inline(__always) init(repeating row: LogarithmRow<Double>) {
    inverse = L(repeating: row.inverse)
    logarithm = L(repeating: row.logarithm)
    exponent = L(repeating: row.exponent)
  }
}
