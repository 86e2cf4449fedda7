/// What decides how a cosine is computed.
///
/// Along the steps of a monotone argument it stays the same for a run of them, on which the cosine is
/// arithmetic without a branch or a look-up.
struct CosineCase: Equatable {
  /// How the argument is brought near 0.
  enum Reduction: Equatable {
    case none
    /// With the sign of the argument: between two of different signs are others.
    case fromHalfPi(isNegative: Bool)
    /// -n of x = n pi/2 + .., and the sign bit of the result.
    case byQuarterTurns(minus: Double, sign: UInt64)
  }

  /// What is computed of the rest, and the table's row, which is negative where the rest is.
  enum Kernel: Equatable {
    case cosine(row: Int)
    case sine(row: Int)
    case sineByPolynomial
  }

  let reduction: Reduction
  let kernel: Kernel

  /// Nil for an argument that is too large, infinite or no number.
  @inline(__always) init?(of x: Double) {
    let size = x.magnitude
    if size < Double.nearLimit {
      reduction = .none
      kernel = .cosine(row: x.signedRow)
    } else if size < Double.middleLimit {
      reduction = .fromHalfPi(isNegative: x < 0)
      kernel = Self.sine(of: x.fromHalfPi().value)
    } else if size < Double.hugeLimit {
      let turns = x.quarterTurns()
      let rest = x.less(minusTurns: turns.negative).value
      let quadrant = turns.bits &+ 1
      reduction = .byQuarterTurns(
        minus: turns.negative, sign: (quadrant &<< 62) & Double.signBit)
      kernel = quadrant & 1 == 1 ? .cosine(row: rest.signedRow) : Self.sine(of: rest)
    } else {
      return nil
    }
  }

  @inline(__always) private static func sine(of x: Double) -> Kernel {
    x.magnitude < Double.polynomialLimit ? .sineByPolynomial : .sine(row: x.signedRow)
  }
}

extension Double {
  @inline(__always) fileprivate var signedRow: Int {
    self < 0 ? -Int(rowNumber) : Int(rowNumber)
  }
}

/// How an argument is brought near 0.
protocol CosineReduction: Sendable {
  func reduce<L: Lanes>(_ x: L) -> Reduced<L>
}

/// An argument that is near 0 already.
struct NoReduction: CosineReduction {
  @inline(__always) func reduce<L: Lanes>(_ x: L) -> Reduced<L> {
    Reduced(value: x, rest: L(repeating: 0))
  }
}

/// cos x = sin(pi/2 - |x|).
struct HalfPiReduction: CosineReduction {
  @inline(__always) func reduce<L: Lanes>(_ x: L) -> Reduced<L> { x.fromHalfPi() }
}

/// The rest of x to n quarter turns, with one n for all.
struct QuarterTurnReduction: CosineReduction {
  let minusTurns: Double

  @inline(__always) func reduce<L: Lanes>(_ x: L) -> Reduced<L> {
    x.less(minusTurns: L(repeating: minusTurns))
  }
}

/// How what is left of an argument becomes a sine or a cosine.
protocol CosineKernel: Sendable {
  func value<L: Lanes>(_ x: Reduced<L>) -> L
}

struct CosineByRow: CosineKernel {
  let row: TableRow<Double>

  @inline(__always) func value<L: Lanes>(_ x: Reduced<L>) -> L {
    x.cosine(by: TableRow(repeating: row))
  }
}

struct SineByRow: CosineKernel {
  let row: TableRow<Double>

  @inline(__always) func value<L: Lanes>(_ x: Reduced<L>) -> L {
    x.sine(by: TableRow(repeating: row))
  }
}

struct SineByPolynomial: CosineKernel {
  @inline(__always) func value<L: Lanes>(_ x: Reduced<L>) -> L { x.sineByPolynomial() }
}

/// The cosine of arguments that all are the same case.
struct CosineRun<Reduction: CosineReduction, Kernel: CosineKernel>: ElementaryFunctions {
  let reduction: Reduction
  let kernel: Kernel
  let sign: UInt64

  @inline(__always) func cosine<L: Lanes>(of x: L) -> L {
    let value = kernel.value(reduction.reduce(x))
    return L(bitPattern: value.bitPattern ^ sign)
  }
}
