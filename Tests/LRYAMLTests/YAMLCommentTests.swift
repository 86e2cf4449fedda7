import LRText
import Testing

@testable import LRYAML

/// The comments of a text, for whoever looks for a word in them.
@Suite struct YAMLCommentTests {
  private func comments(_ text: String) throws -> [String] {
    try YAML.comments(in: Array(text.utf8)).map { "\($0.position) \($0.text)" }
  }

  @Test(arguments: [
    ("", []), ("a: 1\n", []), ("a: b#c\n", []),
    ("# one\na: 1 # two # three\n", ["1:1 # one", "2:6 # two # three"]),
    ("a: 1 \t#\n\n#x", ["1:7 #", "3:1 #x"]), ("ä: ü # ö", ["1:6 # ö"]),
    ("a: 1 # one\r\n# two\r\n", ["1:6 # one", "2:1 # two"]),
    ("# one\r# two", ["1:1 # one", "1:7 # two"]),
    ("\u{FEFF}# one\n# two", ["1:2 # one", "2:1 # two"]),
    ("\u{FEFF}'ä # b': 1 # c", ["1:13 # c"]),
  ])
  func whatStandsBehindASign(text: String, expected: [String]) throws {
    #expect(try comments(text) == expected)
  }

  @Test(arguments: [
    "a: 'b # c'", "a: \"b # c\"", "a: 'b\n  # c\n  d'", "a: \"\\\" # c\"", "'# a': b",
    "a: |\n  # b\n  c\n", "a: >-\n  b\n   # c\n", "[a, 'ö # b', \"ü # c\"]",
  ])
  func whatIsWrittenInAValueIsNone(text: String) throws {
    #expect(try comments(text) == [])
  }

  @Test(arguments: [
    ("a: | # b\n  # c\n# d\n", ["1:6 # b", "3:1 # d"]), ("a: >\n  b\n\n# c", ["4:1 # c"]),
    ("a: 'b' # c", ["1:8 # c"]), ("- 'a' # b\n- 'c # d' # e", ["1:7 # b", "2:11 # e"]),
  ])
  func whatFollowsAValueIsOne(text: String, expected: [String]) throws {
    #expect(try comments(text) == expected)
  }

  @Test(arguments: ["a: 'b # c", "\t# d\na: {"])
  func aTextThatIsNoYAMLHasNone(text: String) throws {
    #expect(try comments(text) == [])
  }

  /// At most as many as there may be values.
  @Test(arguments: [-1, 0, 1])
  func commentsHaveALimit(more: Int) throws {
    let text = Array(String(repeating: "#\n", count: YAML.maximumNodeCount + more).utf8)
    guard more > 0 else {
      #expect(try YAML.comments(in: text).count == YAML.maximumNodeCount + more)
      return
    }
    let error = #expect(throws: YAMLError.self) { try YAML.comments(in: text) }
    #expect(error?.problem == .tooManyComments)
    #expect(error?.position == TextPosition(line: YAML.maximumNodeCount + 1, column: 1))
  }
}
