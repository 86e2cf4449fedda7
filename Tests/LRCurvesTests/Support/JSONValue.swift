import Foundation

/// A value of JSON, and as a schema what another value has to be.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var number: Double? { if case .number(let value) = self { value } else { nil } }

  var string: String? { if case .string(let value) = self { value } else { nil } }

  var elements: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  var members: [String: JSONValue]? { if case .object(let values) = self { values } else { nil } }
}

extension JSONValue {
  /// The words of JSON Schema that are understood; a schema with another one has a fault itself.
  private static let words: Set = [
    "$schema", "title", "type", "const", "enum", "minimum", "pattern", "required", "properties",
    "additionalProperties", "minItems", "items",
  ]

  /// Where a value is not what this schema says; empty where it fits.
  func faults(of value: JSONValue, at place: String = "") -> [String] {
    let unknown = (members ?? [:]).keys.filter { !Self.words.contains($0) }
    guard unknown.isEmpty else { return unknown.map { "schema: \($0)" } }

    var fits = self["type"].map { value.isOf(type: $0.string) } ?? true
    fits = fits && self["const"].map { $0 == value } ?? true
    fits = fits && self["enum"]?.elements?.contains(value) ?? true
    if let minimum = self["minimum"]?.number { fits = fits && value.number ?? minimum >= minimum }
    if let least = self["minItems"]?.number {
      fits = fits && Double(value.elements?.count ?? 0) >= least
    }
    if let pattern = self["pattern"]?.string {
      fits = fits && value.string?.range(of: pattern, options: .regularExpression) != nil
    }
    return (fits ? [] : [place]) + faultsOfElements(of: value, at: place)
      + faultsOfMembers(of: value, at: place)
  }

  private func faultsOfElements(of value: JSONValue, at place: String) -> [String] {
    guard let items = self["items"], let elements = value.elements else { return [] }
    return elements.enumerated().flatMap { items.faults(of: $1, at: "\(place)[\($0)]") }
  }

  private func faultsOfMembers(of value: JSONValue, at place: String) -> [String] {
    guard let members = value.members else { return [] }
    func path(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }
    let required = (self["required"]?.elements ?? []).compactMap(\.string)
    let missing = required.filter { members[$0] == nil }.map(path)
    return missing
      + members.flatMap { key, member in
        guard let schema = self["properties"]?[key] ?? self["additionalProperties"] else {
          return [String]()
        }
        return schema == .bool(false) ? [path(key)] : schema.faults(of: member, at: path(key))
      }
  }

  private func isOf(type: String?) -> Bool {
    switch (type, self) {
    case ("object", .object), ("array", .array), ("string", .string), ("number", .number): true
    case ("integer", .number(let value)): value == value.rounded()
    default: false
    }
  }
}
