import LRText
import TestSupport
import Testing

/// What the reader makes of a text.
func parseHjson(_ text: String) throws(HjsonError) -> HjsonNode {
  try Hjson.parse(Array(text.utf8))
}

/// Why the reader refuses a text, or nil if it reads it.
func hjsonRefusal(_ text: String) -> HjsonError? {
  do {
    _ = try parseHjson(text)
    return nil
  } catch {
    return error
  }
}

/// The tree in one line, so that trees compare and show.
func hjsonTree(_ node: HjsonNode) -> String {
  switch node.value {
  case .null: "null"
  case .bool(let value): "\(value)"
  case .integer(let value): "int \(value)"
  case .bigInteger(let digits): "int \(digits)"
  case .float(let value): "float \(value)"
  case .string(let text): text.debugDescription
  case .list(let nodes): "[\(nodes.map(hjsonTree).joined(separator: ", "))]"
  case .map(let members):
    "{\(members.map { "\($0.key.debugDescription): \(hjsonTree($0.node))" }.joined(separator: ", "))}"
  }
}

@Suite("Hjson, values and places")
struct HjsonValueTests {
  @Test(arguments: [
    ("9999999999.0", "int 9999999999"), ("1e10", "float 10000000000.0"), ("-2.50e1", "int -25"),
    ("9223372036854775807", "int 9223372036854775807"),
    ("-9223372036854775809", "int -9223372036854775809"), ("1e-400", "int 0"),
    ("1\u{661}", "int 11"), ("true\u{A0}", "true"), ("nullx", #""nullx""#), ("-", #""-""#),
  ])
  func numbersAndLiterals(_ text: String, _ expected: String) throws {
    #expect(hjsonTree(try parseHjson("a: \(text)\n")) == #"{"a": \#(expected)}"#)
  }

  @Test func bigIntegersKeepTheirDigits() throws {
    let node = try #require(try parseHjson("{a: -123456789012345678901}").member("a")?.node)
    guard case .bigInteger(let digits) = node.value else {
      Issue.record("\(node.value)")
      return
    }
    #expect(digits == "-123456789012345678901")
  }

  @Test(arguments: [
    (#"\u00e9\n\/"#, "\u{E9}\n/"), (#"\ud83d\ude00"#, "\u{1F600}"), (#"\ud83d"#, "\u{FFFD}"),
    (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\u 41"#, nil),
    (#"\u004"#, nil), (#"\u0x41"#, nil), (#"\u-001"#, nil), (#"\u+041"#, "A"), (#"\u0_41"#, "A"),
  ])
  func escapes(_ text: String, _ expected: String?) {
    let read = try? parseHjson(#"["\#(text)"]"#)
    #expect(read.map(hjsonTree) == expected.map { "[\($0.debugDescription)]" })
  }

  @Test(arguments: [
    ("a:\n  '''\n  x\n    y\n  '''\n", "x\n  y"), ("a:\n  '''x\n ''y\n\n'''", "x\n''y\n"),
    // On the first line the reference counts the indentation around the end of the text.
    ("a: '''\n     x'''\n", "  x"), ("a: '''\n     x'''\n#", " x"),
  ])
  func multilineStrings(_ text: String, _ expected: String) throws {
    #expect(
      hjsonTree(try #require(try parseHjson(text).member("a")).node) == expected.debugDescription)
  }

  @Test func everythingHasItsPlace() throws {
    let root = try parseHjson("# top\n{\n  \"\u{E9}\u{1F600}\": [1,\n   x\n ], b: {}\n}")
    #expect(root.position == TextPosition(line: 2, column: 1))
    let first = try #require(root.member("\u{E9}\u{1F600}"))
    #expect(first.keyPosition == TextPosition(line: 3, column: 3))
    #expect(first.node.position == TextPosition(line: 3, column: 9))
    guard case .list(let items) = first.node.value else {
      Issue.record("\(first.node.value)")
      return
    }
    #expect(items.map(\.position.description) == ["3:10", "4:4"])
    #expect(root.member("b")?.keyPosition == TextPosition(line: 5, column: 5))
  }

  @Test func keysAreComparedByScalars() throws {
    let root = try parseHjson("{\"\u{E9}\": 1, \"e\u{301}\": 2}")
    #expect(root.member("e\u{301}").map { hjsonTree($0.node) } == "int 2")
    #expect(root.member("e") == nil)
    #expect(try parseHjson("[]").member("e") == nil)
  }
}

@Suite("Hjson, limits")
struct HjsonLimitTests {
  @Test func nestingHasALimit() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(hjsonRefusal(deepest) == nil)
    let error = try #require(hjsonRefusal(String(repeating: "[", count: 1_000_000)))
    #expect(error.problem == .tooDeep)
    #expect(error.position == TextPosition(line: 1, column: 65))
    let maps = try #require(hjsonRefusal(String(repeating: "{a:", count: 1_000_000)))
    #expect(maps.problem == .tooDeep)
    #expect(maps.position == TextPosition(line: 1, column: 3 * 64 + 1))
  }

  @Test func wholeNumbersHaveALimit() throws {
    #expect(hjsonRefusal("[\(String(repeating: "9", count: 4300))]") == nil)
    let error = try #require(hjsonRefusal("[\(String(repeating: "9", count: 4301))]"))
    #expect(error.problem == .integerTooLong(digits: 4301))
  }

  @Test func valuesAndCommentsHaveALimit() throws {
    func list(_ count: Int) -> String { "[\(String(repeating: "1,", count: count - 1))]" }
    #expect(hjsonRefusal(list(Hjson.maximumNodeCount)) == nil)
    let error = try #require(hjsonRefusal(list(Hjson.maximumNodeCount + 1)))
    #expect(error.problem == .tooManyNodes)
    #expect(error.position == TextPosition(line: 1, column: 2 * Hjson.maximumNodeCount))
  }

  /// A single value is read as a map first, which counts for nothing.
  @Test func commentsBehindASingleValueCountOnce() throws {
    func text(_ comments: Int) -> String { "\"a\"\n\(String(repeating: "#\n", count: comments))" }
    #expect(hjsonRefusal(text(Hjson.maximumNodeCount - 1)) == nil)
    for more in 0...1 {
      let error = try #require(hjsonRefusal(text(Hjson.maximumNodeCount + more)))
      #expect(error.problem == .tooManyNodes)
    }
  }

  /// The map is a value, with braces and without.
  @Test(arguments: ["{", ""])
  func mapsCountWithoutBracesToo(brace: String) throws {
    func text(_ numbers: Int) -> String {
      "\(brace)x: [\(String(repeating: "1,", count: numbers))]\(brace.isEmpty ? "" : "}")"
    }
    #expect(hjsonRefusal(text(Hjson.maximumNodeCount - 2)) == nil)
    let error = try #require(hjsonRefusal(text(Hjson.maximumNodeCount - 1)))
    #expect(error.problem == .tooManyNodes)
  }

  @Test func textsHaveALimit() {
    #expect(throws: HjsonError.self) {
      try Hjson.parse([UInt8](repeating: 0x20, count: Hjson.maximumByteCount + 1))
    }
  }

  @Test(
    .patience(minutes: 1),
    arguments: [
      "[\(String(repeating: "1,", count: 240_000))1]", String(repeating: "n,", count: 400_000),
      "{a: \"\(String(repeating: "\\n", count: 400_000))\"}",
      "a: '''\(String(repeating: "x\n", count: 400_000))'''\n",
      "[\(String(repeating: "'''x'''", count: 120_000))\n]",
    ])
  func longLinesTakeLinearTime(_ text: String) {
    #expect(hjsonRefusal(text) == nil)
  }

  @Test(
    arguments: [
      ([0xFF], "1:1"), ([0x61, 0x3A, 0x0A, 0xC3, 0xA9, 0xC3], "2:2"), ([0xC0, 0x80], "1:1"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2"), ([0x22, 0xF4, 0x90, 0x80, 0x80], "1:2"),
    ] as [([UInt8], String)])
  func bytesMustBeUTF8(_ bytes: [UInt8], _ place: String) {
    let error = #expect(throws: HjsonError.self) { try Hjson.parse(bytes) }
    #expect(error?.problem == .invalidUTF8)
    #expect(error?.position.description == place)
  }

  @Test func aTruncatedConfigurationIsRefused() {
    let bytes = Array(HjsonMistakeTests.configuration.utf8)
    #expect((try? Hjson.parse(bytes)) != nil)
    for count in 1..<(bytes.count - 1) {
      let error = #expect(throws: HjsonError.self) { try Hjson.parse(Array(bytes[..<count])) }
      #expect(error?.message.contains(";") == true)
    }
  }
}
