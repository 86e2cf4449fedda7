import LRSchedule
import LRText

/// What a `ds_config.json` says of the learning rate, as DeepSpeed reads it.
///
/// Each value keeps its place. Values of "auto" are still "auto".
struct DeepSpeedFile: Sendable {
  /// How errors call it: the path as it was typed, or `standard input`.
  let name: String
  let type: SchedulerType
  /// Where the scheduler's type is written.
  let typePlace: Place
  let arguments: [PlacedArgument]
  let optimizerType: (value: String, place: Place)?
  let optimizerLR: (value: Value, place: Place)?
  /// The keys under which the configuration was found; empty at the top.
  let path: [String]
  /// The configuration itself, with all that is not of the learning rate.
  let configuration: HjsonNode

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - name: How errors call the file.
  /// - Throws: `ConfigurationError`.
  init(_ bytes: [UInt8], name: String) throws(ConfigurationError) {
    try self.init(Self.document(bytes, name: name).root, name: name)
  }

  /// Reads a file as Hjson; an error has the file's name.
  static func document(
    _ bytes: [UInt8], name: String
  ) throws(ConfigurationError) -> HjsonDocument {
    do {
      return try Hjson.document(bytes)
    } catch {
      throw .unreadable(file: name, error)
    }
  }

  /// Reads a configuration from the value of its file.
  ///
  /// - Parameters:
  ///   - root: The value.
  ///   - name: How errors call the file.
  /// - Throws: `ConfigurationError`.
  init(_ root: HjsonNode, name: String) throws(ConfigurationError) {
    self.name = name
    guard case .map = root.value else {
      throw .notAMap(what: "the configuration", got: Value(root), place: .file(name, root.position))
    }
    let found = try Self.configuration(in: root, file: name)
    path = found.path
    configuration = found.configuration
    let scheduler = found.scheduler
    func place(_ node: HjsonNode) -> Place { .file(name, node.position) }

    guard case .map = scheduler.value else {
      throw .notAMap(what: "scheduler", got: Value(scheduler), place: place(scheduler))
    }
    guard let typeNode = scheduler.member("type")?.node else {
      try Self.refuseMisspelt("type", in: scheduler, file: name)
      throw .noType(place: place(scheduler))
    }
    typePlace = place(typeNode)
    type = try Self.type(typeNode, at: typePlace)

    let schedulerParams = scheduler.member("params")?.node
    guard let schedulerParams, case .map(let members) = schedulerParams.value else {
      if schedulerParams == nil { try Self.refuseMisspelt("params", in: scheduler, file: name) }
      throw .noParams(
        of: type, got: schedulerParams.map { Value($0) },
        place: schedulerParams.map(place) ?? typePlace)
    }
    var arguments: [PlacedArgument] = []
    for member in members {
      let value = try Self.value(of: member, file: name)
      arguments.append(PlacedArgument(member.key, value, at: place(member.node)))
    }
    self.arguments = arguments

    let optimizer = try Self.map("optimizer", of: found.configuration, file: name)
    optimizerType = try Self.optimizerType(optimizer, file: name)
    let params = try optimizer.flatMap { (node) throws(ConfigurationError) in
      try Self.map("params", of: node, file: name)
    }
    optimizerLR = try params?.member("lr").map { (member) throws(ConfigurationError) in
      (try Self.value(of: member, file: name), place(member.node))
    }
  }

  /// The value of a member, in which no whole number is beyond every exact one.
  private static func value(
    of member: HjsonMember, file: String
  ) throws(ConfigurationError) -> Value {
    let nodes = if case .list(let nodes) = member.node.value { nodes } else { [member.node] }
    for node in nodes {
      if case .bigInteger(let digits) = node.value {
        throw .wholeNumberTooLarge(
          parameter: member.key, digits: digits, place: .file(file, node.position))
      }
    }
    return Value(member.node)
  }

  private static func type(
    _ node: HjsonNode, at place: Place
  ) throws(ConfigurationError) -> SchedulerType {
    guard case .string(let name) = node.value else {
      throw .typeIsNoText(Value(node), place: place)
    }
    if let type = SchedulerNames.findExact(name) { return type }
    if let type = SchedulerNames.find(name) {
      guard SchedulerNames.frameworksOfConfigurations.contains(type.framework) else {
        throw .unknownToDeepSpeed(type, place: place)
      }
      throw .wrongTypeName(
        name, mend: "inside a configuration names are exact: write \"\(type.name)\"", place: place)
    }
    if let scheduler = UncomputedScheduler.find(name) {
      throw .notComputed(scheduler, place: place)
    }
    let known = Catalog.types.filter {
      SchedulerNames.frameworksOfConfigurations.contains($0.framework)
    }
    let own = known.filter { $0.framework == .deepspeed }.map(\.name)
    throw .wrongTypeName(
      name,
      mend: .mend(
        for: name, among: known.map(\.name),
        else: "known are \(own.joined(separator: ", ")) and PyTorch's classes"),
      place: place)
  }

