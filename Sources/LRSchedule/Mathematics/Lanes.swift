/// One double, or several side by side: what a formula is written over.
///
/// A formula is one text, generic over its lanes. `Double` is one lane and the reference; `SIMD4`
/// does the same operations in the same order four at a time, so both have the same bits. Nothing
/// here contracts `a * b + c`: a fused operation is written as one, `fma(a, b, c)`.
protocol Lanes: Sendable {
  /// One Boolean a lane.
  associatedtype Mask: LaneMask
  /// One unsigned 64-bit integer a lane.
  associatedtype Pattern: LanePattern

  /// The number of lanes.
  static var scalarCount: Int { get }
  // Bounds: whoever calls these two has scalarCount doubles at the address.
  /// Reads lanes that stand one after the other.
  init(at address: UnsafePointer<Double>)
  /// Writes the lanes one after the other.
  func store(to address: UnsafeMutablePointer<Double>)

  init(repeating value: Double)
  init(bitPattern: Pattern)
  var bitPattern: Pattern { get }
  /// The doubles `first`, `first + 1`, .., one a lane.
  init(countingFrom first: Double)

  static func + (lhs: Self, rhs: Self) -> Self
  static func - (lhs: Self, rhs: Self) -> Self
  static func * (lhs: Self, rhs: Self) -> Self
  static func / (lhs: Self, rhs: Self) -> Self
  static func + (lhs: Self, rhs: Double) -> Self
  static func + (lhs: Double, rhs: Self) -> Self
  static func - (lhs: Self, rhs: Double) -> Self
  static func - (lhs: Double, rhs: Self) -> Self
  static func * (lhs: Double, rhs: Self) -> Self
  static func / (lhs: Self, rhs: Double) -> Self
  static func / (lhs: Double, rhs: Self) -> Self

  /// `self + lhs * rhs`, rounded once.
  func addingProduct(_ lhs: Self, _ rhs: Self) -> Self
  /// The square root, correctly rounded.
  var squareRoot: Self { get }
  /// The largest whole number that is not larger.
  var roundedDown: Self { get }
  /// The exact remainder of Python's `math.fmod`, for dividends that are not negative.
  func truncatingRemainder(dividingBy divisor: Double) -> Self
  /// The lanes of a function that exists for one double only, for rare and slow paths.
  func map(_ transform: (Double) -> Double) -> Self
  /// The same for a function of two doubles.
  func map(_ other: Self, _ transform: (Double, Double) -> Double) -> Self

  static func isLess(_ lhs: Self, than rhs: Double) -> Mask
  static func isLessOrEqual(_ lhs: Self, to rhs: Double) -> Mask
  static func isNotZero(_ pattern: Pattern) -> Mask
  /// Takes the lanes of `other` where the mask holds.
  func replacing(with other: Self, where mask: Mask) -> Self

  /// A row of two columns in each lane; the caller keeps every row inside the table.
  static func pair(_ table: [Double], row: Pattern) -> (Self, Self)
  /// A row of four columns in each lane; the caller keeps every row inside the table.
  static func quadruple(_ table: [Double], row: Pattern) -> (Self, Self, Self, Self)
}

/// One Boolean a lane.
protocol LaneMask: Sendable {
  static func and(_ lhs: Self, _ rhs: Self) -> Self
  static prefix func .! (mask: Self) -> Self
  var isAnyTrue: Bool { get }
}

/// One unsigned 64-bit integer a lane, all operations modulo 2^64.
protocol LanePattern: Sendable {
  static func &+ (lhs: Self, rhs: Self) -> Self
  static func &- (lhs: Self, rhs: Self) -> Self
  static func ^ (lhs: Self, rhs: Self) -> Self
  static func & (lhs: Self, rhs: UInt64) -> Self
  static func | (lhs: Self, rhs: UInt64) -> Self
  static func ^ (lhs: Self, rhs: UInt64) -> Self
  static func &+ (lhs: Self, rhs: UInt64) -> Self
  static func &- (lhs: Self, rhs: UInt64) -> Self
  static func &<< (lhs: Self, rhs: UInt64) -> Self
  static func &>> (lhs: Self, rhs: UInt64) -> Self
}

extension Lanes {
  /// Writes the first lanes one after the other.
  @inline(__always) func store(to address: UnsafeMutablePointer<Double>, atMost count: Int) {
    // Bounds: room for all lanes, of which as many go on as the caller has doubles at the address.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.scalarCount) { lanes in
      guard let first = lanes.baseAddress else { return }
      store(to: first)
      address.update(from: first, count: min(count, Self.scalarCount))
    }
  }

  /// The absolute value.
  @inline(__always) var magnitude: Self { Self(bitPattern: bitPattern & ~Self.signBit) }

  @inline(__always) static prefix func - (operand: Self) -> Self {
    Self(bitPattern: operand.bitPattern ^ signBit)
  }

  /// The sign bit of each lane, alone.
  @inline(__always) var signBits: Pattern { bitPattern & Self.signBit }

  /// Turned over where `sign` has its bit set.
  @inline(__always) func flipped(by sign: Pattern) -> Self { Self(bitPattern: bitPattern ^ sign) }

  @inline(__always) static var signBit: UInt64 { 1 << 63 }

  /// The number as it is, or `limit` where it is larger: Python's `min(limit, x)`.
  @inline(__always) func cut(above limit: Double) -> Self {
    Self(repeating: limit).replacing(with: self, where: Self.isLess(self, than: limit))
  }

  /// The number as it is where it is larger than `limit`, else `limit`: Python's `max(limit, x)`, of numbers.
  @inline(__always) func cut(below limit: Double) -> Self {
    self.replacing(
      with: Self(repeating: limit), where: Self.isLessOrEqual(self, to: limit))
  }
}

// `fma(a, b, c)` is a * b + c, rounded once; the constants of a polynomial may be plain doubles.

@inline(__always) func fma<L: Lanes>(_ a: L, _ b: L, _ c: L) -> L { c.addingProduct(a, b) }

@inline(__always) func fma<L: Lanes>(_ a: L, _ b: Double, _ c: L) -> L {
  c.addingProduct(a, L(repeating: b))
}

@inline(__always) func fma<L: Lanes>(_ a: L, _ b: L, _ c: Double) -> L {
  L(repeating: c).addingProduct(a, b)
}

@inline(__always) func fma<L: Lanes>(_ a: L, _ b: Double, _ c: Double) -> L {
  L(repeating: c).addingProduct(a, L(repeating: b))
}
