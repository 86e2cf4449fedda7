/// Twice as many lanes: each operation is done on both halves before the next one, so that the
/// processor works on one while the other waits for its result.
struct Pair<Half: Lanes>: Lanes {
  let low, high: Half

  @inline(__always) init(_ low: Half, _ high: Half) {
    self.low = low
    self.high = high
  }

  @inline(__always) private func each(_ operation: (Half) -> Half) -> Self {
    Self(operation(low), operation(high))
  }

  @inline(__always) private static func each(
    _ lhs: Self, _ rhs: Self, _ operation: (Half, Half) -> Half
  ) -> Self {
    Self(operation(lhs.low, rhs.low), operation(lhs.high, rhs.high))
  }

  static var scalarCount: Int { 2 * Half.scalarCount }

  @inline(__always) init(repeating value: Double) {
    self.init(Half(repeating: value), Half(repeating: value))
  }

  @inline(__always) init(countingFrom first: Double) {
    let low = Half(countingFrom: first)
    self.init(low, low + Double(Half.scalarCount))
  }

  @inline(__always) init(bitPattern: PairPattern<Half>) {
    self.init(Half(bitPattern: bitPattern.low), Half(bitPattern: bitPattern.high))
  }

  @inline(__always) var bitPattern: PairPattern<Half> {
    PairPattern(low: low.bitPattern, high: high.bitPattern)
  }

  @inline(__always) static func pair(
    _ table: [Double], row: PairPattern<Half>
  ) -> (Self, Self) {
    let low = Half.pair(table, row: row.low)
    let high = Half.pair(table, row: row.high)
    return (Self(low.0, high.0), Self(low.1, high.1))
  }

  @inline(__always) static func quadruple(
    _ table: [Double], row: PairPattern<Half>
  ) -> (Self, Self, Self, Self) {
    let low = Half.quadruple(table, row: row.low)
    let high = Half.quadruple(table, row: row.high)
    return (
      Self(low.0, high.0), Self(low.1, high.1), Self(low.2, high.2), Self(low.3, high.3)
    )
  }

  @inline(__always) static func + (lhs: Self, rhs: Self) -> Self { each(lhs, rhs, +) }
  @inline(__always) static func - (lhs: Self, rhs: Self) -> Self { each(lhs, rhs, -) }
  @inline(__always) static func * (lhs: Self, rhs: Self) -> Self { each(lhs, rhs, *) }
  @inline(__always) static func / (lhs: Self, rhs: Self) -> Self { each(lhs, rhs, /) }
  @inline(__always) static func + (lhs: Self, rhs: Double) -> Self { lhs.each { $0 + rhs } }
  @inline(__always) static func + (lhs: Double, rhs: Self) -> Self { rhs.each { lhs + $0 } }
  @inline(__always) static func - (lhs: Self, rhs: Double) -> Self { lhs.each { $0 - rhs } }
  @inline(__always) static func - (lhs: Double, rhs: Self) -> Self { rhs.each { lhs - $0 } }
  @inline(__always) static func * (lhs: Double, rhs: Self) -> Self { rhs.each { lhs * $0 } }
  @inline(__always) static func / (lhs: Self, rhs: Double) -> Self { lhs.each { $0 / rhs } }
  @inline(__always) static func / (lhs: Double, rhs: Self) -> Self { rhs.each { lhs / $0 } }

  @inline(__always) func addingProduct(_ a: Self, _ b: Self) -> Self {
    Self(low.addingProduct(a.low, b.low), high.addingProduct(a.high, b.high))
  }

  @inline(__always) var squareRoot: Self { each(\.squareRoot) }

  @inline(__always) var roundedDown: Self { each(\.roundedDown) }

  @inline(__always) func truncatingRemainder(dividingBy divisor: Double) -> Self {
    each { $0.truncatingRemainder(dividingBy: divisor) }
  }

  @inline(__always) func map(_ transform: (Double) -> Double) -> Self {
    each { $0.map(transform) }
  }

