import LRSchedule

/// The binary logarithm of a finite number above 0, a subnormal one too, to within about 10^-15 of itself
/// and 1.
///
/// The system's own differs in the last bit from one processor to the next; a picture does not.
func binaryLogarithm(_ value: Double) -> Double {
  let logarithmOfTwo = 0.693_147_180_559_945_3
  return Double(value.exponent) + naturalLogarithm(value.significand) / logarithmOfTwo
}
