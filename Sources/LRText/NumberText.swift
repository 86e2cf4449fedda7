/// The text of a rate as it is written to a file.
///
/// It is the shortest decimal that reads back to the same double, as Python's `repr` writes it: with an
/// exponent below 0.0001 and from 10^16 on, `0.001`, `1.0`, `1e-05`, `1e+16`. (Swift's `description` has
/// one from 2^53 on.)
public enum NumberText {
  /// The most bytes that a text has: `-2.2250738585072014e-308`.
  public static let longest = 24

  /// Writes the text of a rate.
  ///
  /// - Parameters:
  ///   - value: Any double; curves have only finite ones.
  ///   - space: Room for `longest` bytes, all of which may be written to.
  /// - Returns: The number of bytes of the text.
  public static func write(_ value: Double, to space: UnsafeMutableRawPointer) -> Int {
    guard let decimal = ShortestDecimal(quickly: value.magnitude.bitPattern) else {
      return writeSeldom(value, to: space)
    }
    return DigitText(decimal, isNegative: value.sign == .minus).write(to: space)
  }

  /// Writes a double that takes longer.
  @inline(never) @usableFromInline static func writeSeldom(
    _ value: Double, to space: UnsafeMutableRawPointer
  ) -> Int {
    guard value.isFinite, value != 0 else {
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