  @inline(__always) func map(_ other: Self, _ transform: (Double, Double) -> Double) -> Self {
    Self(low.map(other.low, transform), high.map(other.high, transform))
  }

  @inline(__always) static func isLess(_ lhs: Self, than rhs: Double) -> PairMask<Half> {
    PairMask(low: Half.isLess(lhs.low, than: rhs), high: Half.isLess(lhs.high, than: rhs))
  }

  @inline(__always) static func isLessOrEqual(_ lhs: Self, to rhs: Double) -> PairMask<Half> {
    PairMask(
      low: Half.isLessOrEqual(lhs.low, to: rhs), high: Half.isLessOrEqual(lhs.high, to: rhs))
  }

  @inline(__always) static func isNotZero(_ pattern: PairPattern<Half>) -> PairMask<Half> {
    PairMask(low: Half.isNotZero(pattern.low), high: Half.isNotZero(pattern.high))
  }

  @inline(__always) func replacing(with other: Self, where mask: PairMask<Half>) -> Self {
    Self(
      low.replacing(with: other.low, where: mask.low),
      high.replacing(with: other.high, where: mask.high))
  }

  // Bounds: the halves stand one after the other in the scalarCount doubles that the caller has.
  @inline(__always) init(at address: UnsafePointer<Double>) {
    self.init(Half(at: address), Half(at: address + Half.scalarCount))
  }

  @inline(__always) func store(to address: UnsafeMutablePointer<Double>) {
    low.store(to: address)
    high.store(to: address + Half.scalarCount)
  }
}

/// As many lanes as keep the processor busy.
typealias FillLanes = Pair<Pair<SIMD4<Double>>>

/// The masks of both halves.
struct PairMask<Half: Lanes>: LaneMask {
  let low, high: Half.Mask

  @inline(__always) static func and(_ lhs: Self, _ rhs: Self) -> Self {
    Self(low: .and(lhs.low, rhs.low), high: .and(lhs.high, rhs.high))
  }

  @inline(__always) static prefix func .! (mask: Self) -> Self {
    Self(low: .!mask.low, high: .!mask.high)
  }

  @inline(__always) var isAnyTrue: Bool { low.isAnyTrue || high.isAnyTrue }
}

/// The bit patterns of both halves.
struct PairPattern<Half: Lanes>: LanePattern {
  let low, high: Half.Pattern

  @inline(__always) private func each(_ operation: (Half.Pattern) -> Half.Pattern) -> Self {
    Self(low: operation(low), high: operation(high))
  }

  @inline(__always) static func &+ (lhs: Self, rhs: Self) -> Self {
    Self(low: lhs.low &+ rhs.low, high: lhs.high &+ rhs.high)
  }

  @inline(__always) static func &- (lhs: Self, rhs: Self) -> Self {
    Self(low: lhs.low &- rhs.low, high: lhs.high &- rhs.high)
  }

  @inline(__always) static func ^ (lhs: Self, rhs: Self) -> Self {
    Self(low: lhs.low ^ rhs.low, high: lhs.high ^ rhs.high)
  }

  @inline(__always) static func & (lhs: Self, rhs: UInt64) -> Self { lhs.each { $0 & rhs } }
  @inline(__always) static func | (lhs: Self, rhs: UInt64) -> Self { lhs.each { $0 | rhs } }
  @inline(__always) static func ^ (lhs: Self, rhs: UInt64) -> Self { lhs.each { $0 ^ rhs } }
  @inline(__always) static func &+ (lhs: Self, rhs: UInt64) -> Self { lhs.each { $0 &+ rhs } }
  @inline(__always) static func &- (lhs: Self, rhs: UInt64) -> Self { lhs.each { $0 &- rhs } }
  @inline(__always) static func &<< (lhs: Self, rhs: UInt64) -> Self { lhs.each { $0 &<< rhs } }
  @inline(__always) static func &>> (lhs: Self, rhs: UInt64) -> Self { lhs.each { $0 &>> rhs } }
}
