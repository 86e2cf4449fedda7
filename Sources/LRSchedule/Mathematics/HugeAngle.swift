/// The cosine of an angle of at least `hugeLimit` radians.
///
/// One at a time: cycles that go on for 10^8 half turns are rare enough not to be fast. A smaller angle,
/// another lane of a vector say, and an infinite one give nan.
func hugeCosine(_ x: Double) -> Double {
  guard x.isFinite, x.magnitude >= Double.hugeLimit else { return .nan }
  let angle = HugeAngle(x)
  return Reduced(value: angle.high, rest: angle.low).cosine(quarterTurns: angle.quarterTurns)
}

/// |x| = n pi/2 + high + low, by the method of Payne and Hanek (1983): only those 256 bits of 2/pi
/// that decide the last two bits of n and the fraction are multiplied.
private struct HugeAngle {
  /// n modulo 4.
  let quarterTurns: UInt64
  /// What is left, at most pi/4 in magnitude, to more than 100 bits.
  let high, low: Double

  /// Range: finite x of at least 2^26 in magnitude.
  init(_ x: Double) {
    // |x| = mantissa * 2^exponent
    let mantissa = x.significandBitPattern | (1 << 52)
    let exponent = Int(x.exponent) - 52
    // Bits of 2/pi before this one make multiples of 4; 64 zeros stand before its first.
    let product = HugeAngle.window(from: exponent - 2 + 64).multiplied(by: mantissa)

    // The product counts in 2^-254: two bits of n, then the fraction. It is rounded to the nearest
    // n, so that the fraction becomes a signed one.
    let fraction = product.shiftedLeft(by: 2)
    let isNegative = fraction.words[0] >> 63 == 1
    quarterTurns = ((product.words[0] >> 62) + (isNegative ? 1 : 0)) & 3
    let size = isNegative ? fraction.negated : fraction

    let zeros = size.leadingZeroBitCount
    let digits = size.shiftedLeft(by: zeros)
    let scale =
      (isNegative ? -1.0 : 1.0) * Double(sign: .plus, exponent: -zeros - 53, significand: 1)
    let first = Double(digits.words[0] >> 11) * scale
    let second = Double((digits.words[0] & 0x7ff) << 42 | digits.words[1] >> 22) * scale * 0x1p-53

    let product0 = first * halfPiHigh
    let rest =
      (-product0).addingProduct(first, halfPiHigh)
      + (first * halfPiLow + second * halfPiHigh)
    high = product0 + rest
    low = (product0 - high) + rest
  }

  /// The 256 bits of 2/pi from a bit on.
  private static func window(from bit: Int) -> Wide {
    let word = bit / 64
    return Wide(words: SIMD4((0..<4).map { twoOverPi[word + $0] }))
      .shiftedLeft(by: bit % 64, filling: twoOverPi[word + 4])
  }

  /// 2/pi after the binary point, most significant word first, behind one word of zeros.
  private static let twoOverPi: [UInt64] = [
    0,
    0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0,
    0xdb62_9599_3c43_9041, 0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c,
    0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41, 0x3991_d639_8353_39f4,
    0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7,
    0x4f46_3f66_9e5f_ea2d, 0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08,
    0x5603_3046_fc7b_6bab, 0xf0cf_bc20_9af4_361d,
  ]
}

/// An unsigned integer of 256 bits, modulo 2^256, most significant word first.
private struct Wide {
  var words: SIMD4<UInt64>

  func multiplied(by factor: UInt64) -> Wide {
    var result = SIMD4<UInt64>()
    var carry: UInt64 = 0
    for i in [3, 2, 1, 0] {
      let product = words[i].multipliedFullWidth(by: factor)
      let (sum, overflow) = product.low.addingReportingOverflow(carry)
      result[i] = sum
      carry = product.high + (overflow ? 1 : 0)
    }
    return Wide(words: result)
  }

  /// Shifts by any count below 256; the bits of `next` follow the last word.
  func shiftedLeft(by count: Int, filling next: UInt64 = 0) -> Wide {
    let (whole, bits) = count.quotientAndRemainder(dividingBy: 64)
    func word(_ i: Int) -> UInt64 { i < 4 ? words[i] : (i == 4 ? next : 0) }
    var result = SIMD4<UInt64>()
    for i in 0..<4 {
      result[i] = word(i + whole) << bits | (bits == 0 ? 0 : word(i + whole + 1) >> (64 - bits))
    }
    return Wide(words: result)
  }

  var negated: Wide {
    var result = SIMD4<UInt64>()
    var carry = true
    for i in [3, 2, 1, 0] {
      let (sum, overflow) = (~words[i]).addingReportingOverflow(carry ? 1 : 0)
      result[i] = sum
      carry = overflow
    }
    return Wide(words: result)
  }

  var leadingZeroBitCount: Int {
    guard let first = (0..<4).first(where: { words[$0] != 0 }) else { return 256 }
    return first * 64 + words[first].leadingZeroBitCount
  }
}
