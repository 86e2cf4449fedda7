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
    let magnitude = value.magnitude.bitPattern
    guard let decimal = ShortestDecimal(quickly: magnitude) else {
      return writeSeldom(value, to: space)
    }
    return write(decimal, of: value, to: space)
  }

  /// Writes a double that takes longer.
  @inline(never) private static func writeSeldom(
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
    return write(decimal, of: value, to: space)
  }

  /// Writes a double as its decimal.
  @inline(__always) private static func write(
    _ decimal: ShortestDecimal, of value: Double, to space: UnsafeMutableRawPointer
  ) -> Int {
    let sign = Int(truncatingIfNeeded: value.bitPattern >> 63)
    space.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    let text = space + sign
    let digits = DigitText(decimal)
    let exponent = decimal.exponent

    if exponent < 0 && exponent >= -4 {
      // 0.000ddd; a zero in front of the digits may overwrite the point.
      text.storeBytes(of: DecimalDigits.zeros, as: UInt64.self)
      digits.write(to: text + (1 &- exponent))
      text.storeBytes(of: UInt8(ascii: "."), toByteOffset: 1, as: UInt8.self)
      return sign &+ 1 &- exponent &+ digits.count
    }

    digits.write(to: text + 1)
    if exponent >= 0 && exponent < 16 {
      // ddd.ddd: the digits in front of the point move one to the left.
      for index in 0...exponent { text.move(index &+ 1, to: index) }
      text.storeBytes(of: UInt8(ascii: "."), toByteOffset: exponent &+ 1, as: UInt8.self)
      return sign &+ max(digits.count, exponent &+ 2) &+ 1
    }

    // d.ddde-05
    text.move(1, to: 0)
    text.storeBytes(of: UInt8(ascii: "."), toByteOffset: 1, as: UInt8.self)
    let count = digits.count == 1 ? 1 : digits.count &+ 1
    return sign &+ count &+ writeExponent(exponent, to: text + count)
  }

  /// Writes `e-05` or `e+100`, and returns its length.
  @inline(__always) private static func writeExponent(
    _ exponent: Int, to text: UnsafeMutableRawPointer
  ) -> Int {
    let size = UInt32(truncatingIfNeeded: exponent.magnitude)
    let (tens, ones) = (size / 10, size % 10)
    let sign = UInt32(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let start = UInt32(UInt8(ascii: "e")) | sign << 8 | 0x3030_0000
    guard tens >= 10 else {
      text.storeBytes(of: (start | tens << 16 | ones << 24).littleEndian, as: UInt32.self)
      return 4
    }
    let hundred = start | (tens / 10) << 16 | (tens % 10) << 24
    text.storeBytes(of: hundred.littleEndian, as: UInt32.self)
    text.storeBytes(
      of: UInt8(truncatingIfNeeded: ones) | UInt8(ascii: "0"), toByteOffset: 4, as: UInt8.self)
    return 5
  }
}

/// The digits of a decimal as text.
private struct DigitText {
  private let first: UInt64
  private let second: UInt64
  private let last: UInt64
  /// 1 if the first digit is a zero that is none of the decimal's, else 0.
  private let zeros: Int
  /// The number of digits without zeros at the end.
  let count: Int

  @inline(__always) init(_ decimal: ShortestDecimal) {
    let upper = decimal.whole / DecimalDigits.eightDigitLimit
    first = DecimalDigits.eight(upper)
    second = DecimalDigits.eight(decimal.whole &- upper &* DecimalDigits.eightDigitLimit)
    last = decimal.last
    zeros = decimal.isShort ? 1 : 0
    // All but the first nine, of which the last one that is not zero is in the highest byte.
    let behind = second >> 8 | last << 56
    let all =
      behind != 0
      ? 17 &- behind.leadingZeroBitCount / 8
      : second != 0 ? 9 : 8 &- first.leadingZeroBitCount / 8
    count = all &- zeros
  }

  /// Writes the digits and zeros behind them, 17 at least; one byte in front of them may become `0`.
  @inline(__always) func write(to text: UnsafeMutableRawPointer) {
    let start = text - zeros
    start.storeBytes(of: (first | DecimalDigits.zeros).littleEndian, as: UInt64.self)
    start.storeBytes(
      of: (second | DecimalDigits.zeros).littleEndian, toByteOffset: 8, as: UInt64.self)
    start.storeBytes(
      of: UInt16(truncatingIfNeeded: last | DecimalDigits.zeros).littleEndian, toByteOffset: 16,
      as: UInt16.self)
  }
}

extension UnsafeMutableRawPointer {
  /// Copies one byte.
  @inline(__always) fileprivate func move(_ source: Int, to target: Int) {
    storeBytes(
      of: load(fromByteOffset: source, as: UInt8.self), toByteOffset: target, as: UInt8.self)
  }
}
