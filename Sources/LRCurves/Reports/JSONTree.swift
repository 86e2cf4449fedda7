/// A small JSON document, put together in memory.
indirect enum JSONTree {
  /// A value as JSON writes it.
  case scalar(String)
  case list([JSONTree])
  /// Members in order; those without a value are left out.
  case object([(String, JSONTree?)])

  static func text(_ text: String) -> JSONTree { .scalar(text.asJSON) }
  static func number(_ number: Int) -> JSONTree { .scalar("\(number)") }
  static func flag(_ flag: Bool) -> JSONTree { .scalar("\(flag)") }

  /// The document, two spaces a level, with a line end.
  var document: String { text(indent: "") + "\n" }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    func bracketed(_ open: String, _ items: [String], _ close: String) -> String {
      if items.isEmpty { return open + close }
      let lines = items.map { inner + $0 }.joined(separator: ",\n")
      return "\(open)\n\(lines)\n\(indent)\(close)"
    }
    switch self {
    case .scalar(let text): return text
    case .list(let items): return bracketed("[", items.map { $0.text(indent: inner) }, "]")
    case .object(let members):
      let items = members.compactMap { key, value in
        value.map { "\(key.asJSON): \($0.text(indent: inner))" }
      }
      return bracketed("{", items, "}")
    }
  }
}
