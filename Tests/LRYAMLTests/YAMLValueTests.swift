import LRText
import Testing

@testable import LRYAML

/// What scalars, aliases and merges mean.
@Suite struct YAMLValueTests {
  @Test(arguments: [
    ("~", "null"), ("", "{}"), ("null", "null"), ("NULL", "null"), ("nULL", "\"nULL\""),
    ("true", "true"), ("True", "true"), ("yes", "true"), ("On", "true"), ("no", "false"),
    ("OFF", "false"), ("y", "\"y\""), ("tRUE", "\"tRUE\""), ("'true'", "\"true\""),
    ("10", "10"), ("-10", "-10"), ("+10", "10"), ("1_000", "1000"), ("0x1F", "31"),
    ("0b101", "5"), ("0o17", "15"), ("017", "15"), ("-017", "-15"), ("0", "0"), ("00", "0"),
    ("9223372036854775808", "big 9223372036854775808"),
    ("-9223372036854775809", "big -9223372036854775809"),
    ("1.5", "float 1.5"), ("2.0e-05", "float 2e-05"), ("5e-5", "float 5e-05"),
    ("5E5", "float 500000.0"), ("1e3", "float 1000.0"), (".5", "float 0.5"), ("1.", "float 1.0"),
    ("-.5e+1", "float -5.0"), ("1_0.5", "float 10.5"), ("100.0", "float 100.0"),
    ("1e", "\"1e\""), ("e5", "\"e5\""), (".", "\".\""), ("-", "[null]"), ("1.2.3", "\"1.2.3\""),
    ("1 000", "\"1 000\""), ("0x", "\"0x\""), ("0b2", "\"0b2\""), ("08", "8"), ("_1", "\"_1\""),
    (".inf", "float inf"), ("-.INF", "float -inf"), ("+.Inf", "float inf"), (".nan", "float nan"),
    (".NaN", "float nan"), (".iNF", "\".iNF\""), ("-.nan", "\"-.nan\""), ("inf", "\"inf\""),
    ("\"5e-5\"", "\"5e-5\""),
    ("12:30", "\"12:30\""), ("2001-01-01", "\"2001-01-01\""), ("cosine", "\"cosine\""),
  ])
  func scalars(text: String, value: String) { #expect(read(text) == value) }

  @Test(arguments: [
    ("!!str 5", "\"5\""), ("! 5", "\"5\""), ("!!int 5", "5"), ("!!float 5", "float 5.0"),
    ("!!float 5e-5", "float 5e-05"), ("!!bool yes", "true"), ("!!null ''", "null"),
    ("!!map {a: 1}", "{a: 1}"), ("!!seq [1]", "[1]"),
  ])
  func yamlsOwnTags(text: String, value: String) { #expect(read(text) == value) }

  @Test(arguments: [
    ("a: 1\nb:\n  - x\n  - {c: 2, d: [3]}\n", "{a: 1, b: [\"x\", {c: 2, d: [3]}]}"),
    ("? a\n: 1\n", "{a: 1}"), ("a:\n", "{a: null}"), ("# nothing\n", "{}"), ("---\n", "null"),
    ("--- 5\n...\n", "5"), ("1: x\ntrue: y\n", "{1: \"x\", true: \"y\"}"),
    ("a: |\n  b\n  c\n", "{a: \"b\nc\n\"}"), ("{\"a\": \"\\u00e4\"}", "{a: \"ä\"}"),
    ("\u{FEFF}a: 1", "{a: 1}"), ("\u{FEFF}a: 1\nb:\n  c: 2\nd: 3\n", "{a: 1, b: {c: 2}, d: 3}"),
    ("\u{FEFF}- 1\n- 2\n", "[1, 2]"), ("\u{FEFF}", "{}"), ("\u{FEFF}--- 5\n", "5"),
    ("\u{FEFF}# c\na: 1\nb: 2\n", "{a: 1, b: 2}"), ("a: 1\r\nb: 2\r\n", "{a: 1, b: 2}"),
    ("'': 1", "{: 1}"), ("a: \"\\0\"", "{a: \"\0\"}"),
  ])
  func documents(text: String, value: String) { #expect(read(text) == value) }

  @Test(arguments: [
    ("a: &x 5\nb: *x\n", "{a: 5, b: 5}"),
    ("a: &x {c: 1}\nb: [*x, *x]\n", "{a: {c: 1}, b: [{c: 1}, {c: 1}]}"),
    ("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"),
    (
      "a: &x {c: 1, d: 2}\nb:\n  d: 3\n  <<: *x\n  e: 4\n",
      "{a: {c: 1, d: 2}, b: {c: 1, d: 3, e: 4}}"
    ),
    ("a: {<<: [{b: 1}, {b: 2, c: 3}]}", "{a: {b: 1, c: 3}}"), ("a: {'<<': 1}", "{a: {<<: 1}}"),
  ])
  func aliasesAndMerges(text: String, value: String) { #expect(read(text) == value) }

  /// Every value has its place; what an alias brings in has the places where it is written, but its
  /// outermost the alias's.
  @Test func places() throws {
    let root = try YAML.parse(Array("ä: &x\n  b: 1\n\"c\":   *x\n".utf8))
    let member = try #require(root.member("c"))
    #expect(root.position == TextPosition(line: 1, column: 1))
    #expect(root.member("ä")?.node.member("b")?.node.position == TextPosition(line: 2, column: 6))
    #expect(member.keyPosition == TextPosition(line: 3, column: 1))
    #expect(member.node.position == TextPosition(line: 3, column: 8))
    #expect(member.node.member("b")?.node.position == TextPosition(line: 2, column: 6))
  }
}
