import TestSupport
import Testing

@testable import LRYAML

/// Texts that are refused, each with a place, and how quickly.
@Suite struct YAMLMistakeTests {
  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "3:1: the key \"a\" stands twice, first at 1:1; remove one"),
    ("a: {b: 1, 'b': 2}\n", "1:11: the key \"b\" stands twice, first at 1:5; remove one"),
    ("<<: {a: 1}\n<<: {b: 1}\n", "2:1: the key \"<<\" stands twice, first at 1:1; remove one"),
    (
      "a: !!python/object:os.system {}\n",
      "1:4: the tag \"tag:yaml.org,2002:python/object:os.syste..\" means something only to its own"
        + " program; write the value without it"
    ),
    (
      "a: !mine 5\n",
      "1:4: the tag \"!mine\" means something only to its own program; write the value without it"
    ),
    ("a: !!int x\n", "1:4: \"x\" is not what its tag !!int says; remove the tag"),
    ("a: *x\n", "1:4: *x stands for nothing; write &x in front of a value above it"),
    ("a: &x [1, *x]\n", "1:11: *x stands inside of its own value; write the value instead"),
    ("a: &x {b: *x}\n", "1:11: *x stands inside of its own value; write the value instead"),
    ("? [a]\n: 1\n", "1:3: the key is no plain text; write a word in front of the colon"),
    ("{a: 1}: 2\n", "1:1: the key is no plain text; write a word in front of the colon"),
    ("a: &x b\n*x : 1\n", "2:1: the key is no plain text; write a word in front of the colon"),
    ("a: 1\n---\nb: 2\n", "2:1: a second document begins here; give a file with one"),
    ("a: {<<: 5}\n", "1:9: << takes a map or a list of maps; write << : *name of a map"),
    ("a: 1e999\n", "1:4: 1e999 is beyond the largest double, 1.8e308; write a smaller number"),
    ("a:\n\tb: 1\n", "2:1: a tab stands where YAML wants spaces; write spaces"),
    // A byte order mark is a column of its line.
    ("\u{FEFF}a: 1\na: 3\n", "2:1: the key \"a\" stands twice, first at 1:2; remove one"),
    ("\u{FEFF}a: \0\n", "1:5: the character U+0000 may not stand in YAML; remove it"),
    ("\u{FEFF}\ta: 1\n", "1:2: a tab stands where YAML wants spaces; write spaces"),
    ("a: \0\n", "1:4: the character U+0000 may not stand in YAML; remove it"),
    ("a: ä\u{7}\n", "1:5: the character U+0007 may not stand in YAML; remove it"),
    (
      "a: [1, 2\n",
      "2:1: YAML does not allow this: did not find expected ',' or ']' (while parsing a flow sequence"
        + " that begins at 1:4); check the indentation, the quotes and the brackets here"
    ),
  ])
  func mistakes(text: String, sentence: String) { #expect(read(text) == sentence) }

  @Test func notUTF8() {
    #expect(
      read([0x61, 0x3A, 0x20, 0xC3, 0x28])
        == "1:4: the text is not UTF-8 here; save the file as UTF-8")
    // UTF-16 with its mark.
    #expect(read([0xFF, 0xFE, 0x61, 0x00]).hasPrefix("1:1: the text is not UTF-8"))
  }

  /// Nine lists of nine aliases each: 9^9 values in 400 bytes.
  private static let bomb: String = {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text += "a\(level): &a\(level) ["
      text += Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    return text
  }()

  /// A map that merges the one before twice.
  private static let mergingBomb: String = {
    var text = "a0: &a0 {x: 1}\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) {<<: [*a\(level - 1), *a\(level - 1)], k\(level): 1}\n"
    }
    return text
  }()

  /// A hostile text, which no report should print.
  struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// A part of what is said.
    let sentence: String

    init(_ name: String, _ text: String, _ sentence: String) {
      (testDescription, self.text, self.sentence) = (name, text, sentence)
    }

    /// The same text a million times.
    static func million(_ text: String, _ sentence: String) -> Hostile {
      Hostile("a million \(text)", String(repeating: text, count: 1_000_000), sentence)
    }
  }

  /// Some milliseconds each; the limit tells those from what grows without bounds, on a busy machine too.
  @Test(
    .patience(minutes: 1),
    arguments: [
      Hostile("aliases of aliases", bomb, "values, what aliases stand for included"),
      Hostile("merges of merges", mergingBomb, "values, what aliases stand for included"),
      .million("[", "1:65: maps and lists are nested deeper"),
      .million("{a: ", "1:257: maps and lists are nested deeper"),
      .million("- ", "1:129: maps and lists are nested"),
      .million("? ", "1:3: the key is no plain text"),
      .million("]", "1:1: YAML does not allow this"),
      .million("*", "1:2: YAML does not allow this"),
      .million("!", "1:1: the tag"),
      .million("&a ", "1:4: YAML does not allow this"),
      .million("a:\n", "2:1: the key \"a\" stands twice"),
      .million("---\n", "2:1: a second document"),
      Hostile(
        "an open quote", "\"" + String(repeating: "x", count: 1_000_000),
        "1:1000002: YAML does not allow this"),
      Hostile(
        "indentation", (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        "65:65: maps and lists are nested"),
      Hostile(
        "too many values", "[" + String(repeating: "1,", count: 1_000_001) + "]",
        "more than 250000 values"),
      Hostile(
        "too many bytes", String(repeating: "a", count: 17 << 20),
        "1:1: the text has 17825792 bytes"),
      Hostile(
        "too many digits", "a: " + String(repeating: "9", count: 5000),
        "1:4: a whole number of 5000 digits"),
    ])
  func hostileTextsAreRefused(hostile: Hostile) {
    #expect(read(hostile.text).prefix(200).contains(hostile.sentence))
  }

  /// An alias may bring in as much depth as is left, no more.
  @Test func depthOfAliases() {
    func nested(_ depth: Int) -> String {
      let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return "a: &x \(deep)\nb: [[*x]]\n"
    }
    #expect(read(nested(61)).hasPrefix("{a: [["))
    #expect(read(nested(62)).hasPrefix("2:6: maps and lists are nested deeper than 64"))
  }

  /// A large text that is well is read.
  @Test func aHugeScalar() {
    let text = "a: \"" + String(repeating: "x", count: 8 << 20) + "\"\nb: 1"
    #expect(read(text).hasSuffix("b: 1}"))
  }

  /// The list is a value too.
  @Test(arguments: [-1, 0, 1])
  func valuesHaveALimit(more: Int) {
    expect(more, in: "[\(String(repeating: "1,", count: YAML.maximumNodeCount + more - 1))]")
  }

  /// So are maps and their keys.
  @Test(arguments: [-1, 0, 1])
  func keysHaveALimit(more: Int) {
    let pairs = 100_000
    let members = (0..<pairs).map { "a\($0): 1\n" }.joined()
    // Besides the pairs there are the map, a key and its list.
    let rest = YAML.maximumNodeCount + more - 2 * pairs - 3
    expect(more, in: "\(members)x: [\(String(repeating: "1,", count: rest))]")
  }

  private func expect(_ more: Int, in text: String) {
    let bytes = Array(text.utf8)
    if more > 0 {
      let error = #expect(throws: YAMLError.self) { try YAML.parse(bytes) }
      #expect(error?.problem == .tooManyNodes)
    } else {
      #expect(throws: Never.self) { try YAML.parse(bytes) }
    }
  }
}
