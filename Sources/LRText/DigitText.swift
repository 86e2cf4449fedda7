/// The digits of a rate as text, and what is needed to put point, sign and exponent to them.
@frozen @usableFromInline struct DigitText {
  /// The digits but the last one, eight in the bytes of a word, the first in the lowest byte.
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64
  @usableFromInline let form: DecimalForm

  /// The text of a decimal.
  @inline(__always) init(_ decimal: ShortestDecimal, isNegative: Bool) {
    let halves = decimal.halves
    let digits = DecimalDigits.eights(SIMD4(halves.upper, halves.lower, 0, 0))
    self.init(
      first: digits[0], second: digits[1], form: DecimalForm(decimal, isNegative: isNegative))
  }

  /// The text of a decimal whose digits were made.
  @inlinable @inline(__always) init(first: UInt64, second: UInt64, form: DecimalForm) {
    self.first = first
    self.second = second
    self.form = form
  }

  /// Writes the text into room for `NumberText.longest` bytes, all of which may be written to, and
  /// returns its length.
  @inlinable @inline(__always) func write(to space: UnsafeMutableRawPointer) -> Int {
    // Bounds: 1 + 5 + 18 bytes where zeros are in front, 1 + 18 + 5 with an exponent: 24 at most.
    let sign = form.isNegative
    space.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    let text = space + sign
    let exponent = form.exponent

    if exponent < 0 && exponent >= -4 {
      // 0.000ddd; a zero in front of the digits may overwrite the point.
      text.storeBytes(of: DecimalDigits.zeros, as: UInt64.self)
      writeDigits(to: text + (1 &- exponent))
      text.storeBytes(of: UInt8(ascii: "."), toByteOffset: 1, as: UInt8.self)
      return sign &+ 1 &- exponent &+ count
    }

    writeDigits(to: text + 1)
    if exponent >= 0 && exponent < 16 {
      // ddd.ddd: the digits in front of the point move one to the left.
      for index in 0...exponent { text.move(index &+ 1, to: index) }
      text.storeBytes(of: UInt8(ascii: "."), toByteOffset: exponent &+ 1, as: UInt8.self)
      return sign &+ max(count, exponent &+ 2) &+ 1
    }

    // d.ddde-05
    text.move(1, to: 0)
    text.storeBytes(of: UInt8(ascii: "."), toByteOffset: 1, as: UInt8.self)
    let end = count == 1 ? 1 : count &+ 1
    return sign &+ end &+ Self.writeExponent(exponent, to: text + end)
  }

  /// The number of digits without zeros at the end.
  @usableFromInline var count: Int {
    @inlinable @inline(__always) get {
      // All but the first nine, of which the last one that is not zero is in the highest byte.
      let behind = second >> 8 | form.last << 56
      let all =
        behind != 0
        ? 17 &- behind.leadingZeroBitCount / 8
        : second != 0 ? 9 : 8 &- first.leadingZeroBitCount / 8
      return all &- form.zeros
    }
  }

  /// Writes the digits and zeros behind them, 17 at least; one byte in front of them may become `0`.
  @inlinable @inline(__always) func writeDigits(to text: UnsafeMutableRawPointer) {
    // Bounds: 18 bytes from `text` on or from the one before, which `write` has.
    let start = text - form.zeros
    start.storeBytes(of: (first | DecimalDigits.zeros).littleEndian, as: UInt64.self)
    start.storeBytes(
      of: (second | DecimalDigits.zeros).littleEndian, toByteOffset: 8, as: UInt64.self)
    start.storeBytes(
      of: UInt16(truncatingIfNeeded: form.last | DecimalDigits.zeros).littleEndian,
      toByteOffset: 16, as: UInt16.self)
  }

  /// Writes `e-05` or `e+100`, and returns its length.
  @inlinable @inline(__always) static func writeExponent(
    _ exponent: Int, to text: UnsafeMutableRawPointer
  ) -> Int {
    // Bounds: 4 bytes, and 5 from an exponent of 100 on.
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

/// What a decimal is beside its digits but the last one, in one word.
@frozen @usableFromInline struct DecimalForm {
  @usableFromInline let bits: UInt64

  /// None of a decimal: the double takes longer.
  static let seldom = DecimalForm(bits: .max)

  private init(bits: UInt64) { self.bits = bits }

  @inline(__always) init(_ decimal: ShortestDecimal, isNegative: Bool) {
    let exponent = UInt64(bitPattern: Int64(truncatingIfNeeded: decimal.exponent))
    bits =
      decimal.last | (decimal.isShort ? 1 << 8 : 0) | (isNegative ? 1 << 9 : 0) | exponent << 32
  }

  @inlinable @inline(__always) var isSeldom: Bool { bits == .max }

  /// The last digit.
  @inlinable @inline(__always) var last: UInt64 { bits & 15 }

  /// 1 if the first digit is a zero that is none of the decimal's, else 0.
  @inlinable @inline(__always) var zeros: Int { Int(truncatingIfNeeded: bits >> 8 & 1) }

  /// 1 if there is a minus, else 0.
  @inlinable @inline(__always) var isNegative: Int { Int(truncatingIfNeeded: bits >> 9 & 1) }

  /// The exponent of ten of the first digit.
  @inlinable @inline(__always) var exponent: Int {
    Int(truncatingIfNeeded: Int64(bitPattern: bits) >> 32)
  }
}

extension ShortestDecimal {
  /// All digits but the last one, in two numbers of eight digits.
  @inline(__always) var halves: (upper: UInt64, lower: UInt64) {
    let upper = whole / DecimalDigits.eightDigitLimit
    return (upper, whole &- upper &* DecimalDigits.eightDigitLimit)
  }
}

extension UnsafeMutableRawPointer {
  /// Copies one byte.
  @inlinable @inline(__always) func move(_ source: Int, to target: Int) {
    // Bounds: `write` moves digits that it has written, each one to the left.
    storeBytes(
      of: load(fromByteOffset: source, as: UInt8.self), toByteOffset: target, as: UInt8.self)
  }
}
