/// A walk over a text from its first byte to its last, one method a kind of thing that may come.
///
/// It follows the reference step by step, so that it reads the same things, mistakes included.
struct HjsonReader {
  var text: HjsonText
  var offset = 0

  /// The first value without quotes that took a closing bracket with it.
  var quotelessBracket: Range<Int>?

  /// The scalars behind the text's last line feed, once they were asked for.
  lazy var scalarsAfterLastLineFeed = text.scalarsAfterLastLineFeed()

  /// What a reader of the value alone does not see.
  var notes = HjsonNotes()

  private var depth = 0
  private var nodeCount = 0

  init(_ text: HjsonText) {
    self.text = text
  }

  /// The map or list that is being read, with the offset of its bracket.
  enum Enclosure {
    case root
    case map(opened: Int)
    case list(opened: Int)
  }

  /// Why the reading ends.
  struct Refusal: Error {
    let error: HjsonError

    /// Whether it ends the reading even where the text may yet be a single value.
    let isFinal: Bool
  }

  /// A refusal where the reference has a syntax error.
  mutating func refusal(
    _ problem: HjsonError.Problem, at offset: Int, isFinal: Bool = false
  ) -> Refusal {
    let error = HjsonError(position: text.position(at: offset), problem: problem)
    return Refusal(error: error, isFinal: isFinal)
  }

  /// A refusal where the reference fails otherwise, and so never tries the text as a value.
  mutating func finalRefusal(_ problem: HjsonError.Problem, at offset: Int) -> Refusal {
    refusal(problem, at: offset, isFinal: true)
  }

  /// Reads the whole text.
  mutating func root() throws(Refusal) -> HjsonNode {
    skipByteOrderMark()
    let hasByteOrderMark = offset > 0
    try skipSpace()
    let start = offset
    switch here {
    case nil where hasByteOrderMark:
      throw refusal(.emptyAfterByteOrderMark, at: start)
    case nil:
      return HjsonNode(value: .map([]), position: TextPosition(line: 1, column: 1))
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let node = try value(in: .root)
      try expectEnd()
      return node
    default:
      break
    }
    let position = text.position(at: start)
    let (notesBefore, countBefore) = (notes, nodeCount)
    do {
      notes.add(.missingBraces, at: start)
      try countNode(at: start)
      return HjsonNode(value: try mapWithoutBraces(), position: position)
    } catch {
      // Not a map, but perhaps a single value; if not, what is wrong with the map says more.
      offset = start
      (notes, nodeCount) = (notesBefore, countBefore)
      if error.isFinal { throw error }
      return try singleValue(orElse: error)
    }
  }

  private mutating func singleValue(orElse mapRefusal: Refusal) throws(Refusal) -> HjsonNode {
    do {
      let node = try value(in: .root)
      try expectEnd()
      return node
    } catch {
      throw error.error.problem == .tooManyNodes ? error : mapRefusal
    }
  }

  private mutating func expectEnd() throws(Refusal) {
    try skipSpace()
    if here != nil { throw refusal(.textAfterEnd, at: offset) }
  }

  /// Reads the value that begins here.
  mutating func value(in enclosure: Enclosure) throws(Refusal) -> HjsonNode {
    guard let first = here else {
      throw unclosed(enclosure, missing: .missingValue, at: offset)
    }
    try countNode(at: offset)
    let position = text.position(at: offset)
    let value: HjsonValue =
      switch first {
      case UInt8(ascii: "{"): try nested { (reader) throws(Refusal) in try reader.map() }
      case UInt8(ascii: "["): try nested { (reader) throws(Refusal) in try reader.list() }
      case UInt8(ascii: "'") where isAt("'''"): .string(try multilineString())
      case UInt8(ascii: "'"), UInt8(ascii: "\""): .string(try quotedString())
      case _ where HjsonText.isOne(of: "}],:", first):
        throw misplaced(first, in: enclosure)
      default: try quotelessValue()
      }
    return HjsonNode(value: value, position: position)
  }

  /// Counts a value or a comment.
  mutating func countNode(at offset: Int) throws(Refusal) {
    guard nodeCount < Hjson.maximumNodeCount else {
      throw finalRefusal(.tooManyNodes, at: offset)
    }
    nodeCount += 1
  }

  private mutating func nested(
    _ read: (inout HjsonReader) throws(Refusal) -> HjsonValue
  ) throws(Refusal) -> HjsonValue {
    guard depth < Hjson.maximumDepth else { throw finalRefusal(.tooDeep, at: offset) }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func list() throws(Refusal) -> HjsonValue {
    let enclosure = Enclosure.list(opened: offset)
    offset += 1
    try skipSpace()
    var nodes: [HjsonNode] = []
    while here != UInt8(ascii: "]") {
      nodes.append(try value(in: enclosure))
      try skipSeparator()
    }
    offset += 1
    return .list(nodes)
  }
}
