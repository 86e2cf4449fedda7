import CProcessor

/// A constant that many lanes are divided by.
///
/// The quotient is that of the division, to the bit, by one product and three fused operations, which take
/// half the time of a division or less. With z = RN(1 / d) and z' = RN(1 / d - z):
///
///     q = RN(a z + RN(a z'))    r = a - q d    a / d = RN(q + r z)
///
/// z + z' is 1 / d to within 2^-106 of itself, so that q rounds (a / d) (1 + e) with |e| < 2^-104, and is
/// one of the two doubles around a / d. Then r is a double, without rounding, and the last line rounds as the
/// division does: Markstein's theorem, which asks for z rounded to nearest (P. Markstein, "Computation of
/// Elementary Functions on the IBM RISC System/6000 Processor", 1990, theorem 8.2; Brisebarre, Muller and
/// Raina, "Accelerating Correctly Rounded Floating-Point Division When the Divisor Is Known in Advance",
/// 2004). None of it may overflow or underflow: only ordinary numbers go this way.
struct Divisor: Sendable {
  /// The divisor.
  let value: Double
  /// Whether the dividends and the divisor are such that the fused operations give the quotient.
  let isOrdinary: Bool
  /// 1 / d rounded, and the rest of it.
  private let reciprocal, rest: Double

  /// Between these no quotient of what a formula makes of two of them and a step leaves 2^-700...2^700.
  private static let ordinary = 0x1p-300...0x1p300

  /// Prepares the division of steps, or of what a formula makes of them.
  ///
  /// - Parameters:
  ///   - value: The divisor; 0 and what is no number as well.
  ///   - constants: The numbers that the dividends are made of besides steps and pi, by additions and one
  ///     product.
  ///   - neverZero: Whether no dividend is 0, of which a negative divisor makes -0 by division alone.
  init(_ value: Double, dividendsOf constants: Double..., neverZero: Bool = false) {
    self.value = value
    reciprocal = 1 / value
    rest = (1.0).addingProduct(-reciprocal, value) / value
    isOrdinary =
      (value > 0 || neverZero) && Self.ordinary.contains(value.magnitude)
      && constants.allSatisfy { $0 == 0 || Self.ordinary.contains($0.magnitude) }
  }

  /// a / d, of an ordinary divisor.
  @inline(__always) func fusedQuotient<L: Lanes>(of a: L) -> L {
    let q = fma(a, reciprocal, rest * a)
    let residue = fma(-q, value, a)
    return fma(residue, reciprocal, q)
  }

  /// Whether the processor has fused operations; without, they are slower than a division.
  @inline(__always) static var processorFuses: Bool { LRSCHED_HAS_FMA != 0 }
}

extension Divisor: Equatable {
  /// Whether dividing by both is the same.
  static func == (lhs: Divisor, rhs: Divisor) -> Bool {
    lhs.value.bitPattern == rhs.value.bitPattern && lhs.isOrdinary == rhs.isOrdinary
  }
}

extension Lanes {
  /// The quotient; of one lane, which has nothing to gain, by the division.
  @inline(__always) static func / (dividend: Self, divisor: Divisor) -> Self {
    scalarCount > 1 && Divisor.processorFuses && divisor.isOrdinary
      ? divisor.fusedQuotient(of: dividend) : dividend / divisor.value
  }
}
