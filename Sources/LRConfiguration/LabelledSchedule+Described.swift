import LRSchedule
import LRText

extension LabelledSchedule {
  /// Makes the schedule that a document of ours describes, `{"scheduler": "WarmupLR", ..}`; nil
  /// where this program cannot make it, as one of a newer program.
  ///
  /// - Parameters:
  ///   - node: The description.
  ///   - file: The document's name, which becomes the label.
  public init?(described node: HjsonNode, in file: String) {
    func value(_ key: String) -> Value? { node.member(key).map { Value($0.node) } }
    guard case .string(let name) = value("scheduler"),
      case .string(let whose) = value("framework"), let framework = Framework(rawValue: whose),
      let type = Catalog.type(named: name, of: framework),
      case .string(let text) = value("release"),
      let release = Release.named(text, of: type.framework),
      case .string(let optimizerType) = value("optimizer"),
      case .list(let rates) = value("base_lr"),
      case .map(let parameters) = node.member("parameters")?.node.value,
      case let baseLRs = rates.compactMap(\.number), baseLRs.count == rates.count,
      let optimizer = try? Optimizer(type: optimizerType, baseLRs: baseLRs),
      let schedule = try? Schedule(
        type, arguments: parameters.map { type.described($0) },
        optimizer: optimizer, release: release)
    else { return nil }
    let place = Place.typed(file)
    self.init(
      label: file, schedule: schedule,
      places: Dictionary(parameters.map { ($0.key, place) }) { first, _ in first },
      baseLRPlace: place)
  }
}

extension SchedulerType {
  /// An argument as a document of ours describes it.
  fileprivate func described(_ member: HjsonMember) -> SchedulerArgument {
    let value = Value(member.node)
    return SchedulerArgument(
      member.key, parameter(named: member.key)?.floatMeant(by: value) ?? value)
  }
}
