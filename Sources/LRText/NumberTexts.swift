/// The texts of many rates, made in passes: each is short enough to keep the processor busy, and in
/// the second one the digits of two rates are made at once.
///
/// Each is as `NumberText` says, whatever stands beside it.
@frozen public struct NumberTexts {
  // Bounds: two words of digits and a form for each value, all of which their owner keeps as long.
  @usableFromInline let values: UnsafeBufferPointer<Double>
  /// All digits but the last one, two words a rate.
  @usableFromInline let digits: UnsafeMutableBufferPointer<UInt64>
  @usableFromInline let forms: UnsafeMutableBufferPointer<DecimalForm>

  /// How memory for texts is aligned.
  public static let alignment = MemoryLayout<SIMD4<UInt64>>.alignment

  /// The bytes of memory that the texts of some rates take.
  public static func byteCount(for count: Int) -> Int {
    digitBytes(for: count) + count * MemoryLayout<DecimalForm>.stride
  }

  /// Makes the texts of rates.
  ///
  /// - Parameters:
  ///   - values: Any doubles, which stay where they are as long as the texts are used.
  ///   - space: `byteCount(for:)` bytes at least, aligned to `alignment`, for as long.
  public init(_ values: UnsafeBufferPointer<Double>, in space: UnsafeMutableRawBufferPointer) {
    self.values = values
    // Bounds: the caller gives byteCount(for:) bytes; digitBytes is whole pairs, two words a rate.
    let digitBytes = Self.digitBytes(for: values.count)
    let digitSpace = UnsafeMutableRawBufferPointer(rebasing: space[..<digitBytes])
    digits = digitSpace.bindMemory(to: UInt64.self)
    forms = UnsafeMutableRawBufferPointer(
      rebasing: space[digitBytes..<Self.byteCount(for: values.count)]
    ).bindMemory(to: DecimalForm.self)
    findDecimals()
    for place in stride(from: 0, to: digitBytes, by: Self.pairSize) {
      let numbers = digitSpace.load(fromByteOffset: place, as: SIMD4<UInt64>.self)
      digitSpace.storeBytes(
        of: DecimalDigits.eights(numbers), toByteOffset: place, as: SIMD4<UInt64>.self)
    }
  }

  /// Writes the text of a rate.
  ///
  /// - Parameters:
  ///   - index: Its index, below the number of rates.
  ///   - space: Room for `NumberText.longest` bytes, all of which may be written to.
  /// - Returns: The number of bytes of the text.
  @inlinable @inline(__always)
  public func write(_ index: Int, to space: UnsafeMutableRawPointer) -> Int {
    // Bounds: the caller's index is below the number of rates, its room that of the longest text.
    let form = forms[index]
    guard !form.isSeldom else { return NumberText.writeSeldom(values[index], to: space) }
    let text = DigitText(
      first: digits[2 &* index], second: digits[2 &* index &+ 1], form: form)
    return text.write(to: space)
  }

  /// Neighbours are mostly of one binade.
  private func findDecimals() {
    // The second half of the last pair may be no rate's.
    // Bounds: index is below values.count, twice which is digits.count, or two less.
    for index in 2 * values.count..<digits.count { digits[index] = 0 }
    var index = 0
    while index < values.count {
      guard let binade = DecimalBinade(of: values[index].magnitude.bitPattern) else {
        set(nil, isNegative: false, at: index)
        index &+= 1
        continue
      }
      while index < values.count {
        let value = values[index]
        let magnitude = value.magnitude.bitPattern
        guard binade.contains(magnitude) else { break }
        set(
          ShortestDecimal(quickly: magnitude, in: binade), isNegative: value.sign == .minus,
          at: index)
        index &+= 1
      }
    }
  }

  @inline(__always) private func set(
    _ decimal: ShortestDecimal?, isNegative: Bool, at index: Int
  ) {
    let halves = decimal?.halves ?? (upper: 0, lower: 0)
    digits[2 &* index] = halves.upper
    digits[2 &* index &+ 1] = halves.lower
    forms[index] = decimal.map { DecimalForm($0, isNegative: isNegative) } ?? .seldom
  }

  /// The bytes of the digits of two rates.
  private static let pairSize = MemoryLayout<SIMD4<UInt64>>.size

  /// The bytes of the digits of some rates, whole pairs of them.
  private static func digitBytes(for count: Int) -> Int { (count + 1) / 2 * pairSize }
}
