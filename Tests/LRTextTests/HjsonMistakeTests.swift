import LRText
import Testing

@Suite("Hjson, the typical mistakes")
struct HjsonMistakeTests {
  static let configuration = """
    {
      "train_batch_size": 8, # per update
      "optimizer": {"type": "AdamW", "params": {"lr": 1e-4, "betas": [0.9, 0.999]}},
      // \u{E9}\u{1F600}
      "scheduler": {
        "type": 'WarmupLR',
        "params": {"warmup_min_lr": 0.0, "warmup_num_steps": 1e3, "note": "\\u00e9\u{E9}"}
      },
      /* a ''' string */
      notes:
        '''
        one
        two
        '''
    }
    """

  private func description(of text: String) -> String? {
    do {
      _ = try Hjson.parse(Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  /// A mistake and the sentence that its author gets to read.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let sentence: String

    var testDescription: String { text.debugDescription }

    init(_ text: String, _ sentence: String) {
      self.text = text
      self.sentence = sentence
    }
  }

  static let quoteless =
    "stands without quotes, so it is a string that runs to the end of its line, closing brackets "
    + "included"

  @Test(arguments: [
    Mistake(#"{"a": True}"#, "1:7: the value True \(quoteless); write true"),
    Mistake(#"{"a": [None]}"#, "1:8: the value None \(quoteless); write null"),
    Mistake(#"{"a": NaN}"#, "1:7: the value NaN \(quoteless); write a finite number"),
    Mistake("{a: auto}", #"1:5: the value auto \#(quoteless); write "auto""#),
    Mistake(
      "{a: 1_000}",
      "1:5: the value 1_000 \(quoteless); write a number like 1000, 0.5 or 1e-3, or use quotes"),
    Mistake("[0.9 0.999]", "1:2: the value 0.9 0.999 \(quoteless); is there a comma missing?"),
    Mistake(
      #"{"a": 1 "b": 2}"#,
      #"1:7: the value 1 "b": 2 \#(quoteless); is there a comma or a quote missing?"#),
    Mistake(
      "{\n a: [x, y],\n b: 1\n}", #"2:6: the value x \#(quoteless); write "x""#),
  ])
  func valuesWithoutQuotes(_ mistake: Mistake) {
    #expect(description(of: mistake.text) == mistake.sentence)
  }

  @Test(arguments: [
    Mistake("{\n a: {b: 1}\n", "3:1: the text ends, but the { opened at 1:1 is not closed; add }"),
    Mistake("{a: [1,\n", "2:1: the text ends, but the [ opened at 1:5 is not closed; add ]"),
    Mistake("{a: [1}", "1:7: a } closes the [ opened at 1:5; write ] before it or instead"),
    Mistake("{a: 1]", "1:6: a ] closes the { opened at 1:1; write } before it or instead"),
    Mistake(
      "a: 1\n}\n", "2:1: nothing is open that this } could close; remove it or open the bracket"),
    Mistake(
      "{a: [1,\n b: 2}", #"2:2: the value b: 2 \#(quoteless); write "b: 2""#),
    Mistake(
      "{\"a\": [1,\n\"b\": 2}",
      "2:4: a colon stands in the list opened at 1:7; close the list before it, or use { } for "
        + "keys and values"),
    Mistake(
      "{}\nx", "2:1: there is more text behind the end; remove it, or close the brackets later"),
    Mistake("{a: 1 /* b }", "1:7: the comment opened by this /* is not closed; add */ at its end"),
  ])
  func brackets(_ mistake: Mistake) {
    #expect(description(of: mistake.text) == mistake.sentence)
  }

  @Test(arguments: [
    Mistake("{\"a\": \"x}", "1:7: the string opened by this \" is not closed; add \" at its end"),
    Mistake("{a:\n'''x}", "2:1: the string opened by this ''' is not closed; add ''' at its end"),
    Mistake(
      "{a: '''x'''}",
      "1:5: DeepSpeed's reader fails on ''' where the whole text is one line; use \" or break the "
        + "line"),
    Mistake(
      "{\"a\": \"x\ty\"}", #"1:9: a tab stands in the string opened at 1:7; write \t or a space"#),
    Mistake(
      "{\"a: 1,\n\"b\": 2}",
      #"1:8: a line break stands in the string opened at 1:2; close the quotes before it, or "#
        + #"write \n"#),
    Mistake(
      "[\"\u{1B}\"]",
      #"1:3: the control character \u001b stands in the string opened at 1:2; write \u001b"#),
    Mistake(
      #"["C:\x"]"#,
      #"1:6: a backslash before x means nothing; write \\ for a backslash "#
        + #"(allowed are \" \' \\ \/ \b \f \n \r \t \uXXXX)"#),
    Mistake(
      #"["\u12"]"#,
      #"1:3: \u needs four hexadecimal digits; write them, or \\u for a backslash and a u"#),
    Mistake(
      "[1e400]", "1:2: 1e400 is beyond the largest double, 1.8e308; write a smaller number"),
  ])
  func stringsAndNumbers(_ mistake: Mistake) {
    #expect(description(of: mistake.text) == mistake.sentence)
  }

  @Test(arguments: [
    Mistake(
      "{\n\"lr\": 1,\n\"x\": {},\n\"lr\": 2}",
      #"4:1: the key "lr" stands twice, first at 2:1; remove one"#),
    Mistake("lr: 1\n\"lr\": 2", #"2:1: the key "lr" stands twice, first at 1:1; remove one"#),
    Mistake(#"{"lr" = 1}"#, #"1:7: the key "lr" has an = behind it; write "lr": value"#),
    Mistake("{lr = 1}", #"1:5: the key "lr" has an = behind it; write "lr": value"#),
    Mistake("{lr=1, b: 2}", #"1:4: the key "lr" has an = behind it; write "lr": value"#),
    Mistake(#"{"lr" 1}"#, #"1:7: the key "lr" has no colon behind it; write "lr": value"#),
    Mistake("{a: 1, b}", #"1:8: the key "b" has no colon behind it; write "b": value"#),
    Mistake("{\n b\n c: 1}", #"2:2: the key "b" has no colon behind it; write "b": value"#),
    Mistake("{a b: 1}", #"1:3: the key "a b" has white space in it; put the key in quotes"#),
    Mistake("{: 1}", #"1:2: a colon has no key before it; write the key (an empty one as "")"#),
    Mistake("{[1]: 1}", "1:2: a [ stands where a key should; write a key and a colon before it"),
    Mistake("{a: }", "1:5: a value is missing; write it here"),
    Mistake("x: 1\ny:", "2:3: a value is missing; write it here"),
    Mistake("{a: 1,, b: 2}", "1:7: there is nothing before this comma; remove it"),
    Mistake("[1,, 2]", "1:4: there is nothing before this comma; remove it"),
    Mistake(
      "\u{FEFF} # nothing",
      "1:12: there is nothing behind the byte order mark; write {} for an empty configuration"),
  ])
  func keysAndValues(_ mistake: Mistake) {
    #expect(description(of: mistake.text) == mistake.sentence)
  }

  @Test func aMessageStandsOnOneLineAndHasNoPlace() throws {
    let key = String(repeating: "\u{1B}", count: 3) + String(repeating: "k", count: 100)
    let error = try #require(throws: HjsonError.self) {
      try Hjson.parse(Array("{\(key): 1,\n\(key): 2}".utf8))
    }
    let shown = #"\u{1B}\u{1B}\u{1B}"# + String(repeating: "k", count: 37) + ".."
    #expect(error.message == "the key \"\(shown)\" stands twice, first at 1:2; remove one")
    #expect(error.description == "2:1: \(error.message)")
  }
}
