extension SIMD4<Double>: Lanes {
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

  @inline(__always) init(_ table: [Double], at index: SIMD4<UInt64>) {
    self = table.withUnsafeBufferPointer { table in
      Self(
        table[Int(truncatingIfNeeded: index[0])], table[Int(truncatingIfNeeded: index[1])],
        table[Int(truncatingIfNeeded: index[2])], table[Int(truncatingIfNeeded: index[3])])
    }
  }

  @inline(__always) var roundedDown: Self { rounded(.down) }

  @inline(__always) func truncatingRemainder(dividingBy divisor: Double) -> Self {
    map { $0.truncatingRemainder(dividingBy: divisor) }
  }

  @inline(__always) func map(_ transform: (Double) -> Double) -> Self {
    Self(transform(self[0]), transform(self[1]), transform(self[2]), transform(self[3]))
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
  @inline(__always) var isAnyTrue: Bool { any(self) }
}

extension SIMD4<UInt64>: LanePattern {}