  /// The member of an object that is an object itself; nil where there is none, or null.
  private static func map(
    _ key: String, of node: HjsonNode, file: String
  ) throws(ConfigurationError) -> HjsonNode? {
    guard let member = node.member(key)?.node else { return nil }
    switch member.value {
    case .null: return nil
    case .map: return member
    default:
      throw .notAMap(what: key, got: Value(member), place: .file(file, member.position))
    }
  }

  private static func optimizerType(
    _ optimizer: HjsonNode?, file: String
  ) throws(ConfigurationError) -> (value: String, place: Place)? {
    guard let node = optimizer?.member("type")?.node else { return nil }
    let place = Place.file(file, node.position)
    guard case .string(let type) = node.value else {
      throw .wrongOptimizerType("\(Value(node))", place: place)
    }
    return (type, place)
  }
}

// Where the scheduler is.

extension DeepSpeedFile {
  /// Whether a file has a scheduler as DeepSpeed writes it, at its top or further down.
  static func holdsScheduler(_ root: HjsonNode) -> Bool {
    root.member("scheduler") != nil || !nestedConfigurations(in: root, path: []).isEmpty
  }

  private struct Found {
    let configuration: HjsonNode
    let scheduler: HjsonNode
    let path: [String]
  }

  /// The configuration at the top, or the only one that is nested under other keys.
  private static func configuration(
    in root: HjsonNode, file: String
  ) throws(ConfigurationError) -> Found {
    if let scheduler = root.member("scheduler") {
      if case .null = scheduler.node.value {
        throw .noScheduler(file: file, finding: "has null for its scheduler")
      }
      return Found(configuration: root, scheduler: scheduler.node, path: [])
    }
    let nested = nestedConfigurations(in: root, path: [])
    guard let first = nested.first else {
      try refuseMisspelt("scheduler", in: root, file: file)
      let isEmpty = if case .map(let members) = root.value { members.isEmpty } else { false }
      throw .noScheduler(file: file, finding: isEmpty ? "is empty" : "has no \"scheduler\"")
    }
    guard nested.count == 1 else {
      throw .severalConfigurations(
        nested.map { ($0.path.joined(separator: ".")) },
        places: nested.map { .file(file, $0.scheduler.position) })
    }
    return first
  }

  /// Refuses a key that is missing only because it is misspelt.
  private static func refuseMisspelt(
    _ key: String, in node: HjsonNode, file: String
  ) throws(ConfigurationError) {
    guard case .map(let members) = node.value else { return }
    let others = ["params": ["parameters", "args", "kwargs", "config"], "type": ["name"]]
    for member in members
    where suggestion(for: member.key, among: [key]) != nil
      || others[key]?.contains(member.key.comparable) == true
    {
      throw .misspeltKey(member.key, meant: key, place: .file(file, member.keyPosition))
    }
  }

  /// A configuration further down is a map whose "scheduler" is a map with a "type".
  private static func nestedConfigurations(in node: HjsonNode, path: [String]) -> [Found] {
    switch node.value {
    case .map(let members):
      if let scheduler = node.member("scheduler")?.node, scheduler.member("type") != nil {
        return [Found(configuration: node, scheduler: scheduler, path: path)]
      }
      return members.flatMap { nestedConfigurations(in: $0.node, path: path + [$0.key]) }
    case .list(let nodes):
      return nodes.enumerated().flatMap { index, node in
        nestedConfigurations(in: node, path: path + ["\(index)"])
      }
    default: return []
    }
  }
}

extension Value {
  /// The value as a double; nil where it is no number.
  public var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// A value of a configuration; a whole number beyond `Int` is its digits.
  init(_ node: HjsonNode) {
    switch node.value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .int(value)
    case .bigInteger(let digits): self = .other(digits)
    case .float(let value): self = .float(value)
    case .string(let value): self = .string(value)
    case .list(let nodes): self = .list(nodes.map { Value($0) })
    case .map: self = Value(scheduler: node) ?? .other("an object")
    }
  }

  /// A scheduler of a sequence as our own documents have it, `{"type": .., "params": {..}}`.
  private init?(scheduler node: HjsonNode) {
    guard case .string(let name) = node.member("type")?.node.value,
      case .map(let parameters) = node.member("params")?.node.value
    else { return nil }
    self = .scheduler(name, parameters.map { SchedulerArgument($0.key, Value($0.node)) })
  }
}
