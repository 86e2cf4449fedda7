/// 10 to the power of an integer, correctly rounded; 0 or infinite beyond the doubles.
func powerOfTen(_ exponent: Int) -> Double {
  Double("1e\(exponent)") ?? .nan
}

/// The largest integer `e` with `10^e <= value`, for a finite value above 0, a subnormal one too.
func decimalExponent(of value: Double) -> Int {
  // log10(2) is a little more than 0.30103; the guess is at most one too small.
  var exponent = Int((Double(value.exponent) * 0.301_029_995_663_98).rounded(.down))
  while powerOfTen(exponent + 1) <= value { exponent += 1 }
  while powerOfTen(exponent) > value { exponent -= 1 }
  return exponent
}

/// `value / 10^exponent`, also where `10^exponent` or its inverse is no double.
func scaled(_ value: Double, downBy exponent: Int) -> Double {
  switch exponent {
  case ..<(-300): value * 1e300 * powerOfTen(-300 - exponent)
  case ..<0: value * powerOfTen(-exponent)
  default: value / powerOfTen(exponent)
  }
}
