/// The binary logarithm of a finite number above 0, to within about 10^-15 of itself and 1.
///
/// `exponent + 2 * artanh((m - 1) / (m + 1)) / ln 2` for `m * 2^exponent`, m next to 1. The
/// system's own differs in the last bit from one processor to the next; a picture does not.
func binaryLogarithm(_ value: Double) -> Double {
  var (exponent, mantissa) = (Double(value.exponent), value.significand)
  if mantissa > 1.414_213_562_373_095 {
    mantissa /= 2
    exponent += 1
  }
  let ratio = (mantissa - 1) / (mantissa + 1)
  let square = ratio * ratio
  // The ratio is at most 0.172: its 23rd power is below 10^-17.
  var sum = 0.0
  for power in stride(from: 21, through: 1, by: -2) { sum = sum * square + 1 / Double(power) }
  let logarithmOfTwo = 0.693_147_180_559_945_3
  return exponent + 2 * ratio * sum / logarithmOfTwo
}
