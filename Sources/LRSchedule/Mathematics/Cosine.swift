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
    let isNear = Self.isLess(size, than: 0x1.b6p-1)
    if isNear.isAnyTrue {
      result = result.replacing(with: tableCosine(rest: Self(repeating: 0)), where: isNear)
    }
    let isMiddle = Mask.and(.!isNear, Self.isLess(size, than: 0x1.368fdp+1))
    if isMiddle.isAnyTrue {
      // cos x = sin(pi/2 - |x|)
      let y = halfPiHigh - size
      let a = y + halfPiLow
      result = result.replacing(with: a.tableSine(rest: (y - a) + halfPiLow), where: isMiddle)
    }
    let isFar = .!Self.isLess(size, than: 0x1.368fdp+1)
    if isFar.isAnyTrue {
      let isHuge = .!Self.isLess(size, than: Self.hugeLimit)
      if isHuge.isAnyTrue {
        result = result.replacing(with: map(hugeCosine), where: isHuge)
      }
      let isReduced = Mask.and(isFar, .!isHuge)
      if isReduced.isAnyTrue {
        result = result.replacing(with: reducedCosine(), where: isReduced)
      }
    }
    return result
  }

  /// From here on pi/2 in four parts is not enough, and `HugeAngle` takes over.
  @inline(__always) static var hugeLimit: Double { 105_414_336 }

  /// x = n pi/2 + b + db, n read off the last bits of x * 2/pi + 1.5 * 2^52.
  @inline(__always) private func reducedCosine() -> Self {
    let shifted = fma(self, 0x1.45f306dc9c883p-1, 0x1.8p52)
    let minusN = -(shifted - 0x1.8p52)
    let y = fma(minusN, -0x1.dde973cp-27, fma(minusN, 0x1.921fb58p0, self))
    let y2 = fma(minusN, -0x1.cb3b398p-55, y)
    let db = fma(minusN, -0x1.cb3b398p-55, y - y2)
    let b = fma(minusN, -0x1.d747f23e32ed7p-83, y2)
    let rest = db + fma(minusN, -0x1.d747f23e32ed7p-83, y2 - b)
    return b.cosine(rest: rest, quarterTurns: shifted.bitPattern)
  }

  /// cos(n pi/2 + x + rest), of whose n the last two bits count.
  @inline(__always) func cosine(rest: Self, quarterTurns n: Pattern) -> Self {
    let quadrant = n &+ 1
    let isCosine = Self.isNotZero(quadrant & 1)
    var result = self
    if isCosine.isAnyTrue {
      result = result.replacing(with: tableCosine(rest: rest), where: isCosine)
    }
    let isSine = .!isCosine
    if isSine.isAnyTrue {
      result = result.replacing(with: tableSine(rest: rest), where: isSine)
    }
    return result.flipped(by: (quadrant &<< 62) & Self.signBit)
  }

  /// cos(x + rest) for |x| below 0.86: u = k/128 is the nearest row, v the distance to it.
  @inline(__always) private func tableCosine(rest: Self) -> Self {
    let row = nearestRow()
    let v = row.distance + rest.flipped(by: signBits)
    let vv = v * v
    let s = fma(v * vv, fma(vv, sine5, sine3), v)
    let c = vv * fma(vv, fma(vv, cosine6, cosine4), 0.5)
    let t = fma(-c, row.cosine, fma(-s, row.sineRest, row.cosineRest))
    return row.cosine + fma(-s, row.sine, t)
  }

  /// sin(x + rest) for |x| below 0.86: a polynomial near 0, else by the nearest row.
  @inline(__always) private func tableSine(rest: Self) -> Self {
    let isSmall = Self.isLess(magnitude, than: 0x1.020c49ba5e354p-3)
    var result = self
    if isSmall.isAnyTrue {
      result = result.replacing(with: polynomialSine(rest: rest), where: isSmall)
    }
    let isLarge = .!isSmall
    if isLarge.isAnyTrue {
      result = result.replacing(with: rowSine(rest: rest), where: isLarge)
    }
    return result
  }

  @inline(__always) private func polynomialSine(rest: Self) -> Self {
    let xx = self * self
    var p = fma(xx, -0x1.addffc2fcdf59p-26, 0x1.71de27b9a7ed9p-19)
    p = fma(xx, p, -0x1.a01a019db08b8p-13)
    p = fma(xx, p, 0x1.1111111110ecep-7)
    p = fma(xx, p, -0x1.5555555555555p-3)
    let t = fma(p, self, -(0.5 * rest))
    return self + fma(xx, t, rest)
  }

  @inline(__always) private func rowSine(rest: Self) -> Self {
    let row = nearestRow()
    let rest = rest.flipped(by: signBits)
    let v = row.distance
    let vv = v * v
    let s = v + fma(v * vv, fma(vv, sine5, sine3), rest)
    let c = fma(v, rest, vv * fma(vv, fma(vv, cosine6, cosine4), 0.5))
    let t = fma(-c, row.sine, fma(s, row.cosineRest, row.sineRest))
    return (row.sine + fma(s, row.cosine, t)).flipped(by: signBits)
  }

  /// The table's row next to |x| and the distance to it: |x| + 1.5 * 2^45 has k in its last bits.
  @inline(__always) private func nearestRow() -> TableRow<Self> {
    let shifted = magnitude + 0x1.8p45
    let index = (shifted.bitPattern & 127) &<< 2
    return TableRow(
      distance: magnitude - (shifted - 0x1.8p45),
      sine: Self(SineCosineTable.rows, at: index),
      sineRest: Self(SineCosineTable.rows, at: index | 1),
      cosine: Self(SineCosineTable.rows, at: index | 2),
      cosineRest: Self(SineCosineTable.rows, at: index | 3))
  }
}

private struct TableRow<L: Lanes> {
  let distance, sine, sineRest, cosine, cosineRest: L
}

/// pi/2 = `halfPiHigh` + `halfPiLow`, to 107 bits.
let halfPiHigh = 0x1.921fb54442d18p0
let halfPiLow = 0x1.1a62633145c07p-54

// The Taylor coefficients of the sine and the cosine, trimmed for |v| <= 1/256.
private let sine3 = -0x1.5555555555515p-3
private let sine5 = 0x1.11110e829872fp-7
private let cosine4 = -0x1.5555555555535p-5
private let cosine6 = 0x1.6c16bedd9e239p-10
