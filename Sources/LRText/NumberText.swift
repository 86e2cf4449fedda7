/// The text of a rate as it is written to a file, by `NumberTexts`.
///
/// It is the shortest decimal that reads back to the same double, as Python's `repr` writes it: with an
/// exponent below 0.0001 and from 10^16 on, `0.001`, `1.0`, `1e-05`, `1e+16`. (Swift's `description` has
/// one from 2^53 on.)
public enum NumberText {
  /// The most bytes that a text has: `-2.2250738585072014e-308`.
  public static let longest = 24

  /// The text of one double.
  ///
  /// - Parameter value: Any double.
  /// - Returns: What is written for it among others.
  public static func text(of value: Double) -> String {
    // Bounds: room for the longest text, which is read before the closure ends.
    withUnsafeTemporaryAllocation(byteCount: longest, alignment: 8) { space in
      guard let start = space.baseAddress else { return "" }
      let count = writeSeldom(value, to: start)
      return String(decoding: space[..<count], as: UTF8.self)
    }
  }

  /// Writes a double that takes longer, into room for `longest` bytes, and returns its length.
  @inline(never) @usableFromInline static func writeSeldom(
    _ value: Double, to space: UnsafeMutableRawPointer
  ) -> Int {
    // Bounds: `-0.0`, `-inf` and `nan` have 4 bytes at most, a decimal the 24 of `DigitText`.
    if value == 0 {
      let sign = value.sign == .minus ? 1 : 0
      space.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
      (space + sign).copyMemory(from: "0.0", byteCount: 3)
      return sign + 3
    }
    guard value.isFinite else {
      var text = value.description
      return text.withUTF8 { bytes in
        UnsafeMutableRawBufferPointer(start: space, count: longest).copyBytes(from: bytes)
        return bytes.count
      }
    }
    let decimal = ShortestDecimal(exactly: value.magnitude.bitPattern)
    return DigitText(decimal, isNegative: value.sign == .minus).write(to: space)
  }
}
