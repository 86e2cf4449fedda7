extension Lanes {
  /// The cosine, with the bits of the C library.
  ///
  /// Range: every finite number (radians); an infinite one gives nan. Error: none against glibc
  /// 2.28 and later on x86-64 with FMA, whose sequence of operations this is, for magnitudes below
  /// 105414336; above, the reduction is more exact than glibc's and no difference is known. glibc's
  /// own error is below 0.55 units in the last place.
  func cosine() -> Self {
    let size = magnitude
    var result = self
    let isNear = Self.isLess(size, than: Double.nearLimit)
    if isNear.isAnyTrue {
      let reduced = Reduced(value: self, rest: Self(repeating: 0))
      result = result.replacing(with: reduced.cosine(by: nearestRow()), where: isNear)
    }
    let isMiddle = Mask.and(.!isNear, Self.isLess(size, than: Double.middleLimit))
    if isMiddle.isAnyTrue {
      result = result.replacing(with: fromHalfPi().sine(), where: isMiddle)
    }
    let isFar = .!Self.isLess(size, than: Double.middleLimit)
    if isFar.isAnyTrue {
      let isHuge = .!Self.isLess(size, than: Double.hugeLimit)
      if isHuge.isAnyTrue {
        result = result.replacing(with: map(hugeCosine), where: isHuge)
      }
      let isReduced = Mask.and(isFar, .!isHuge)
      if isReduced.isAnyTrue {
        let turns = quarterTurns()
        let reduced = less(minusTurns: turns.negative)
        result = result.replacing(with: reduced.cosine(quarterTurns: turns.bits), where: isReduced)
      }
    }
    return result
  }

  /// pi/2 - |x|, whose sine is the cosine of x.
  @inline(__always) func fromHalfPi() -> Reduced<Self> {
    let y = halfPiHigh - magnitude
    let a = y + halfPiLow
    return Reduced(value: a, rest: (y - a) + halfPiLow)
  }

  /// n of x = n pi/2 + .., read off the last bits of x * 2/pi + 1.5 * 2^52, and -n as a double.
  @inline(__always) func quarterTurns() -> (bits: Pattern, negative: Self) {
    let shifted = fma(self, 0x1.45f306dc9c883p-1, 0x1.8p52)
    return (shifted.bitPattern, -(shifted - 0x1.8p52))
  }

  /// x - n pi/2, with pi/2 in four parts.
  @inline(__always) func less(minusTurns minusN: Self) -> Reduced<Self> {
    let y = fma(minusN, -0x1.dde973cp-27, fma(minusN, 0x1.921fb58p0, self))
    let y2 = fma(minusN, -0x1.cb3b398p-55, y)
    let db = fma(minusN, -0x1.cb3b398p-55, y - y2)
    let b = fma(minusN, -0x1.d747f23e32ed7p-83, y2)
    return Reduced(value: b, rest: db + fma(minusN, -0x1.d747f23e32ed7p-83, y2 - b))
  }

  /// k of the table's row next to |x|, in the last 7 bits of |x| + 1.5 * 2^45.
  @inline(__always) var rowNumber: Pattern { (magnitude + 0x1.8p45).bitPattern & 127 }

  /// The table's row next to |x|.
  @inline(__always) func nearestRow() -> TableRow<Self> {
    let (sine, sineRest, cosine, cosineRest) = Self.quadruple(
      SineCosineTable.rows, row: rowNumber)
    return TableRow(
      center: (magnitude + 0x1.8p45) - 0x1.8p45, sine: sine, sineRest: sineRest, cosine: cosine,
      cosineRest: cosineRest)
  }
}

extension Double {
  /// Below, the cosine is looked up as it is.
  @inline(__always) static var nearLimit: Double { 0x1.b6p-1 }
  /// Below, it is the sine of pi/2 - |x|.
  @inline(__always) static var middleLimit: Double { 0x1.368fdp+1 }
  /// From here on pi/2 in four parts is not enough, and `HugeAngle` takes over.
  @inline(__always) static var hugeLimit: Double { 105_414_336 }
  /// Below, the sine is a polynomial.
  @inline(__always) static var polynomialLimit: Double { 0x1.020c49ba5e354p-3 }
}

