/// What decides how a logarithm is computed.
///
/// Along the steps of a monotone argument it stays the same for a run of them.
enum LogarithmCase: FunctionCase {
  /// A polynomial.
  case nearOne
  /// The exponent and the row of the table: the bits above the last 45, less those of 0.6875.
  case row(UInt64)
  /// Any row and exponent on one side of the arguments next to 1.
  case anyRow(isBelow: Bool)

  /// Nil for what is no normal positive number, or so large or small that 2^-k is none.
  @inline(__always) init?(of x: Double) {
    guard x > 0x1p-1000, x < 0x1p1000 else { return nil }
    self =
      Double.nearOne.contains(x) ? .nearOne : .row((x.bitPattern &- Double.logarithmOffset) &>> 45)
  }
}

extension LogarithmCase {
  var ofAnyRow: LogarithmCase {
    switch self {
    case .row(let bits): .anyRow(isBelow: Int64(bitPattern: bits &<< 45) < Self.rowOfOne)
    case .nearOne, .anyRow: self
    }
  }

  /// The bits of 1, less those of 0.6875.
  private static var rowOfOne: Int64 {
    Int64(bitPattern: (1.0).bitPattern &- Double.logarithmOffset)
  }
}

/// The logarithm of arguments that all have one exponent and row.
struct LogarithmRun: LaneFunction {
  private let row: LogarithmRow<Double>
  /// 2^-k / c.
  private let scaledInverse: Double

  /// Makes it from the bits that a case holds.
  init(row bits: UInt64) {
    row = LogarithmRow(offset: bits &<< 45)
    scaledInverse = row.inverse * Double(sign: .plus, exponent: -Int(row.exponent), significand: 1)
  }

  /// x 2^-k is exact, so that 2^-k may as well stand with 1 / c.
  @inline(__always) func value<L: Lanes>(at x: L) -> L {
    L.logarithm(of: LogarithmRow(repeating: row), times1Plus: fma(x, scaledInverse, -1))
  }
}

/// The logarithm of arguments next to 1.
struct LogarithmNearOne: LaneFunction {
  @inline(__always) func value<L: Lanes>(at x: L) -> L { x.logarithmNearOne() }
}

/// The logarithm of arguments that are not next to 1.
private struct LogarithmByLookUp: LaneFunction {
  @inline(__always) func value<L: Lanes>(at x: L) -> L { x.logarithmByTable() }
}

/// The logarithm of any arguments.
private struct LogarithmByTable: LaneFunction {
  @inline(__always) func value<L: Lanes>(at x: L) -> L { x.logarithm() }
}

/// Writes the logarithms of monotone arguments.
func fillLogarithms(
  _ values: UnsafeMutableBufferPointer<Double>, of arguments: UnsafeBufferPointer<Double>
) {
  // Bounds: a run's indices are the arguments' own, and there are as many values.
  forEachRun(of: arguments) { (run: LogarithmCase?, indices) in
    switch run {
    case nil: LogarithmByTable().fill(values, of: arguments, at: indices)
    case .nearOne: LogarithmNearOne().fill(values, of: arguments, at: indices)
    case .anyRow: LogarithmByLookUp().fill(values, of: arguments, at: indices)
    case .row(let bits): LogarithmRun(row: bits).fill(values, of: arguments, at: indices)
    }
  }
}
