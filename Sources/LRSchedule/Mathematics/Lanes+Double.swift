extension Double: Lanes {
  static var scalarCount: Int { 1 }
  // Bounds: whoever calls these two has one double at the address.
  @inline(__always) init(at address: UnsafePointer<Double>) { self = address.pointee }
  @inline(__always) func store(to address: UnsafeMutablePointer<Double>) { address.pointee = self }
  @inline(__always) init(repeating value: Double) { self = value }
  @inline(__always) init(countingFrom first: Double) { self = first }

  @inline(__always) static func pair(_ table: [Double], row: UInt64) -> (Double, Double) {
    let index = 2 * Int(row)
    return (table[index], table[index + 1])
  }

  @inline(__always) static func quadruple(
    _ table: [Double], row: UInt64
  ) -> (Double, Double, Double, Double) {
    let index = 4 * Int(row)
    return (table[index], table[index + 1], table[index + 2], table[index + 3])
  }

  @inline(__always) var squareRoot: Self { squareRoot() }
  @inline(__always) var roundedDown: Double { rounded(.down) }

  @inline(__always) func map(_ transform: (Double) -> Double) -> Double { transform(self) }

  @inline(__always) func map(_ other: Double, _ transform: (Double, Double) -> Double) -> Double {
    transform(self, other)
  }

  @inline(__always) static func isLess(_ lhs: Double, than rhs: Double) -> Bool { lhs < rhs }
  @inline(__always) static func isLessOrEqual(_ lhs: Double, to rhs: Double) -> Bool { lhs <= rhs }
  @inline(__always) static func isNotZero(_ pattern: UInt64) -> Bool { pattern != 0 }

  @inline(__always) func replacing(with other: Double, where mask: Bool) -> Double {
    mask ? other : self
  }
}

extension Bool: LaneMask {
  @inline(__always) static func and(_ lhs: Bool, _ rhs: Bool) -> Bool { lhs && rhs }
  @inline(__always) static prefix func .! (mask: Bool) -> Bool { !mask }
  @inline(__always) var isAnyTrue: Bool { self }
}

extension UInt64: LanePattern {}
