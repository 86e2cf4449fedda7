import Testing

@testable import LRText

@Suite struct TypedNumberTests {
  @Test(arguments: [
    ("0", 0), ("-0", 0), ("0.0", 0), ("0e999999999999999999999", 0), ("007", 7), ("+5", 5),
    ("10000", 10_000), ("10_000", 10_000), ("1_0_0", 100), ("-12", -12), ("100.0", 100),
    ("5.", 5), ("1e6", 1_000_000), ("1E+6", 1_000_000), ("1e1_0", 10_000_000_000),
    ("1.5e3", 1_500), ("1500e-2", 15), ("10k", 10_000), ("10K", 10_000), ("1.5k", 1_500),
    ("0.001k", 1), (".5k", 500), ("5M", 5_000_000), ("2G", 2_000_000_000),
    ("1.000_001M", 1_000_001), ("9007199254740992", 1 << 53), ("-9007199254740992", -(1 << 53)),
    ("9007199.254740992G", 1 << 53), ("0.00000000000000000009e20", 9),
  ])
  func aWholeNumberIsAnIntegerHoweverWritten(text: String, number: Int) throws {
    #expect(try TypedNumber(text) == .integer(number))
  }

  @Test(arguments: [
    ("0.001", 0.001), ("1e-4", 1e-4), ("-1e-3", -1e-3), (".5", 0.5), ("0.1", 0.1),
    ("1_0.2_5", 10.25), ("1.2345k", 1_234.5), ("0.0000015M", 1.5),
    ("0.30000000000000004", 0.30000000000000004), ("5e-324", .leastNonzeroMagnitude),
    ("4503599627370495.5", 4_503_599_627_370_495.5), ("1e16", 1e16), ("10000000000G", 1e19),
    ("9007199254740992.5", 9_007_199_254_740_992), ("-1.5e300", -1.5e300),
    ("1.7976931348623157e308", .greatestFiniteMagnitude),
  ])
  func anyOtherNumberIsTheNearestDouble(text: String, number: Double) throws {
    #expect(try TypedNumber(text) == .float(number))
  }

  @Test(arguments: [
    "nan", "NaN", "inf", "-inf", "infinity", "0x10", "0x1p-3", "ten", "-", "+", ".", "-.", "e5",
    "1e", "1e+", "1e5.0", "--1", "+-1", "1.2.3", "1 000", " 1", "1 ", "1\n", "10kk", "10 k", "5m",
    "2g", "10T", "1,000", "１０", "10k5", "1e5f",
  ])
  func whatIsNoDecimalNumberIsRefused(text: String) {
    #expect(throws: TypedNumberError.notANumber(text)) { try TypedNumber(text) }
  }

  @Test(arguments: ["1__0", "_1", "1_", "1_.5", "1._5", "1_e5", "1e_5", "1e5_", "10_k", "_", "-_1"])
  func anUnderscoreStandsBetweenDigits(text: String) {
    #expect(throws: TypedNumberError.misplacedUnderscore(text)) { try TypedNumber(text) }
  }

  @Test(arguments: [
    "9007199254740993", "-9007199254740993", "123456789012345678901234567890",
    "9_007_199_254_740_993",
  ])
  func digitsBeyondExactWholeNumbersAreRefused(text: String) {
    #expect(throws: TypedNumberError.tooLarge(text)) { try TypedNumber(text) }
  }

  @Test(arguments: ["1e400", "-1e309", "1e99999999999999999999"])
  func whatNoDoubleHoldsIsRefused(text: String) {
    #expect(throws: TypedNumberError.infinite(text)) { try TypedNumber(text) }
  }

  @Test(arguments: ["1e-400", "-1e-99999999999999999999", "1e-324"])
  func whatWouldBecomeZeroIsRefused(text: String) {
    #expect(throws: TypedNumberError.tooSmall(text)) { try TypedNumber(text) }
  }

  @Test(arguments: [
    ("0", 0), ("7", 7), ("007", 7), ("000000000000000", 0),
    ("123456789012345", 123_456_789_012_345),
    ("", nil), ("1234567890123456", nil), ("0000000000000000", nil), ("+1", nil), ("-0", nil),
    ("1_0", nil), ("1.0", nil), ("1k", nil), (" 1", nil), ("1\n", nil), ("/", nil), (":", nil),
    ("１", nil), ("1\u{301}", nil),
  ])
  func fewDigitsAreReadAtOnce(text: String, number: Int?) {
    #expect(TypedNumber.plainDigits(text) == number)
  }

  @Test func aSubstringIsReadToo() throws {
    #expect(try TypedNumber("0,100,5e6".split(separator: ",")[2]) == .integer(5_000_000))
    #expect(throws: TypedNumberError.empty) { try TypedNumber("0,".suffix(0)) }
  }

  @Test(arguments: [
    ("", "the number is empty; write one as 10000, 10k or 1e4"),
    ("1__0", "'1__0' has a _ that is not between two digits; write it as 10_000"),
    ("nan", "'nan' is not a number; write it in decimal, as 10000, 10_000, 10k, 5M or 1e-4"),
    (
      "9007199254740993",
      "'9007199254740993' is too large; whole numbers are exact up to 2^53 = 9007199254740992"
    ),
    ("1e999", "'1e999' is too large for a double; the largest is 1.7976931348623157e308"),
    ("1e-999", "'1e-999' is too small for a double; write 0 or at least 5e-324"),
  ])
  func theErrorSaysWhatAndHowToMendIt(text: String, description: String) throws {
    let error = #expect(throws: TypedNumberError.self) { try TypedNumber(text) }
    #expect(error?.description == description)
  }

  @Test func aLongTextIsShortenedInItsError() {
    let error = TypedNumberError.notANumber(String(repeating: "x", count: 1_000))
    #expect(error.description.hasPrefix("'\(String(repeating: "x", count: 40))..' is not"))
  }
}
