/// Maps and their keys.
extension HjsonReader {
  /// Reads a map from its opening brace to its closing one.
  mutating func map() throws(Refusal) -> HjsonValue {
    let enclosure = Enclosure.map(opened: offset)
    offset += 1
    try skipSpace()
    var members: [HjsonMember] = []
    while here != UInt8(ascii: "}") {
      members.append(try member(in: enclosure))
      try skipSeparator()
    }
    offset += 1
    return .map(try withoutDuplicates(members))
  }

  /// Reads the members of a map without braces, to the end of the text; there is at least one.
  mutating func mapWithoutBraces() throws(Refusal) -> HjsonValue {
    var members: [HjsonMember] = []
    while here != nil {
      members.append(try member(in: .root))
      try skipSeparator()
    }
    return .map(try withoutDuplicates(members))
  }

  private mutating func member(in enclosure: Enclosure) throws(Refusal) -> HjsonMember {
    let position = text.position(at: offset)
    let isQuoted = here == UInt8(ascii: "\"") || here == UInt8(ascii: "'")
    if !isQuoted { notes.add(.keyWithoutQuotes, at: offset) }
    let key = isQuoted ? try quotedString() : try quotelessKey(in: enclosure)
    try skipSpace()
    switch here {
    case UInt8(ascii: ":"): break
    case nil: throw unclosed(enclosure, missing: .missingColon(key: key), at: offset)
    case UInt8(ascii: "="): throw refusal(.equalsSign(key: key), at: offset)
    default: throw refusal(.missingColon(key: key), at: offset)
    }
    offset += 1
    try skipSpace()
    return HjsonMember(key: key, keyPosition: position, node: try value(in: enclosure))
  }

  /// Reads a key without quotes, up to its colon.
  private mutating func quotelessKey(in enclosure: Enclosure) throws(Refusal) -> String {
    let start = offset
    // The last byte of the first white space in the key, which may only stand before the colon.
    var space: Int?
    while let byte = here {
      if byte == UInt8(ascii: ":") { break }
      if HjsonText.isOne(of: "{}[],", byte) {
        throw keyRefusal(start: start, end: offset, found: byte, in: enclosure)
      }
      if HjsonText.isOne(of: " \t\n\r", byte), space == nil || space == offset - 1 {
        space = offset
      }
      offset += 1
    }
    let key = text.string(start..<offset)
    guard here != nil else {
      let trimmed = String(HjsonText.trimmedAtEnd(key[...]))
      throw unclosed(enclosure, missing: .missingColon(key: trimmed), at: start)
    }
    if key.isEmpty { throw refusal(.missingKey, at: start) }
    guard let space else { return key }
    let trimmed = String(HjsonText.trimmedAtEnd(key[...]))
    if space != offset - 1 {
      throw equalsSign(in: start..<offset) ?? spaceInKey(trimmed, at: start, space: space)
    }
    return trimmed
  }

  private mutating func withoutDuplicates(
    _ members: [HjsonMember]
  ) throws(Refusal) -> [HjsonMember] {
    guard members.count > 1 else { return members }
    var places: [ScalarText: TextPosition] = [:]
    for member in members {
      if let first = places.updateValue(member.keyPosition, forKey: ScalarText(member.key)) {
        let error = HjsonError(
          position: member.keyPosition, problem: .duplicateKey(member.key, first: first))
        throw Refusal(error: error, isFinal: true)
      }
    }
    return members
  }
}
