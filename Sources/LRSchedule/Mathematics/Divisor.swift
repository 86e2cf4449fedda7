import CProcessor

/// A constant that many lanes are divided by.
///
/// The quotient is that of the division, to the bit, by one product and three fused operations, which take
/// half the time of a division or less: Markstein's theorem (Muller et al., Handbook of Floating-Point
/// Arithmetic, 2nd ed., 4.7; Brisebarre, Muller and Raina, "Accelerating Correctly Rounded
/// Floating-Point Division When the Divisor Is Known in Advance", 2004). With z the reciprocal rounded
/// and z' the rest of it, q = RN(a z + RN(a z')) is one of the two doubles around a / d; the residue
/// r = a - q d then is exact, and RN(q + r z) is a / d rounded. Nothing may overflow or underflow on the way,
/// and so only divisors and dividends of ordinary size go this way; all others are divided.
struct Divisor: Sendable, Equatable {
  /// The divisor.
  let value: Double

  /// 1 / d rounded, and the rest of it.
  private let reciprocal, rest: Double
  private let isQuick: Bool

  /// Prepares the division of steps, or of what a formula makes of them.
  ///
  /// - Parameters:
  ///   - value: The divisor; 0 and what is no number as well.
  ///   - constants: The numbers that dividends are made of besides steps, by no more than one addition, one
  ///     remainder and one product. A dividend of 0 is +0.
  ///   - neverZero: Whether no dividend is 0, of which a negative divisor makes -0 by division alone.
  init(_ value: Double, dividendsOf constants: Double..., neverZero: Bool = false) {
    self.value = value
    reciprocal = 1 / value
    rest = (1.0).addingProduct(-reciprocal, value) / value
    let ordinary = 0x1p-300...0x1p300
    isQuick =
      LRSCHED_HAS_FMA != 0 && (value > 0 || neverZero) && ordinary.contains(value.magnitude)
      && constants.allSatisfy { $0 == 0 || ordinary.contains($0.magnitude) }
  }

  /// a / d.
  @inline(__always) fileprivate func quotient<L: Lanes>(of a: L) -> L {
    guard L.scalarCount > 1, isQuick else { return a / value }
    let q = fma(a, reciprocal, rest * a)
    let residue = fma(-q, value, a)
    return fma(residue, reciprocal, q)
  }
}

extension Lanes {
  @inline(__always) static func / (dividend: Self, divisor: Divisor) -> Self {
    divisor.quotient(of: dividend)
  }
}
