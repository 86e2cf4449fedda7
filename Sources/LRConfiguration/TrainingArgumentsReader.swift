import LRSchedule
import LRText

/// Takes values of training arguments out of their file, each with its place.
struct TrainingArgumentsReader {
  let root: HjsonNode
  let file: String

  /// A number that is there and not null.
  func number(
    _ key: TrainingKey, or other: TrainingKey? = nil, allowed: String,
    where isAllowed: (Double) -> Bool
  ) throws(ConfigurationError) -> (value: Double, place: Place)? {
    guard let (key, value, place) = try value(key, or: other) else { return nil }
    guard let number = value.number, number.isFinite, isAllowed(number) else {
      throw .training(.wrongValue(key, value, allowed: allowed, place: place))
    }
    return (number, place)
  }

  /// A whole number; a float without a fraction is one.
  func count(
    _ key: TrainingKey, or other: TrainingKey? = nil, atLeast least: Int
  ) throws(ConfigurationError) -> (value: Int, place: Place)? {
    guard let (key, value, place) = try value(key, or: other) else { return nil }
    guard let number = value.number, let count = Int(exactly: number), count >= least,
      count <= TypedNumber.largestWhole
    else {
      throw .training(
        .wrongValue(key, value, allowed: "a whole number, \(least) or more", place: place))
    }
    return (count, place)
  }

  func text(
    _ key: TrainingKey, or other: TrainingKey
  ) throws(ConfigurationError) -> (name: String, place: Place)? {
    guard let (key, value, place) = try value(key, or: other) else { return nil }
    guard case .string(let text) = value else {
      throw .training(.wrongValue(key, value, allowed: "a scheduler's name", place: place))
    }
    return (text, place)
  }

  /// The members of a map, or of one that is written as a JSON text, as on a command line.
  func arguments(_ key: TrainingKey) throws(ConfigurationError) -> [PlacedArgument] {
    guard let node = root.member(key.rawValue)?.node else { return [] }
    let place = Place.file(file, node.position)
    switch node.value {
    case .null: return []
    case .map(let members):
      return members.map {
        PlacedArgument($0.key, Value($0.node), at: .file(file, $0.node.position))
      }
    case .string(let text):
      if case .map(let members)? = try? Hjson.parse(Array(text.utf8)).value {
        return members.map { PlacedArgument($0.key, Value($0.node), at: place) }
      }
    default: break
    }
    throw .training(
      .wrongValue(key.rawValue, Value(node), allowed: "a map of parameters", place: place))
  }

  /// The argument that makes Axolotl's own cosine of one: a minimum above 0, or a quadratic warm-up.
  func ownCosine() throws(ConfigurationError) -> PlacedArgument? {
    let minimum = try number(.cosineMinLRRatio, allowed: "a number from 0 to 1") { 0...1 ~= $0 }
    if let minimum, minimum.value > 0 {
      return PlacedArgument(
        TrainingKey.cosineMinLRRatio.rawValue, .float(minimum.value), at: minimum.place)
    }
    guard let (key, quadratic, place) = try value(.quadraticWarmup, or: nil),
      quadratic == .bool(true)
    else { return nil }
    return PlacedArgument(key, quadratic, at: place)
  }

  /// The value under a key, or under another spelling of it.
  private func value(
    _ key: TrainingKey, or other: TrainingKey?
  ) throws(ConfigurationError) -> (key: String, value: Value, place: Place)? {
    var found: (key: String, value: Value, place: Place)?
    for key in [key, other].compactMap(\.?.rawValue) {
      guard let node = root.member(key)?.node, case let value = Value(node), value != .null else {
        continue
      }
      let place = Place.file(file, node.position)
      if let found, found.value != value {
        throw .contradiction(
          PlacedArgument(found.key, found.value, at: found.place),
          PlacedArgument(key, value, at: place))
      }
      found = found ?? (key, value, place)
    }
    return found
  }
}

// What a file is that holds no training arguments.

extension TrainingArgumentsReader {
  func noArguments() -> TrainingArgumentsError {
    guard case .map(let members) = root.value else {
      return .noArguments(file: file, .notAMap(Value(root)))
    }
    if root.member("log_history") != nil { return .noArguments(file: file, .log) }
    if root.member("compute_environment") != nil || root.member("distributed_type") != nil {
      let path = root.member("deepspeed_config")?.node.member("deepspeed_config_file")?.node
      let configuration: String? = if case .string(let path)? = path?.value { path } else { nil }
      return .noArguments(file: file, .accelerate(configuration: configuration))
    }
    if root.member("scheduler") != nil { return .noArguments(file: file, .deepSpeed) }
    if let key = misspeltRequiredKey { return .misspeltKey(key) }
    return .noArguments(file: file, members.isEmpty ? .empty : .other)
  }

  /// The keys that look like one that is read, in their order.
  var misspeltKeys: [MisspeltTrainingKey] {
    guard case .map(let members) = root.value else { return [] }
    return members.compactMap { member in
      TrainingKey.meant(by: member.key).map {
        MisspeltTrainingKey(
          written: member.key, meant: $0.rawValue, place: .file(file, member.keyPosition))
      }
    }
  }

  /// The first of them that would have made training arguments of the file.
  var misspeltRequiredKey: MisspeltTrainingKey? {
    misspeltKeys.first { key in TrainingKey.required.contains { $0.rawValue == key.meant } }
  }
}
