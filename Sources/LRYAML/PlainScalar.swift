import LRText

/// What a scalar means: PyYAML's rules, and the numbers of YAML 1.2 besides.
enum PlainScalar {
  /// How many digits of a whole number Python's `int` reads.
  static let maximumDigits = Hjson.maximumDigits

  /// The value of a scalar.
  ///
  /// - Parameters:
  ///   - text: Its text, without quotes.
  ///   - isPlain: Whether it stands without quotes.
  ///   - tag: Its tag in full; nil for none.
  ///   - position: Its place, for the error.
  /// - Returns: The value.
  /// - Throws: `YAMLError` for a number that is too large, or a tag that does not fit.
  static func value(
    _ text: String, isPlain: Bool, tag: String?, at position: TextPosition
  ) throws(YAMLError) -> HjsonValue {
    guard let tag else {
      return isPlain ? try plain(text, at: position) : .string(text)
    }
    let known = "tag:yaml.org,2002:"
    let kind = tag.hasPrefix(known) ? String(tag.dropFirst(known.count)) : tag
    switch kind {
    case "!", "str": return .string(text)
    case "int", "float", "bool", "null":
      let value = try plain(text, at: position)
      switch (kind, value) {
      case ("int", .integer), ("int", .bigInteger), ("float", .float), ("bool", .bool),
        ("null", .null):
        return value
      case ("float", .integer(let whole)): return .float(Double(whole))
      default: throw YAMLError(position: position, problem: .wrongTag("!!\(kind)", text: text))
      }
    default: throw YAMLError(position: position, problem: .unknownTag(tag))
    }
  }

  private static func plain(
    _ text: String, at position: TextPosition
  ) throws(YAMLError) -> HjsonValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return .bool(true)
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return .bool(false)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    default: break
    }
    guard let first = text.utf8.first, isDigit(first) || "+-.".utf8.contains(first) else {
      return .string(text)
    }
    return try number(text, at: position) ?? .string(text)
  }

  /// The number that a text is, nil where it is none.
  private static func number(
    _ text: String, at position: TextPosition
  ) throws(YAMLError) -> HjsonValue? {
    var digits = Array(text.utf8)[...]
    let sign = digits.first == UInt8(ascii: "-") ? "-" : ""
    if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      digits.removeFirst()
    }
    if let (base, body) = base(of: digits) {
      return try whole(sign, body, base: base, text: text, at: position)
    }
    var mantissa: [UInt8] = []
    var isWhole = true
    var hasDigit = false
    while let byte = digits.first, isDigit(byte) || byte == UInt8(ascii: "_") {
      // A separator stands behind a digit.
      if byte == UInt8(ascii: "_"), !hasDigit { return nil }
      if byte != UInt8(ascii: "_") { mantissa.append(byte) }
      hasDigit = true
      digits.removeFirst()
    }
    if digits.first == UInt8(ascii: ".") {
      isWhole = false
      mantissa.append(digits.removeFirst())
      while let byte = digits.first, isDigit(byte) || byte == UInt8(ascii: "_") {
        if byte != UInt8(ascii: "_") { mantissa.append(byte) }
        hasDigit = hasDigit || isDigit(byte)
        digits.removeFirst()
      }
    }
    guard hasDigit else { return nil }
    if isWhole, digits.isEmpty {
      return try whole(sign, mantissa[...], base: 10, text: text, at: position)
    }
    if let exponent = digits.first, exponent | 0x20 == UInt8(ascii: "e") {
      mantissa += [UInt8(ascii: "e")]
      digits.removeFirst()
      if let byte = digits.first, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
        mantissa.append(digits.removeFirst())
      }
      guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
      mantissa += digits
      digits = []
    }
    guard digits.isEmpty else { return nil }
    return .float(try double(sign + String(decoding: mantissa, as: UTF8.self), at: position))
  }

  /// The base of a whole number that a prefix says, and its digits: `0x`, `0b`, `0o` of YAML 1.2, or the
  /// 0 of an octal number of YAML 1.1.
  private static func base(of digits: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
    guard digits.count > 1, digits.first == UInt8(ascii: "0") else { return nil }
    let rest = digits.dropFirst()
    let body = rest.dropFirst()
    func holds(_ body: ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool) -> Bool {
      body.contains(where: isDigit) && body.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") }
    }
    switch rest.first {
    case UInt8(ascii: "x"):
      return holds(body) { Character(Unicode.Scalar($0)).isHexDigit } ? (16, body) : nil
    case UInt8(ascii: "b"): return holds(body) { $0 & 0xFE == 0x30 } ? (2, body) : nil
    case UInt8(ascii: "o"): return holds(body) { $0 & 0xF8 == 0x30 } ? (8, body) : nil
    default: return holds(rest) { $0 & 0xF8 == 0x30 } ? (8, rest) : nil
    }
  }

  private static func whole(
    _ sign: String, _ digits: ArraySlice<UInt8>, base: Int, text: String,
    at position: TextPosition
  ) throws(YAMLError) -> HjsonValue {
    let body = String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    if let value = Int(sign + body, radix: base) { return .integer(value) }
    guard base == 10 else { throw YAMLError(position: position, problem: .numberTooLarge(text)) }
    guard body.utf8.count <= maximumDigits else {
      throw YAMLError(position: position, problem: .integerTooLong(digits: body.utf8.count))
    }
    return .bigInteger(sign + body)
  }

  private static func double(_ text: String, at position: TextPosition) throws(YAMLError) -> Double
  {
    let value = Double(text) ?? .infinity
    guard value.isFinite else {
      throw YAMLError(position: position, problem: .numberTooLarge(text))
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
