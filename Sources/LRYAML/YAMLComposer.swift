import LRText

/// Puts the tree together while the events come, so that a text is refused at the first one too many.
struct YAMLComposer {
  /// A value, and what it costs with all that is in it.
  private struct Part {
    let node: HjsonNode
    var nodeCount = 1
    var height = 0
  }

  /// A list or map that is being read.
  private struct Open {
    let position: TextPosition
    let anchor: String?
    let isMap: Bool
    var nodes: [HjsonNode] = []
    var members: [HjsonMember] = []
    /// Where each key was first.
    var keys: [ScalarText: TextPosition] = [:]
    /// The key whose value comes next.
    var key: (text: String, position: TextPosition, merges: Bool)?
    /// What `<<` brings in, the first one winning.
    var merged: [HjsonMember] = []
    var nodeCount = 1
    var height = 0
  }

  private var open: [Open] = []
  private var anchors: [String: Part] = [:]
  /// The tree; nil where there was no document.
  private(set) var root: HjsonNode?
  private var nodeCount = 0

  /// Takes the next event.
  mutating func take(_ event: YAMLEvent) throws(YAMLError) {
    switch event.kind {
    case .documentStart:
      if root != nil { throw YAMLError(position: event.position, problem: .severalDocuments) }
    case .scalar(let text, let style): try scalar(text, isPlain: style == .plain, event)
    case .alias(let name): try alias(name, at: event.position)
    case .listStart: try begin(event, isMap: false)
    case .mapStart: try begin(event, isMap: true)
    case .listEnd, .mapEnd: try end()
    case .other: break
    }
  }

  private var awaitsKey: Bool { open.last.map { $0.isMap && $0.key == nil } ?? false }

  private mutating func scalar(
    _ text: String, isPlain: Bool, _ event: YAMLEvent
  ) throws(YAMLError) {
    let position = event.position
    let value = try PlainScalar.value(text, isPlain: isPlain, tag: event.tag, at: position)
    let part = Part(node: HjsonNode(value: value, position: position))
    if let anchor = event.anchor { anchors[anchor] = part }
    guard awaitsKey else { return try add(part, at: position) }
    try count(1, at: position)
    try key(text, merges: isPlain && text == "<<" && event.tag == nil, at: position)
  }

  private mutating func key(
    _ text: String, merges: Bool, at position: TextPosition
  ) throws(YAMLError) {
    let last = open.count - 1
    if let first = open[last].keys.updateValue(position, forKey: ScalarText(text)) {
      throw YAMLError(position: position, problem: .duplicateKey(text, first: first))
    }
    open[last].key = (text, position, merges)
  }

  private mutating func alias(_ name: String, at position: TextPosition) throws(YAMLError) {
    guard !awaitsKey else { throw YAMLError(position: position, problem: .keyIsNoText) }
    if open.contains(where: { $0.anchor == name }) {
      throw YAMLError(position: position, problem: .cyclicAlias(name))
    }
    guard let part = anchors[name] else {
      throw YAMLError(position: position, problem: .unknownAlias(name))
    }
    guard open.count + part.height <= YAML.maximumDepth else {
      throw YAMLError(position: position, problem: .tooDeep)
    }
    try add(
      Part(
        node: HjsonNode(value: part.node.value, position: position), nodeCount: part.nodeCount,
        height: part.height),
      at: position)
  }

  private mutating func begin(_ event: YAMLEvent, isMap: Bool) throws(YAMLError) {
    let position = event.position
    guard !awaitsKey else { throw YAMLError(position: position, problem: .keyIsNoText) }
    guard open.count < YAML.maximumDepth else {
      throw YAMLError(position: position, problem: .tooDeep)
    }
    let known = isMap ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq"
    if let tag = event.tag, tag != known, tag != "!" {
      throw YAMLError(position: position, problem: .unknownTag(tag))
    }
    try count(1, at: position)
    open.append(Open(position: position, anchor: event.anchor, isMap: isMap))
  }

  private mutating func end() throws(YAMLError) {
    guard let done = open.popLast() else { return }
    var members = done.members
    if !done.merged.isEmpty {
      var known = Set(members.map { ScalarText($0.key) })
      members = done.merged.filter { known.insert(ScalarText($0.key)).inserted } + members
    }
    let part = Part(
      node: HjsonNode(
        value: done.isMap ? .map(members) : .list(done.nodes), position: done.position),
      nodeCount: done.nodeCount, height: done.height + 1)
    if let anchor = done.anchor { anchors[anchor] = part }
    try add(part, at: done.position, isCounted: true)
  }

  /// Puts a value where the next one belongs.
  private mutating func add(
    _ part: Part, at position: TextPosition, isCounted: Bool = false
  ) throws(YAMLError) {
    if !isCounted { try count(part.nodeCount, at: position) }
    guard !open.isEmpty else {
      root = part.node
      return
    }
    let last = open.count - 1
    open[last].nodeCount += part.nodeCount
    open[last].height = max(open[last].height, part.height)
    guard let key = open[last].key else {
      open[last].nodes.append(part.node)
      return
    }
    open[last].key = nil
    if key.merges {
      open[last].merged += try Self.merged(part.node)
    } else {
      open[last].members.append(
        HjsonMember(key: key.text, keyPosition: key.position, node: part.node))
    }
  }

  private mutating func count(_ more: Int, at position: TextPosition) throws(YAMLError) {
    nodeCount += more
    if nodeCount > YAML.maximumNodeCount {
      throw YAMLError(position: position, problem: .tooManyNodes)
    }
  }

  private static func merged(_ node: HjsonNode) throws(YAMLError) -> [HjsonMember] {
    let maps = if case .list(let nodes) = node.value { nodes } else { [node] }
    var members: [HjsonMember] = []
    for map in maps {
      guard case .map(let more) = map.value else {
        throw YAMLError(position: map.position, problem: .mergeOfNoMap)
      }
      members += more
    }
    return members
  }
}
