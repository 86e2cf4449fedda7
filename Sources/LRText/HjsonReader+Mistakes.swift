/// Finding the words for what is wrong with maps and lists.
extension HjsonReader {
  /// The text ends inside a map or list; without brackets around, something else is missing.
  mutating func unclosed(
    _ enclosure: Enclosure, missing problem: HjsonError.Problem, at place: Int
  ) -> Refusal {
    if let bracket = swallowedBracket() { return bracket }
    switch enclosure {
    case .root:
      return refusal(problem, at: place)
    case .map(let opened):
      let position = text.position(at: opened)
      return refusal(.unclosedBracket("{", opened: position), at: offset)
    case .list(let opened):
      let position = text.position(at: opened)
      return refusal(.unclosedBracket("[", opened: position), at: offset)
    }
  }

  /// A bracket, comma or colon stands where a value should.
  mutating func misplaced(_ found: UInt8, in enclosure: Enclosure) -> Refusal {
    guard case .list(let opened) = enclosure else { return refusal(.missingValue, at: offset) }
    if found == UInt8(ascii: ",") { return refusal(.extraComma, at: offset) }
    if let bracket = swallowedBracket() { return bracket }
    let position = text.position(at: opened)
    return found == UInt8(ascii: ":")
      ? refusal(.colonInList(opened: position), at: offset)
      : refusal(.wrongBracket("}", closing: "[", opened: position), at: offset)
  }

  /// A bracket or comma stands in a key without quotes, or instead of it.
  mutating func keyRefusal(
    start: Int, end: Int, found: UInt8, in enclosure: Enclosure
  ) -> Refusal {
    if start < end {
      let key = HjsonText.trimmed(text.string(start..<end)[...])
      return equalsSign(in: start..<end) ?? refusal(.missingColon(key: key), at: start)
    }
    let scalar = Unicode.Scalar(found)
    switch (scalar, enclosure) {
    case (",", _):
      return refusal(.extraComma, at: start)
    case ("]", .map(let opened)):
      let position = text.position(at: opened)
      return swallowedBracket()
        ?? refusal(.wrongBracket(scalar, closing: "{", opened: position), at: start)
    case ("}", _), ("]", _):
      return refusal(.unopenedBracket(scalar), at: start)
    default:
      return refusal(.bracketForKey(scalar), at: start)
    }
  }

  /// A key without quotes has white space in it, or is a key without a colon and another key.
  mutating func spaceInKey(_ key: String, at start: Int, space: Int) -> Refusal {
    let line = key.utf8.prefix { !HjsonText.isOne(of: "\r\n", $0) }
    guard line.count < key.utf8.count else { return refusal(.spaceInKey(key), at: space) }
    return refusal(.missingColon(key: HjsonText.trimmed(Substring(line))), at: start)
  }

  /// An equals sign stands in what should be a key: it was meant as the colon.
  mutating func equalsSign(in range: Range<Int>) -> Refusal? {
    guard let sign = text.bytes[range].firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let key = HjsonText.trimmed(text.string(range.lowerBound..<sign)[...])
    if key.isEmpty { return nil }
    return refusal(.equalsSign(key: key), at: sign)
  }

  private mutating func swallowedBracket() -> Refusal? {
    guard let range = quotelessBracket else { return nil }
    return refusal(.bracketInQuotelessValue(text.string(range)), at: range.lowerBound)
  }
}
