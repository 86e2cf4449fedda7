/// A Swift type that a scheduler's parameter may have.
protocol ParameterValue: Sendable {
  /// What a configuration may hold for it, in words.
  static var kind: ParameterKind { get }
  /// Whether null is one of its values.
  static var takesNull: Bool { get }
  /// Reads the value, as Python would take it; nil where that raises a TypeError.
  init?(_ value: Value)
  /// The value as a configuration holds it.
  var value: Value { get }
}

extension ParameterValue {
  static var takesNull: Bool { false }
}

extension Int: ParameterValue {
  static var kind: ParameterKind { .integer }
  /// Reads a whole number; Python's `True` is 1.
  init?(_ value: Value) {
    switch value {
    case .int(let value): self = value
    case .bool(let value): self = value ? 1 : 0
    default: return nil
    }
  }
  var value: Value { .int(self) }
}

extension Number: ParameterValue {
  static var kind: ParameterKind { .number }
  /// Reads a number; Python's `True` is 1.
  init?(_ value: Value) {
    if let whole = Int(value) {
      self = .int(whole)
    } else if case .float(let value) = value {
      self = .float(value)
    } else {
      return nil
    }
  }
  var value: Value {
    switch self {
    case .int(let value): .int(value)
    case .float(let value): .float(value)
    }
  }
}

extension Double: ParameterValue {
  static var kind: ParameterKind { .number }
  /// Reads a number; Python's `True` is 1.
  init?(_ value: Value) {
    guard let number = Number(value) else { return nil }
    self = number.double
  }
  var value: Value { .float(self) }
}

extension PerGroup: ParameterValue {
  static var kind: ParameterKind { .numberOrList }
  init?(_ value: Value) {
    guard case .list(let elements) = value else {
      guard let number = Double(value) else { return nil }
      self = .all(number)
      return
    }
    var numbers: [Double] = []
    for element in elements {
      guard let number = Double(element) else { return nil }
      numbers.append(number)
    }
    self = .each(numbers)
  }
  var value: Value {
    switch self {
    case .all(let value): .float(value)
    case .each(let values): .list(values.map(Value.float))
    }
  }
}

/// What a parameter's list may hold.
protocol ListElement: Sendable {
  /// What a configuration may hold for the list, in words.
  static var listKind: ParameterKind { get }
  /// Reads the value of an element.
  init?(_ value: Value)
  /// The element as a configuration holds it.
  var value: Value { get }
}

extension Int: ListElement {
  static var listKind: ParameterKind { .integers }
}

extension Array: ParameterValue where Element: ListElement {
  static var kind: ParameterKind { Element.listKind }
  init?(_ value: Value) {
    guard case .list(let values) = value else { return nil }
    self = values.compactMap { Element($0) }
    guard count == values.count else { return nil }
  }
  var value: Value { .list(map(\.value)) }
}

extension Bool: ParameterValue {
  static var kind: ParameterKind { .flag }
  /// Reads what Python's `bool()` makes of the value: "false" is true, as every text but the empty.
  init?(_ value: Value) {
    switch value {
    case .null: self = false
    case .bool(let value): self = value
    case .int(let value): self = value != 0
    case .float(let value): self = value != 0
    case .string(let value): self = !value.isEmpty
    case .list(let values): self = !values.isEmpty
    case .scheduler: self = true
    case .other: return nil
    }
  }
  var value: Value { .bool(self) }
}

extension String: ParameterValue {
  static var kind: ParameterKind { .text }
  /// Reads a text; another value is its text as JSON writes it, if Python finds it in a set.
  init?(_ value: Value) {
    switch value {
    case .string(let text): self = text
    case .null, .bool, .int, .float: self = value.description
    case .list, .scheduler, .other: return nil
    }
  }
  var value: Value { .string(self) }
}

extension Optional: ParameterValue where Wrapped: ParameterValue {
  static var kind: ParameterKind { Wrapped.kind }
  static var takesNull: Bool { true }
  /// Reads a value; Python's `None` is nil.
  init?(_ value: Value) {
    if case .null = value {
      self = .none
    } else if let wrapped = Wrapped(value) {
      self = .some(wrapped)
    } else {
      return nil
    }
  }
  var value: Value { self?.value ?? .null }
}
