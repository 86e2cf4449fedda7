/// What decides how a cosine is computed.
///
/// Along the steps of a monotone argument it stays the same for a run of them, on which the cosine is
/// arithmetic without a branch or a look-up.
struct CosineCase: Equatable {
  enum Reduction { case none, fromHalfPi, byQuarterTurns }
  enum Kernel { case cosineByRow, sineByRow, sineByPolynomial }

  let reduction: Reduction
  let kernel: Kernel
  /// The number of the table's row, negative where the reduced angle is; 0 for the polynomial.
  let row: Int
  /// n of x = n pi/2 + .., as a negative double; 0 for the other reductions.
  let minusQuarterTurns: Double
  /// The sign bit of the result, where quarter turns turn it over.
  let sign: UInt64

  /// Nil for an argument that is too large, infinite or no number.
  @inline(__always) init?(of x: Double) {
    let size = x.magnitude
    if size < Double.nearLimit {
      self.init(.none, .cosineByRow, x)
    } else if size < Double.middleLimit {
      self.init(.fromHalfPi, sineOf: x.fromHalfPi().value)
    } else if size < Double.hugeLimit {
      let turns = x.quarterTurns()
      let rest = x.less(minusTurns: turns.negative)
      let quadrant = turns.bits &+ 1
      let sign = (quadrant &<< 62) & Double.signBit
      if quadrant & 1 == 1 {
        self.init(.byQuarterTurns, .cosineByRow, rest.value, turns.negative, sign)
      } else {
        self.init(.byQuarterTurns, sineOf: rest.value, turns.negative, sign)
      }
    } else {
      return nil
    }
  }

  @inline(__always) private init(
    _ reduction: Reduction, sineOf x: Double, _ turns: Double = 0, _ sign: UInt64 = 0
  ) {
    let isSmall = x.magnitude < Double.polynomialLimit
    self.init(reduction, isSmall ? .sineByPolynomial : .sineByRow, isSmall ? 0 : x, turns, sign)
  }

  @inline(__always) private init(
    _ reduction: Reduction, _ kernel: Kernel, _ x: Double, _ turns: Double = 0, _ sign: UInt64 = 0
  ) {
    self.reduction = reduction
    self.kernel = kernel
    row = x < 0 ? -Int(x.rowNumber) : Int(x.rowNumber)
    minusQuarterTurns = turns
    self.sign = sign
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

  /// A formula calls one function; this one is for the other kind of run.
  @inline(__always) func logarithm<L: Lanes>(of x: L) -> L { x.logarithm() }
}
