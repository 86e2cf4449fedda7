/// What a reader of the value alone does not see: leniencies and comments.
struct HjsonNotes {
  /// The offset of the first leniency of each kind.
  private var first: [Int?] = Array(repeating: nil, count: HjsonLeniency.Kind.allCases.count)
  private var comments: [Range<Int>] = []

  /// Keeps a leniency, if it is the first of its kind.
  mutating func add(_ kind: HjsonLeniency.Kind, at offset: Int) {
    if first[kind.rawValue] == nil { first[kind.rawValue] = offset }
  }

  /// Keeps a comment.
  mutating func addComment(_ range: Range<Int>) {
    add(.comment, at: range.lowerBound)
    comments.append(range)
  }

  /// The leniencies with their places, in the order of the text.
  func leniencies(in text: inout HjsonText) -> [HjsonLeniency] {
    let found = HjsonLeniency.Kind.allCases.compactMap { kind in
      first[kind.rawValue].map { (kind: kind, offset: $0) }
    }
    return found.sorted { $0.offset < $1.offset }.map {
      HjsonLeniency(kind: $0.kind, position: text.position(at: $0.offset))
    }
  }

  /// The comments with their places, in order.
  func comments(in text: inout HjsonText) -> [TextComment] {
    comments.map {
      TextComment(text: text.string($0), position: text.position(at: $0.lowerBound))
    }
  }
}

extension HjsonReader {
  /// Reads the whole text, and what is beside its value.
  mutating func document() throws(Refusal) -> HjsonDocument {
    let root = try root()
    return HjsonDocument(
      root: root, leniencies: notes.leniencies(in: &text), comments: notes.comments(in: &text))
  }

  /// Keeps that a text has no quotes, as a text or as what Python would take for a value.
  mutating func noteMissingQuotes(of value: String, at offset: Int) {
    let word = value.hasSuffix(",") ? value.dropLast() : value[...]
    notes.add(
      ["True", "False", "None"].contains(word) ? .pythonLiteral : .textWithoutQuotes, at: offset)
  }
}
