import LRText
import LRYAML

/// Reads Hjson, and what is beside its value.
func readHjson(_ bytes: [UInt8]) {
  do {
    let document = try Hjson.document(bytes)
    promiseFinite(document.root)
    for leniency in document.leniencies { promiseMessage("\(leniency.position): \(leniency.kind)") }
    promise(document.root.depth <= Hjson.maximumDepth, "deeper than \(Hjson.maximumDepth)")
  } catch {
    promiseMessage(error)
  }
}

/// Reads YAML, whose numbers need not be finite.
func readYAML(_ bytes: [UInt8]) {
  do {
    let root = try YAML.parse(bytes)
    promise(root.depth <= YAML.maximumDepth, "deeper than \(YAML.maximumDepth)")
  } catch {
    promiseMessage(error)
  }
}

/// Reads the comments of YAML.
func readYAMLComments(_ bytes: [UInt8]) {
  do {
    _ = try YAML.comments(in: bytes)
  } catch {
    promiseMessage(error)
  }
}

/// Promises that what was read has no number that JSON has not.
private func promiseFinite(_ node: HjsonNode) {
  switch node.value {
  case .float(let number): promise(number.isFinite, "\(number) at \(node.position)")
  case .list(let nodes): nodes.forEach(promiseFinite)
  case .map(let members): members.forEach { promiseFinite($0.node) }
  case .null, .bool, .integer, .bigInteger, .string: break
  }
}

extension HjsonNode {
  /// How many maps and lists are inside of one another.
  fileprivate var depth: Int {
    switch value {
    case .list(let nodes): 1 + (nodes.map(\.depth).max() ?? 0)
    case .map(let members): 1 + (members.map(\.node.depth).max() ?? 0)
    case .null, .bool, .integer, .bigInteger, .float, .string: 0
    }
  }
}
