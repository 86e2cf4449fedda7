import LRText

/// Reads Hjson texts and says what they are.
///
/// Each line of standard input is a text as hexadecimal bytes, answered by a line of JSON: the tree,
/// with `{"int": digits}`, `{"float": bits}` and `{"map": [[key, value], ..]}`, or `{"error": why}`.
@main enum HjsonTree {
  static func main() throws {
    while let line = readLine() {
      print(try answer(bytes(ofHexadecimal: line)))
    }
  }

  private static func answer(_ text: [UInt8]) -> String {
    do {
      return try Hjson.parse(text).value.json
    } catch {
      return #"{"error": \#(error.description.json)}"#
    }
  }

  private static func bytes(ofHexadecimal line: String) throws -> [UInt8] {
    let digits = Array(line.utf8)
    return try stride(from: 0, to: digits.count, by: 2).map { index in
      let pair = String(decoding: digits[index..<min(index + 2, digits.count)], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16) else { throw NotHexadecimal(text: pair) }
      return byte
    }
  }

  private struct NotHexadecimal: Error {
    let text: String
  }
}

extension HjsonValue {
  fileprivate var json: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .integer(let value): #"{"int": "\#(value)"}"#
    case .bigInteger(let digits): #"{"int": "\#(digits)"}"#
    case .float(let value): #"{"float": "\#(String(value.bitPattern, radix: 16))"}"#
    case .string(let text): text.json
    case .list(let nodes): "[\(nodes.map(\.value.json).joined(separator: ", "))]"
    case .map(let members):
      #"{"map": [\#(members.map { "[\($0.key.json), \($0.node.value.json)]" }.joined(separator: ", "))]}"#
    }
  }
}

extension String {
  /// The text in quotes, all but ASCII's letters, digits and signs by their code units.
  fileprivate var json: String {
    let units = utf16.map { unit in
      let isPlain = 0x20..<0x7F ~= unit && unit != 0x22 && unit != 0x5C
      let digits = String(unit, radix: 16)
      return isPlain
        ? String(UnicodeScalar(UInt8(unit)))
        : #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "\"\(units.joined())\""
  }
}
