import TestSupport
import Testing

@testable import LRText

/// The text of a rate.
@Suite struct NumberTextTests {
  private func text(_ value: Double) -> String {
    withText(of: value) { String(decoding: $0, as: UTF8.self) }
  }

  /// Gives the bytes of a text to a closure; the room has no byte to spare.
  private func withText<Result>(
    of value: Double, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: NumberText.longest + 8, alignment: 1) { space in
      let guardBytes: UInt64 = 0xAAAA_AAAA_AAAA_AAAA
      space.storeBytes(of: guardBytes, toByteOffset: NumberText.longest, as: UInt64.self)
      guard let start = space.baseAddress else { return body(UnsafeRawBufferPointer(space)) }
      let count = NumberText.write(value, to: start)
      let behind = space.loadUnaligned(fromByteOffset: NumberText.longest, as: UInt64.self)
      return body(
        UnsafeRawBufferPointer(
          rebasing: space[..<(behind == guardBytes ? count : 0)]))
    }
  }

  /// The right side is what Python's `repr` says.
  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (1.0, "1.0"), (0.1, "0.1"), (0.001, "0.001"),
    (0.0001, "0.0001"), (0.00001, "1e-05"), (1.5e-7, "1.5e-07"), (1e15, "1000000000000000.0"),
    (1e16, "1e+16"), (123456789.125, "123456789.125"), (1.0 / 3.0, "0.3333333333333333"),
    (0.1 + 0.2, "0.30000000000000004"), (.leastNonzeroMagnitude, "5e-324"),
    (2.2250738585072014e-308, "2.2250738585072014e-308"),
    (-1.7976931348623157e308, "-1.7976931348623157e+308"), (1e22, "1e+22"), (1e23, "1e+23"),
    (9007199254740992, "9007199254740992.0"), (0x1p53 + 2, "9007199254740994.0"),
    (9999999999999998, "9999999999999998.0"), (-9999999999999998, "-9999999999999998.0"),
    (-4503599627370495.5, "-4503599627370495.5"),
    (0.00010034333188799373, "0.00010034333188799373"), (0x1p-44, "5.684341886080802e-14"),
    (10, "10.0"), (100, "100.0"), (12.5, "12.5"), (-1.25e-100, "-1.25e-100"),
    (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
  ])
  func aRateIsWrittenAsPythonWritesIt(value: Double, expected: String) {
    #expect(text(value) == expected)
  }

  @Test(arguments: DoubleKind.allCases)
  func aRateIsWrittenAsTheStandardLibraryWritesIt(kind: DoubleKind) {
    var random = SplitMix64(seed: 2024)
    var wrong: [Double] = []
    for _ in 0..<(Verification.isThorough ? 10_000_000 : 100_000) {
      let value = kind.next(&random)
      // From 2^53 to 10^16 the standard library has an exponent, and Python has none.
      let isWhole = value.magnitude > 0x1p53 && value.magnitude < 1e16
      var expected = isWhole ? "\(Int(value)).0" : value.description
      let isRight = withText(of: value) { text in
        expected.withUTF8 { text.elementsEqual($0) }
      }
      if !isRight { wrong.append(value) }
    }
    #expect(wrong.prefix(5) == [])
  }

  @Test func randomDoublesReadBack() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<10_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(text(value))?.bitPattern == value.bitPattern)
    }
  }
}

/// The texts of many rates.
@Suite struct NumberTextsTests {
  /// Pairs and what is left of them, neighbours of one binade and of others, what takes longer.
  @Test(arguments: DoubleKind.allCases)
  func theyAreTheTextsOfEachRate(kind: DoubleKind) {
    var random = SplitMix64(seed: 5)
    for count in Array(0...65) + [512] {
      var values = (0..<count).map { _ in kind.next(&random) }
      if count > 8 { values.replaceSubrange(3..<6, with: [0, 1, -values[2]]) }
      if count > 40 { for index in 20..<40 { values[index] = values[index - 1].nextUp } }
      #expect(texts(values) == values.map(text), "\(count)")
    }
  }

  private func texts(_ values: [Double]) -> [String] {
    let byteCount = NumberTexts.byteCount(for: values.count)
    return withUnsafeTemporaryAllocation(
      byteCount: byteCount + NumberText.longest, alignment: NumberTexts.alignment
    ) { space in
      values.withUnsafeBufferPointer { buffer in
        let texts = NumberTexts(
          buffer, in: UnsafeMutableRawBufferPointer(rebasing: space[..<byteCount]))
        let room = UnsafeMutableRawBufferPointer(rebasing: space[byteCount...])
        return values.indices.map { index in
          guard let start = room.baseAddress else { return "" }
          let length = texts.write(index, to: start)
          return String(decoding: room[..<length], as: UTF8.self)
        }
      }
    }
  }

  private func text(_ value: Double) -> String {
    withUnsafeTemporaryAllocation(byteCount: NumberText.longest, alignment: 1) { space in
      guard let start = space.baseAddress else { return "" }
      return String(decoding: space[..<NumberText.write(value, to: start)], as: UTF8.self)
    }
  }
}

/// The two ways to the shortest decimal.
@Suite struct ShortestDecimalTests {
  @Test(arguments: DoubleKind.allCases)
  func theQuickWayIsExactWhereItGoes(kind: DoubleKind) {
    var random = SplitMix64(seed: 99)
    var goes = 0
    for _ in 0..<100_000 {
      let value = kind.next(&random).magnitude
      guard value.isFinite, let quick = ShortestDecimal(quickly: value.bitPattern) else { continue }
      goes += 1
      let exact = ShortestDecimal(exactly: value.bitPattern)
      guard
        (quick.whole, quick.last, quick.power) == (exact.whole, exact.last, exact.power)
      else {
        Issue.record("\(value)")
        return
      }
    }
    if kind == .rates || kind == .anyBits { #expect(goes > 90_000) }
  }

  @Test(arguments: [0, 1, 0x000f_ffff_ffff_ffff, 0x3ff0_0000_0000_0000, 0x7ff0_0000_0000_0000])
  func theQuickWayLeavesSpecialBitsAlone(bits: UInt64) {
    #expect(ShortestDecimal(quickly: bits)?.whole == nil)
  }
}
