import TestSupport

/// Doubles of a kind that number text has to get right.
enum DoubleKind: String, CaseIterable {
  case anyBits, subnormals, besidePowersOfTwo, besidePowersOfTen, wholeNumbers, fractionsOfFewBits
  case beyondWholeNumbers, shortDecimals, fewDigitsAnywhere, rates

  /// One of them, any sign.
  func next(_ random: inout SplitMix64) -> Double {
    let sign = random.next() & 1 << 63
    return Double(bitPattern: magnitude(&random).bitPattern | sign)
  }

  private func magnitude(_ random: inout SplitMix64) -> Double {
    switch self {
    case .anyBits: Double(bitPattern: random.next()).magnitude
    case .subnormals:
      Double(bitPattern: random.next() >> UInt64.random(in: 12...63, using: &random))
    case .besidePowersOfTwo:
      beside(Double(bitPattern: UInt64.random(in: 0...2046, using: &random) << 52), &random)
    case .besidePowersOfTen: beside(power(ofTen: -323...308, &random), &random)
    case .wholeNumbers: Double(random.next() >> UInt64.random(in: 11...63, using: &random))
    case .fractionsOfFewBits:
      Double(random.next() >> 11) / Double(1 << Int.random(in: 0...10, using: &random))
    case .beyondWholeNumbers:
      Double(random.next()) * Double(1 << Int.random(in: 0...20, using: &random))
    case .shortDecimals:
      Double(Int.random(in: 0...999_999_999, using: &random))
        / Double(Self.powers[Int.random(in: 0...12, using: &random)])
    case .fewDigitsAnywhere:
      Double(Int.random(in: 1...999_999, using: &random)) * power(ofTen: -300...300, &random)
    case .rates:
      Self.peaks[Int.random(in: 0..<Self.peaks.count, using: &random)]
        * (Double(Int.random(in: 0...1_000_000, using: &random)) / 1_000_000)
    }
  }

  private static let peaks = [1.0, 0.1, 0.01, 0.001, 1e-4, 3e-4, 1e-5, 5e-5, 0.85, 0.99, 1e-7]

  private static let powers = (0...12).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private func power(ofTen exponents: ClosedRange<Int>, _ random: inout SplitMix64) -> Double {
    let exponent = Int.random(in: exponents, using: &random)
    return Double("1e\(exponent)") ?? .nan
  }

  /// A double at most three away.
  private func beside(_ value: Double, _ random: inout SplitMix64) -> Double {
    let bits = Int(value.bitPattern) + Int.random(in: -3...3, using: &random)
    return Double(bitPattern: UInt64(max(0, bits)))
  }
}
