/// What decides how a cosine is computed.
///
/// Along the steps of a monotone argument it stays the same for a run of them, on which the cosine is
/// arithmetic without a branch or a look-up.
struct CosineCase: FunctionCase {
  /// How the argument is brought near 0.
  enum Reduction: Equatable {
    case none
    /// With the sign of the argument: between two of different signs are others.
    case fromHalfPi(isNegative: Bool)
    /// -n of x = n pi/2 + .., and the sign bit of the result.
    case byQuarterTurns(minus: Double, sign: UInt64)
  }

  /// What is computed of the rest.
  enum Kernel: Equatable {
    case cosine(RowCase)
    case sine(RowCase)
    case sineByPolynomial
  }

  /// The table's row next to the rest: nil for any, which are all on one side of 0.
  struct RowCase: Equatable {
    var number: UInt64?
    let isNegative: Bool

    @inline(__always) init(_ rest: Double) {
      number = rest.rowNumber
      isNegative = rest < 0
    }

    /// Any row on the same side of 0.
    @inline(__always) var any: RowCase {
      var result = self
      result.number = nil
      return result
    }
  }

  let reduction: Reduction
  private(set) var kernel: Kernel

  /// Nil for an argument that is too large, infinite or no number.
  @inline(__always) init?(of x: Double) {
    let size = x.magnitude
    if size < Double.nearLimit {
      reduction = .none
      kernel = .cosine(RowCase(x))
    } else if size < Double.middleLimit {
      reduction = .fromHalfPi(isNegative: x < 0)
      kernel = Self.sine(of: x.fromHalfPi().value)
    } else if size < Double.hugeLimit {
      let turns = x.quarterTurns()
      let rest = x.less(minusTurns: turns.negative).value
      let quadrant = turns.bits &+ 1
      reduction = .byQuarterTurns(
        minus: turns.negative, sign: (quadrant &<< 62) & Double.signBit)
      kernel = quadrant & 1 == 1 ? .cosine(RowCase(rest)) : Self.sine(of: rest)
    } else {
      return nil
    }
  }

  var ofAnyRow: CosineCase {
    var result = self
    switch kernel {
    case .cosine(let row): result.kernel = .cosine(row.any)
    case .sine(let row): result.kernel = .sine(row.any)
    case .sineByPolynomial: break
    }
    return result
  }

  @inline(__always) private static func sine(of x: Double) -> Kernel {
    x.magnitude < Double.polynomialLimit ? .sineByPolynomial : .sine(RowCase(x))
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

/// Each argument has its own row.
struct CosineByLookUp: CosineKernel {
  @inline(__always) func value<L: Lanes>(_ x: Reduced<L>) -> L {
    x.cosine(by: x.value.nearestRow())
  }
}

/// Each argument has its own row.
struct SineByLookUp: CosineKernel {
  @inline(__always) func value<L: Lanes>(_ x: Reduced<L>) -> L {
    x.sine(by: x.value.nearestRow())
  }
}

struct SineByPolynomial: CosineKernel {
  @inline(__always) func value<L: Lanes>(_ x: Reduced<L>) -> L { x.sineByPolynomial() }
}

/// The cosine of arguments that all are the same case.
struct CosineRun<Reduction: CosineReduction, Kernel: CosineKernel>: LaneFunction {
  let reduction: Reduction
  let kernel: Kernel
  let sign: UInt64

  @inline(__always) func value<L: Lanes>(at x: L) -> L {
    let value = kernel.value(reduction.reduce(x))
    return L(bitPattern: value.bitPattern ^ sign)
  }
}

/// The cosine of any arguments.
private struct CosineByTable: LaneFunction {
  @inline(__always) func value<L: Lanes>(at x: L) -> L { x.cosine() }
}

/// Writes the cosines of monotone arguments.
func fillCosines(
  _ values: UnsafeMutableBufferPointer<Double>, of arguments: UnsafeBufferPointer<Double>
) {
  // Bounds: a run's indices are the arguments' own, and there are as many values.
  forEachRun(of: arguments) { (run: CosineCase?, indices) in
    guard let run else {
      CosineByTable().fill(values, of: arguments, at: indices)
      return
    }
    func fill(_ reduction: some CosineReduction, sign: UInt64 = 0) {
      func fill(_ kernel: some CosineKernel) {
        CosineRun(reduction: reduction, kernel: kernel, sign: sign)
          .fill(values, of: arguments, at: indices)
      }
      switch run.kernel {
      case .cosine(let row):
        if let number = row.number {
          fill(CosineByRow(row: TableRow(number)))
        } else {
          fill(CosineByLookUp())
        }
      case .sine(let row):
        if let number = row.number {
          fill(SineByRow(row: TableRow(number)))
        } else {
          fill(SineByLookUp())
        }
      case .sineByPolynomial: fill(SineByPolynomial())
      }
    }
    switch run.reduction {
    case .none: fill(NoReduction())
    case .fromHalfPi: fill(HalfPiReduction())
    case .byQuarterTurns(let minus, let sign):
      fill(QuarterTurnReduction(minusTurns: minus), sign: sign)
    }
  }
}
