import TestSupport
import Testing

@testable import LRText

/// The text of a rate.
@Suite struct NumberTextTests {
  private func text(_ value: Double) -> String {
    var text = ""
    forEachText(of: [value]) { _, bytes in text = String(decoding: bytes, as: UTF8.self) }
    return text
  }

  /// Gives the bytes of each text to a closure; none where a byte behind the room was written.
  private func forEachText(
    of values: [Double], _ body: (Double, UnsafeRawBufferPointer) -> Void
  ) {
    let byteCount = NumberTexts.byteCount(for: values.count)
    withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: NumberTexts.alignment) { space in
      withUnsafeTemporaryAllocation(byteCount: NumberText.longest + 8, alignment: 1) { room in
        values.withUnsafeBufferPointer { values in
          let texts = NumberTexts(values, in: space)
          guard let start = room.baseAddress else { return }
          let guardBytes: UInt64 = 0xAAAA_AAAA_AAAA_AAAA
          for (index, value) in values.enumerated() {
            room.storeBytes(of: guardBytes, toByteOffset: NumberText.longest, as: UInt64.self)
            let count = texts.write(index, to: start)
            let behind = room.loadUnaligned(fromByteOffset: NumberText.longest, as: UInt64.self)
            let isWithin = behind == guardBytes
            body(value, UnsafeRawBufferPointer(rebasing: room[..<(isWithin ? count : 0)]))
          }
        }
      }
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
    #expect(NumberText.text(of: value) == expected)
  }

  /// Blocks as rows have them, of doubles that have little in common.
  @Test(arguments: DoubleKind.allCases)
  func aRateIsWrittenAsTheStandardLibraryWritesIt(kind: DoubleKind) {
    var random = SplitMix64(seed: 2024)
    var wrong: [Double] = []
    let blocks = Verification.isThorough ? 20_000 : 200
    for _ in 0..<blocks {
      forEachText(of: (0..<512).map { _ in kind.next(&random) }) { value, text in
        // From 2^53 to 10^16 the standard library has an exponent, and Python has none.
        let isWhole = value.magnitude > 0x1p53 && value.magnitude < 1e16
        var expected = isWhole ? "\(Int(value)).0" : value.description
        if !expected.withUTF8({ text.elementsEqual($0) }) { wrong.append(value) }
        if NumberText.text(of: value) != expected { wrong.append(value) }
      }
    }
    Verification.report(
      "shortest digits of \(kind)", against: "the standard library", count: blocks * 512,
      different: wrong.count)
    #expect(wrong.prefix(5) == [])
  }

  /// Neighbours of one binade and of others, pairs and what is left of them, and what takes longer.
  @Test(arguments: DoubleKind.allCases)
  func aTextIsTheSameWhateverStandsBesideIt(kind: DoubleKind) {
    var random = SplitMix64(seed: 5)
    for count in Array(0...65) + [512] {
      var values = (0..<count).map { _ in kind.next(&random) }
      if count > 8 { values.replaceSubrange(3..<7, with: [0, 1, -0.0, -values[2]]) }
      if count > 40 { for index in 20..<40 { values[index] = values[index - 1].nextUp } }
      var together: [String] = []
      forEachText(of: values) { together.append(String(decoding: $1, as: UTF8.self)) }
      #expect(together == values.map(text), "\(count)")
    }
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

/// The two ways to the shortest decimal.
@Suite struct ShortestDecimalTests {
  @Test(arguments: DoubleKind.allCases)
  func theQuickWayIsExactWhereItGoes(kind: DoubleKind) {
    var random = SplitMix64(seed: 99)
    var goes = 0
    for _ in 0..<100_000 {
      let value = kind.next(&random).magnitude
      guard value.isFinite, let quick = quickDecimal(value.bitPattern) else { continue }
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
    #expect(quickDecimal(bits)?.whole == nil)
  }

  private func quickDecimal(_ bits: UInt64) -> ShortestDecimal? {
    DecimalBinade(of: bits).flatMap { ShortestDecimal(quickly: bits, in: $0) }
  }
}
