import LRText
import Testing

@Suite struct ShortenedTextTests {
  @Test(arguments: ["", "a: b; c", " two  spaces ", String(repeating: "word ", count: 800)])
  func whatAReaderTakesInStays(text: String) {
    #expect(text.shortenedForMessage == text)
  }

  @Test func theMiddleOfALongWordIsLeftOut() {
    let word = String(repeating: "a", count: 150) + String(repeating: "b", count: 150)
    let short = String(repeating: "a", count: 100) + " .. " + String(repeating: "b", count: 50)
    #expect("x: \(word) y".shortenedForMessage == "x: \(short) y")
  }

  /// A letter may carry any number of accents.
  @Test(arguments: ["x", "\u{301}", "\u{200D}", " \u{301}", "x "])
  func noneIsLongerThanTheLimit(part: String) {
    let message = "file:1:1: \(String(repeating: part, count: 100_000)) is no number"
    let short = message.shortenedForMessage
    #expect(short.unicodeScalars.count <= 4000)
    // An accent belongs to the letter in front of it, but not to its scalar.
    #expect(short.unicodeScalars.starts(with: "file:1:1: ".unicodeScalars))
    #expect(short.hasSuffix(" is no number"))
  }
}
