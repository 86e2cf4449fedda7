import LRText

@testable import LRYAML

/// A tree in one line: `{a: 1, b: [true, null]}`, texts in quotes.
func line(_ node: HjsonNode) -> String {
  switch node.value {
  case .null: "null"
  case .bool(let value): "\(value)"
  case .integer(let value): "\(value)"
  case .bigInteger(let digits): "big \(digits)"
  case .float(let value): "float \(value)"
  case .string(let text): "\"\(text)\""
  case .list(let nodes): "[\(nodes.map(line).joined(separator: ", "))]"
  case .map(let members):
    "{\(members.map { "\($0.key): \(line($0.node))" }.joined(separator: ", "))}"
  }
}

/// What a text is, or why it is refused.
func read(_ text: String) -> String { read(Array(text.utf8)) }

func read(_ bytes: [UInt8]) -> String {
  do {
    return line(try YAML.parse(bytes))
  } catch {
    return "\(error)"
  }
}
