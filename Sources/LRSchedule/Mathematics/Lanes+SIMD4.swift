extension SIMD4<Double>: Lanes {
  // Bounds: whoever calls these two has four doubles at the address.
  @inline(__always) init(at address: UnsafePointer<Double>) {
    self = UnsafeRawPointer(address).loadUnaligned(as: Self.self)
  }

  @inline(__always) func store(to address: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(address).storeBytes(of: self, as: Self.self)
  }

  @inline(__always) init(bitPattern: SIMD4<UInt64>) {
    self = unsafeBitCast(bitPattern, to: Self.self)
  }

  @inline(__always) var bitPattern: SIMD4<UInt64> { unsafeBitCast(self, to: SIMD4<UInt64>.self) }

  @inline(__always) init(countingFrom first: Double) {
    self = Self(repeating: first) + Self(0, 1, 2, 3)
  }

  @inline(__always) static func pair(_ table: [Double], row: SIMD4<UInt64>) -> (Self, Self) {
    let (a, b) = (load(row[0]), load(row[1]))
    let (c, d) = (load(row[2]), load(row[3]))
    return (Self(a[0], b[0], c[0], d[0]), Self(a[1], b[1], c[1], d[1]))

    func load(_ row: UInt64) -> SIMD2<Double> {
      // Bounds: callers mask the row to 7 bits, and each table of two columns has 128 rows.
      table.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: row &<< 4), as: SIMD2.self)
      }
    }
  }

  @inline(__always) static func quadruple(
    _ table: [Double], row: SIMD4<UInt64>
  ) -> (Self, Self, Self, Self) {
    let (a, b) = (load(row[0]), load(row[1]))
    let (c, d) = (load(row[2]), load(row[3]))
    return (
      Self(a[0], b[0], c[0], d[0]), Self(a[1], b[1], c[1], d[1]),
      Self(a[2], b[2], c[2], d[2]), Self(a[3], b[3], c[3], d[3])
    )

    func load(_ row: UInt64) -> SIMD4<Double> {
      // Bounds: callers mask the row to 7 bits, and each table of four columns has 128 rows.
      table.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: row &<< 5), as: SIMD4.self)
      }
    }
  }

  @inline(__always) var squareRoot: Self { squareRoot() }
  @inline(__always) var roundedDown: Self { rounded(.down) }

  @inline(__always) func truncatingRemainder(dividingBy divisor: Double) -> Self {
    map { $0.truncatingRemainder(dividingBy: divisor) }
  }

  @inline(__always) func map(_ transform: (Double) -> Double) -> Self {
    Self(transform(self[0]), transform(self[1]), transform(self[2]), transform(self[3]))
  }

  @inline(__always) func map(_ other: Self, _ transform: (Double, Double) -> Double) -> Self {
    Self(
      transform(self[0], other[0]), transform(self[1], other[1]), transform(self[2], other[2]),
      transform(self[3], other[3]))
  }

  @inline(__always) static func isLess(_ lhs: Self, than rhs: Double) -> SIMDMask<SIMD4<Int64>> {
    lhs .< rhs
  }

  @inline(__always) static func isLessOrEqual(
    _ lhs: Self, to rhs: Double
  ) -> SIMDMask<SIMD4<Int64>> {
    lhs .<= rhs
  }

  @inline(__always) static func isNotZero(_ pattern: SIMD4<UInt64>) -> SIMDMask<SIMD4<Int64>> {
    pattern .!= 0
  }
}

extension SIMDMask<SIMD4<Int64>>: LaneMask {
  @inline(__always) static func and(_ lhs: Self, _ rhs: Self) -> Self { lhs .& rhs }
  @inline(__always) var isAnyTrue: Bool {
    let lanes = unsafeBitCast(self, to: SIMD4<UInt64>.self)
    return (lanes[0] | lanes[1]) | (lanes[2] | lanes[3]) != 0
  }
}

extension SIMD4<UInt64>: LanePattern {}
