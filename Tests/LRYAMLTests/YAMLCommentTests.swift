import LRText
import Testing

@testable import LRYAML

/// The comments of a text, for whoever looks for a word in them.
@Suite struct YAMLCommentTests {
  private func comments(_ text: String) -> [String] {
    YAML.comments(in: Array(text.utf8)).map { "\($0.position) \($0.text)" }
  }

  @Test(arguments: [
    ("", []), ("a: 1\n", []), ("a: b#c\n", []),
    ("# one\na: 1 # two # three\n", ["1:1 # one", "2:6 # two # three"]),
    ("\t#\n\n#x", ["1:2 #", "3:1 #x"]), ("ä: ü # ö", ["1:6 # ö"]),
    // A quoted text is not looked into.
    ("a: 'b # c'", ["1:7 # c'"]),
  ])
  func whatStandsBehindASign(text: String, expected: [String]) {
    #expect(comments(text) == expected)
  }
}
