/// A whole number of any size, as slow as it is plain.
struct Natural: Comparable {
  /// The digits to base 2^32, the lowest first, without zeros at the end.
  private var limbs: [UInt32]

  init(_ number: UInt64) {
    self.init(limbs: [UInt32(truncatingIfNeeded: number), UInt32(number >> 32)])
  }

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  static func power(_ base: UInt64, _ exponent: Int) -> Natural {
    (0..<exponent).reduce(Natural(1)) { power, _ in power * Natural(base) }
  }

  static func + (a: Natural, b: Natural) -> Natural {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(a.limbs.count, b.limbs.count) {
      carry += UInt64(index < a.limbs.count ? a.limbs[index] : 0)
      carry += UInt64(index < b.limbs.count ? b.limbs[index] : 0)
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return Natural(limbs: sum + [UInt32(carry)])
  }

  static func * (a: Natural, b: Natural) -> Natural {
    var product = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
    for (i, x) in a.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.limbs.enumerated() {
        carry += UInt64(product[i + j]) + UInt64(x) * UInt64(y)
        product[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[i + b.limbs.count] = UInt32(carry)
    }
    return Natural(limbs: product)
  }

  static func < (a: Natural, b: Natural) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    return a.limbs.reversed().lexicographicallyPrecedes(b.limbs.reversed())
  }
}