/// An angle of less than 0.86 in magnitude, and the little that its double cannot hold.
struct Reduced<L: Lanes>: Sendable {
  let value, rest: L

  /// cos(n pi/2 + x), of whose n the last two bits count.
  @inline(__always) func cosine(quarterTurns n: L.Pattern) -> L {
    let quadrant = n &+ 1
    let isCosine = L.isNotZero(quadrant & 1)
    var result = value
    if isCosine.isAnyTrue {
      result = result.replacing(with: cosine(by: value.nearestRow()), where: isCosine)
    }
    let isSine = .!isCosine
    if isSine.isAnyTrue { result = result.replacing(with: sine(), where: isSine) }
    return result.flipped(by: (quadrant &<< 62) & Double.signBit)
  }

  /// cos x: u = k/128 is the nearest row, v the distance to it.
  @inline(__always) func cosine(by row: TableRow<L>) -> L {
    let v = (value.magnitude - row.center) + rest.flipped(by: value.signBits)
    let vv = v * v
    let s = fma(v * vv, fma(vv, sine5, sine3), v)
    let c = vv * fma(vv, fma(vv, cosine6, cosine4), 0.5)
    let t = fma(-c, row.cosine, fma(-s, row.sineRest, row.cosineRest))
    return row.cosine + fma(-s, row.sine, t)
  }

  /// sin x: a polynomial near 0, else by the nearest row.
  @inline(__always) func sine() -> L {
    let isSmall = L.isLess(value.magnitude, than: Double.polynomialLimit)
    var result = value
    if isSmall.isAnyTrue { result = result.replacing(with: sineByPolynomial(), where: isSmall) }
    let isLarge = .!isSmall
    if isLarge.isAnyTrue {
      result = result.replacing(with: sine(by: value.nearestRow()), where: isLarge)
    }
    return result
  }

  @inline(__always) func sineByPolynomial() -> L {
    let xx = value * value
    var p = fma(xx, -0x1.addffc2fcdf59p-26, 0x1.71de27b9a7ed9p-19)
    p = fma(xx, p, -0x1.a01a019db08b8p-13)
    p = fma(xx, p, 0x1.1111111110ecep-7)
    p = fma(xx, p, -0x1.5555555555555p-3)
    let t = fma(p, value, -(0.5 * rest))
    return value + fma(xx, t, rest)
  }

  @inline(__always) func sine(by row: TableRow<L>) -> L {
    let rest = rest.flipped(by: value.signBits)
    let v = value.magnitude - row.center
    let vv = v * v
    let s = v + fma(v * vv, fma(vv, sine5, sine3), rest)
    let c = fma(v, rest, vv * fma(vv, fma(vv, cosine6, cosine4), 0.5))
    let t = fma(-c, row.sine, fma(s, row.cosineRest, row.sineRest))
    return (row.sine + fma(s, row.cosine, t)).flipped(by: value.signBits)
  }
}

/// A row of the table: the angle k/128, its sine and its cosine, each with the rest of it.
struct TableRow<L: Lanes>: Sendable {
  let center, sine, sineRest, cosine, cosineRest: L
}

extension TableRow {
  /// The same row in every lane.
  @inline(__always) init(repeating row: TableRow<Double>) {
    self.init(
      center: L(repeating: row.center), sine: L(repeating: row.sine),
      sineRest: L(repeating: row.sineRest), cosine: L(repeating: row.cosine),
      cosineRest: L(repeating: row.cosineRest))
  }
}

extension TableRow<Double> {
  /// The row of a number.
  init(_ number: UInt64) { self = (Double(number) / 128).nearestRow() }
}

/// pi/2 = `halfPiHigh` + `halfPiLow`, to 107 bits.
let halfPiHigh = 0x1.921fb54442d18p0
let halfPiLow = 0x1.1a62633145c07p-54

// The Taylor coefficients of the sine and the cosine, trimmed for |v| <= 1/256.
private let sine3 = -0x1.5555555555515p-3
private let sine5 = 0x1.11110e829872fp-7
private let cosine4 = -0x1.5555555555535p-5
private let cosine6 = 0x1.6c16bedd9e239p-10
