import Testing

/// A configuration that is refused, and the sentence that its author gets to read.
struct Refusal: Sendable, CustomTestStringConvertible {
  let text: String
  let sentence: String

  var testDescription: String { text.debugDescription }

  init(_ text: String, _ sentence: String) {
    self.text = text
    self.sentence = sentence
  }

  func check() throws {
    #expect(try ConfigurationFolder().refusal(of: text) == sentence)
  }
}
