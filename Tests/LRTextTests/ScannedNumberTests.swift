import LRText
import TestSupport
import Testing

/// Numbers that stand in a text are read to the nearest double.
@Suite struct ScannedNumberTests {
  private func scan(_ text: String) -> ScannedNumber? { ScannedNumber(Array(text.utf8), at: 0) }

  @Test(arguments: [
    "0", "1", "-1", "+1", "0.1", "1e-4", "1E+5", "123456789012345678", "0.00010045000000000015",
    "1.7976931348623157e308", "1.7976931348623159e308", "1e309", "-1e400", "4.9e-324", "2e-324",
    "2.2250738585072011e-308", "9007199254740993", "9007199254740992.5", ".5", "5.", "-.5e1",
    "1e22", "1e23", "1234567890123456789012345678901234567890", "0.1e-999999999999999",
    "0.500000000000000166533453693773481063544750213623046875", "00012.50",
    "179769313486231580793728971405301199344",
    // More digits than are multiplied, and near a middle for it.
    "100698892805318465286e11", "138620586761476757486993e-286", "1068513482599302561640e-217",
    "117210546073567978986502e214", "0108124061145749354587e-192",
  ])
  func theNearestDouble(text: String) throws {
    let number = try #require(scan(text))
    let expected = try #require(Double(text.hasSuffix(".") ? text + "0" : text))
    #expect(number.value == expected)
    #expect(number.end == text.utf8.count)
  }

  @Test(arguments: NumberTextKind.allCases)
  func manyTexts(kind: NumberTextKind) {
    var random = SplitMix64(seed: 7)
    let count = Verification.isThorough ? 25_000_000 : 50_000
    var wrong: [String] = []
    for _ in 0..<count {
      let text = kind.next(&random)
      if scan(text)?.value.bitPattern != Double(text)?.bitPattern { wrong.append(text) }
    }
    Verification.report(
      "reading of \(kind)", against: "the standard library", count: count, different: wrong.count)
    #expect(wrong.prefix(5) == [])
  }

  /// Texts of 1 to 25 digits, of every exponent, and the texts of doubles and their middles.
  enum NumberTextKind: CaseIterable {
    case doubles, manyDigits, fractions, scaledWholeNumbers

    func next(_ random: inout SplitMix64) -> String {
      switch self {
      case .doubles:
        Double(bitPattern: UInt64.random(in: 0..<(0x7ff << 52), using: &random)).description
      case .manyDigits: "\(digits(25, &random))e\(Int(random.next() % 700) - 350)"
      case .fractions: "0.\(digits(18, &random))"
      case .scaledWholeNumbers: "\((random.next() >> 9) | 1)e\(Int(random.next() % 40) - 20)"
      }
    }

    private func digits(_ most: UInt64, _ random: inout SplitMix64) -> String {
      let bytes = (0..<random.next() % most + 1).map { _ in
        UInt8(ascii: "0") + UInt8(random.next() % 10)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: ["nan", "NaN", "NAN", "-nan"])
  func notANumber(text: String) throws {
    let number = try #require(scan(text))
    #expect(number.value.isNaN && number.end == text.utf8.count)
  }

  @Test(arguments: [("inf", 1.0), ("-Infinity", -1), ("+INF", 1)])
  func infinite(text: String, sign: Double) throws {
    let number = try #require(scan(text))
    #expect(number.value == sign * .infinity && number.end == text.utf8.count)
  }

  @Test(arguments: ["", "-", "+", ".", "e5", "abc", "-.", "nano", "infinite", "x1", " 1", "--1"])
  func noNumber(text: String) { #expect(scan(text) == nil) }

  @Test(arguments: [("1e", 1), ("1e+", 1), ("1.5.5", 3), ("1,5", 1), ("0x1p3", 1), ("1_000", 1)])
  func whatIsBehindIsLeft(text: String, end: Int) throws {
    #expect(try #require(scan(text)).end == end)
  }

  @Test(
    arguments: [
      ("0.001000", 4, 6, nil), ("1e-4", 1, nil, nil), ("12", 2, 0, 12), ("-7", 1, 0, -7),
      ("0", 0, 0, 0), ("0.0", 0, 1, nil), ("9.80e-05", 3, nil, nil),
      ("999999999999999999", 18, 0, 999_999_999_999_999_999),
    ] as [(String, Int, Int?, Int?)])
  func howItIsWritten(text: String, digits: Int, decimals: Int?, integer: Int?) throws {
    let number = try #require(scan(text))
    #expect(number.significantDigits == digits)
    #expect(number.decimals == decimals)
    #expect(number.integer == integer)
  }
}
