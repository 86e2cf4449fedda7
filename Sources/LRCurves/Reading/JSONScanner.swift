import LRConfiguration
import LRText

/// Reads a JSON text value by value, without keeping it.
///
/// Numbers may be `NaN` and `Infinity` too, as Python writes them.
struct JSONScanner {
  /// How deep arrays and objects may be nested.
  static let maximumDepth = 64

  let file: String
  let bytes: [UInt8]

  /// The offset of the next byte.
  var index: Int

  /// The line that it is on, from 1.
  private(set) var line = 1

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    index = bytes.textStart
  }

  func place(at offset: Int) -> Place { .file(file, TextPosition(of: offset, in: bytes)) }

  func error(_ problem: CurveError.JSONProblem, at offset: Int) -> CurveError {
    .json(problem, place: place(at: offset))
  }

  /// The error of something else than what belongs at the next byte.
  mutating func unexpected(_ thing: String) -> CurveError {
    guard let byte = next else { return error(.ends, at: bytes.count) }
    let got =
      switch byte {
      case UInt8(ascii: "{"): "an object"
      case UInt8(ascii: "["): "a list"
      case UInt8(ascii: "\""): "a text"
      default:
        "'\(String(decoding: bytes[index...].prefix(20).prefix { $0 > 0x20 }, as: UTF8.self))'"
      }
    return error(.expected(thing, got: got), at: index)
  }

  /// The next byte that is no white space; nil at the end.
  @inline(__always) var next: UInt8? {
    mutating get {
      while index < bytes.count {
        let byte = bytes[index]
        if byte > 0x20 { return byte }
        switch byte {
        case UInt8(ascii: "\n"): line &+= 1
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
        default: return byte
        }
        index &+= 1
      }
      return nil
    }
  }

  /// Moves past the next byte, if it is this one.
  @inline(__always) mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index &+= 1
    return true
  }

  /// Reads the members of an object.
  ///
  /// - Parameter body: Reads a member's value, given its key and the key's offset.
  /// - Throws: `CurveError` where it is none, or what `body` throws.
  mutating func object(
    _ body: (inout JSONScanner, String, Int) throws(CurveError) -> Void
  ) throws(CurveError) {
    var isFirst = true
    while let (key, start) = try key(isFirst: isFirst) {
      isFirst = false
      try body(&self, key, start)
    }
  }

  /// Moves to the value of an object's next member.
  ///
  /// - Parameter isFirst: Whether the object begins here; else a member's value was read.
  /// - Returns: The key and its offset; nil behind the last member, past the object.
  /// - Throws: `CurveError` where it is no object.
  @inline(__always) mutating func key(
    isFirst: Bool
  ) throws(CurveError) -> (key: String, start: Int)? {
    if isFirst {
      guard take(UInt8(ascii: "{")) else { throw unexpected("an object") }
      if take(UInt8(ascii: "}")) { return nil }
    } else if !take(UInt8(ascii: ",")) {
      guard take(UInt8(ascii: "}")) else { throw unexpected("a comma or a }") }
      return nil
    }
    guard next == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
    let start = index
    let key = try string()
    guard take(UInt8(ascii: ":")) else { throw unexpected("a colon") }
    return (key, start)
  }

  /// Reads the elements of a list.
  @inline(__always) mutating func list(
    _ body: (inout JSONScanner) throws(CurveError) -> Void
  ) throws(CurveError) {
    guard take(UInt8(ascii: "[")) else { throw unexpected("a list") }
    if take(UInt8(ascii: "]")) { return }
    repeat { try body(&self) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw unexpected("a comma or a ]") }
  }

  /// The next value, a number; nil of `null`.
  @inline(__always) mutating func number(
    of column: String
  ) throws(CurveError) -> ScannedNumber? {
    if let byte = next, byte != UInt8(ascii: "n"), byte != UInt8(ascii: "\""),
      let number = ScannedNumber(bytes, at: index)
    {
      index = number.end
      return number
    }
    if takeWord("null") { return nil }
    throw try notANumber(of: column)
  }

  private mutating func notANumber(of column: String) throws(CurveError) -> CurveError {
    guard let byte = next else { return error(.ends, at: index) }
    let place = place(at: index)
    let start = index
    if byte == UInt8(ascii: "\"") {
      return .notANumber(try string(), column: column, place: place)
    }
    if byte == UInt8(ascii: "{") { return .notANumber("an object", column: column, place: place) }
    if byte == UInt8(ascii: "[") { return .notANumber("a list", column: column, place: place) }
    let text = bytes[start...].prefix(40).prefix { $0 > 0x20 && !",]}".utf8.contains($0) }
    return .notANumber(String(decoding: text, as: UTF8.self), column: column, place: place)
  }

  mutating func takeWord(_ word: StaticString) -> Bool {
    let isHere =
      next != nil
      && word.withUTF8Buffer { word in bytes[index...].prefix(word.count).elementsEqual(word) }
    if isHere { index += word.utf8CodeUnitCount }
    return isHere
  }

  /// Moves past any value.
  mutating func skipValue(depth: Int = 1) throws(CurveError) {
    guard depth <= Self.maximumDepth else { throw error(.tooDeep, at: index) }
    guard let byte = next else { throw error(.ends, at: index) }
    switch byte {
    case UInt8(ascii: "{"):
      try object { (scanner, _, _) throws(CurveError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try list { (scanner) throws(CurveError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""):
      _ = try string()
    default:
      if takeWord("null") || takeWord("true") || takeWord("false") { return }
      guard let number = ScannedNumber(bytes, at: index) else { throw unexpected("a value") }
      index = number.end
    }
  }
}
