/// Reads the keys out of the bytes that a terminal sends: text in UTF-8, and the sequences of ECMA-48 and
/// xterm for arrows, their modifiers, the mouse and the clipboard.
///
/// A sequence may come in pieces; what is not complete waits for the next bytes.
public struct KeyParser: Sendable {
  private var bytes: [UInt8] = []
  /// How often nothing has come while a paste waited for its end.
  private var silences = 0

  /// A paste whose end does not come after so many of them is what there is.
  static let mostSilences = 20

  /// Nothing has been read.
  public init() {}

  /// Whether bytes wait for others, as an ESC does, which alone is a key.
  public var isWaiting: Bool { !bytes.isEmpty }

  /// Reads some more bytes.
  ///
  /// - Parameter more: The bytes.
  /// - Returns: What has happened, in order; sequences that mean nothing here are left out.
  public mutating func events(from more: some Sequence<UInt8>) -> [Event] {
    bytes += more
    silences = 0
    var events: [Event] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let found = Self.first(of: rest) else { break }
      rest.removeFirst(found.count)
      if let event = found.event { events.append(event) }
    }
    bytes = Array(rest)
    return events
  }

  /// Takes what waits for what it is, as no more bytes have come for a while.
  ///
  /// - Returns: An ESC that was alone, and a paste that has waited long; the beginning of another sequence
  ///   means nothing.
  public mutating func endWaiting() -> [Event] {
    if bytes.starts(with: Self.pasteStart) {
      silences += 1
      guard silences >= Self.mostSilences else { return [] }
      let text = String(decoding: bytes.dropFirst(Self.pasteStart.count), as: UTF8.self)
      bytes = []
      return [.paste(text)]
    }
    let isAlone = bytes == [Self.escape]
    bytes = []
    return isAlone ? [.key(.escape)] : []
  }

  /// A thing at the front of some bytes, and how many it takes.
  typealias Found = (event: Event?, count: Int)

  static let escape: UInt8 = 0x1B

  /// The first thing; nil where it is not complete.
  private static func first(of bytes: ArraySlice<UInt8>) -> Found? {
    guard let byte = bytes.first else { return nil }
    switch byte {
    case escape: return sequence(bytes)
    case 0x09: return (.key(.tab), 1)
    case 0x0A, 0x0D: return (.key(.enter), 1)
    case 0x08, 0x7F: return (.key(.backspace), 1)
    case 0..<0x20:
      return (.key(.control(Character(Unicode.Scalar(byte | 0x60)))), 1)
    case 0..<0x80: return (.key(.character(Character(Unicode.Scalar(byte)))), 1)
    default: return letter(bytes, first: byte)
    }
  }

  /// A letter of several bytes; a byte that begins none is left out.
  private static func letter(_ bytes: ArraySlice<UInt8>, first: UInt8) -> Found? {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    let isWhole = bytes.dropFirst().prefix(length - 1).allSatisfy { $0 & 0xC0 == 0x80 }
    guard length > 1, first < 0xF5, isWhole else { return (nil, 1) }
    guard bytes.count >= length else { return nil }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard let character = text.first, character != "\u{FFFD}" else { return (nil, length) }
    return (.key(.character(character)), length)
  }
}

extension KeyParser {
  fileprivate static let pasteStart: [UInt8] = Array("\u{1B}[200~".utf8)
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// What begins with ESC; an ESC before anything that no sequence begins with is the key.
  private static func sequence(_ bytes: ArraySlice<UInt8>) -> Found? {
    guard let kind = bytes.dropFirst().first else { return nil }
    switch kind {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"):
      guard let final = bytes.dropFirst(2).first else { return nil }
      return (key(final).map { .key($0.key, shift: $0.shift) }, 3)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      return controlString(bytes)
    default: return (.key(.escape), 1)
    }
  }

  /// A text for a device or from one, up to BEL or `ESC \`: an answer to a question that nobody asks here.
  private static func controlString(_ bytes: ArraySlice<UInt8>) -> Found? {
    let text = bytes.dropFirst(2).prefix { $0 != 0x07 && $0 != escape }
    let end = bytes[text.endIndex...]
    guard let last = end.first else { return nil }
    let count = 2 + text.count
    if last == 0x07 { return (nil, count + 1) }
    guard end.count > 1 else { return nil }
    return (nil, end[end.startIndex + 1] == UInt8(ascii: "\\") ? count + 2 : count)
  }

