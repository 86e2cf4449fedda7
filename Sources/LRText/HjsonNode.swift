/// A value in an Hjson or YAML text and the place where it begins.
public struct HjsonNode: Sendable {
  /// What stands there.
  public let value: HjsonValue

  /// The place of the value's first character (of a map without braces: of its first key).
  public let position: TextPosition

  /// Makes a value that another reader has read.
  package init(value: HjsonValue, position: TextPosition) {
    self.value = value
    self.position = position
  }

  /// Finds a member of a map.
  ///
  /// Keys are equal when their Unicode scalars are, as in Python: no normalization.
  ///
  /// - Parameter key: The member's name.
  /// - Returns: The member, or nil where there is none or the value is not a map.
  public func member(_ key: String) -> HjsonMember? {
    guard case .map(let members) = value else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }
  }
}

/// What an Hjson or YAML text says, with Python's number types.
public enum HjsonValue: Sendable {
  /// `null`.
  case null

  /// `true` or `false`.
  case bool(Bool)

  /// A whole number that fits; also `100.0` and `1e3`, if their magnitude is below 1e10.
  case integer(Int)

  /// A whole number beyond `Int`: its decimal digits, behind a minus if it is negative.
  case bigInteger(String)

  /// A number with a fraction or an exponent, always finite.
  case float(Double)

  /// A text, quoted or not; a surrogate without its partner (`\ud83d`) is U+FFFD.
  case string(String)

  /// The values of a list, in order.
  case list([HjsonNode])

  /// The members of a map, in order, each key once.
  case map([HjsonMember])
}

/// A key of a map and its value.
public struct HjsonMember: Sendable {
  /// The name, without quotes.
  public let key: String

  /// The place of the key's first character or opening quote.
  public let keyPosition: TextPosition

  /// The value.
  public let node: HjsonNode

  /// Makes a member that another reader has read.
  package init(key: String, keyPosition: TextPosition, node: HjsonNode) {
    self.key = key
    self.keyPosition = keyPosition
    self.node = node
  }
}
