import Testing

@testable import LRText

/// What Hjson takes and strict JSON does not, and where.
@Suite struct HjsonLeniencyTests {
  private func leniencies(_ text: String) throws -> [String] {
    try Hjson.document(Array(text.utf8)).leniencies.map { "\($0.position) \($0.kind)" }
  }

  @Test(arguments: [
    "{}", "", #"{"a": [1, 2.5e3, true, null, "b"], "c": {"d": -1}}"#, " [ ] \n",
    "{\"a\":\t\"# no // comment\"}\r\n",
  ])
  func strictJSONHasNone(text: String) throws {
    #expect(try leniencies(text) == [])
  }

  @Test(arguments: [
    ("\u{FEFF}{}", ["1:1 a byte order mark"]),
    ("\"a\": 1", ["1:1 no outer braces"]),
    ("{\"a\": 1 // one\n}", ["1:9 a comment"]),
    ("{\"a\": 1, # one\n\"b\": 2 /* two */ }", ["1:10 a comment"]),
    ("{a: 1}", ["1:2 a key without quotes"]),
    ("{\"a\": some text\n}", ["1:7 a text without quotes"]),
    ("{\"a\": True,\n\"b\": None\n}", ["1:7 Python's True, False or None"]),
    ("{'a': 'b'}", ["1:2 single quotes"]),
    ("{\"a\":\n'''b'''\n}", ["2:1 a ''' text"]),
    ("{\"a\": 1\n\"b\": 2}", ["1:8 a missing comma"]),
    ("{\"a\": [1, 2,],\n}", ["1:12 a trailing comma"]),
    (
      "a: 1\nb: x\n",
      [
        "1:1 no outer braces", "1:1 a key without quotes", "1:5 a missing comma",
        "2:4 a text without quotes",
      ]
    ),
  ])
  func theFirstOfEachKindHasItsPlace(text: String, expected: [String]) throws {
    #expect(try leniencies(text) == expected)
  }

  /// A text is first taken for a map without braces; what is noted of that is forgotten.
  @Test func aSingleValueHasNoBracesToMiss() throws {
    #expect(try leniencies("\"a\"") == [])
  }

  @Test func commentsAreKept() throws {
    let text = "# first\n{\"a\": 1, /* second */ \"b\": \"// none\" // third\r\n}"
    let comments = try Hjson.document(Array(text.utf8)).comments
    #expect(comments.map(\.text) == ["# first", "/* second */", "// third"])
    #expect(comments.map { "\($0.position)" } == ["1:1", "2:10", "2:38"])
  }
}