  /// `ESC [`, parameters, a final letter.
  private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> Found? {
    let body = bytes.dropFirst(2)
    let parameters = body.prefix { (0x20..<0x40).contains($0) }
    guard let final = body.dropFirst(parameters.count).first else { return nil }
    let count = 2 + parameters.count + 1
    // A byte that belongs to no sequence ends this one.
    guard (0x40..<0x7F).contains(final) else { return (nil, count - 1) }
    // The function keys of Linux's console.
    if final == UInt8(ascii: "["), parameters.isEmpty {
      return bytes.count > count ? (nil, count + 1) : nil
    }
    if final == UInt8(ascii: "M"), parameters.isEmpty { return oldMouse(bytes) }
    if parameters.first == UInt8(ascii: "<") {
      return (mouse(numbers(parameters.dropFirst()), isPress: final == UInt8(ascii: "M")), count)
    }
    // Others that begin so are answers to questions that nobody asks here.
    if let first = parameters.first, (0x3C..<0x40).contains(first) { return (nil, count) }
    let numbers = numbers(parameters)
    // The second number is one more than a set of bits, of which shift is the first.
    let isShift = numbers.count > 1 && numbers[1] > 0 && (numbers[1] - 1) & 1 == 1
    guard final == UInt8(ascii: "~") else {
      return (key(final).map { .key($0.key, shift: $0.shift || isShift) }, count)
    }
    if numbers.first == 200 { return paste(bytes) }
    return (key(numbered: numbers.first).map { .key($0, shift: isShift) }, count)
  }

  /// `1;2` as numbers; what is none is 0, a negative one too.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { max(0, Int(String(decoding: $0, as: UTF8.self)) ?? 0) }
  }

  /// The key of a final letter: small ones are rxvt's arrows with shift.
  private static func key(_ final: UInt8) -> (key: Key, shift: Bool)? {
    switch Character(Unicode.Scalar(final)) {
    case "A": (.up, false)
    case "B": (.down, false)
    case "C": (.right, false)
    case "D": (.left, false)
    case "H": (.home, false)
    case "F": (.end, false)
    case "M": (.enter, false)
    case "Z": (.tab, true)
    case "a": (.up, true)
    case "b": (.down, true)
    case "c": (.right, true)
    case "d": (.left, true)
    default: nil
    }
  }

  private static func key(numbered number: Int?) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    default: nil
    }
  }

  /// xterm's report of the mouse: a button, a column and a row from 1; releases mean nothing.
  private static func mouse(_ numbers: [Int], isPress: Bool) -> Event? {
    guard numbers.count == 3, isPress, numbers[1] > 0, numbers[2] > 0 else { return nil }
    return mouse(button: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1)
  }

  /// The report of terminals that know no other: three bytes, each 32 more than its number.
  private static func oldMouse(_ bytes: ArraySlice<UInt8>) -> Found? {
    let numbers = bytes.dropFirst(3).prefix(3).map { Int($0) - 32 }
    guard numbers.count == 3 else { return nil }
    return (mouse(numbers, isPress: numbers[0] & 3 != 3), 6)
  }

  private static func mouse(button: Int, column: Int, row: Int) -> Event? {
    // Shift, meta and control add 4, 8 and 16, motion 32.
    switch button & ~0b111100 {
    case 0: .mouse(column: column, row: row)
    case 64: .wheel(isUp: true, column: column, row: row)
    case 65: .wheel(isUp: false, column: column, row: row)
    default: nil
    }
  }

  private static func paste(_ bytes: ArraySlice<UInt8>) -> Found? {
    let body = bytes.dropFirst(pasteStart.count)
    guard let end = body.firstRange(of: pasteEnd) else { return nil }
    let text = String(decoding: body[..<end.lowerBound], as: UTF8.self)
    return (.paste(text), bytes.distance(from: bytes.startIndex, to: end.upperBound))
  }
}
