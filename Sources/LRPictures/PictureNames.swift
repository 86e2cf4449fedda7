import LRConfiguration
import LRPlot
import LRSchedule

/// What schedules are called in a picture: by their labels, or where these differ by a number only,
/// `warmup-lr` and `warmup-lr#2`, by what sets the schedules apart.
public struct PictureNames: Sendable {
  /// One name a schedule: `warmup-lr warmup_num_steps 50`, or where all are of one kind, which the title
  /// says, `warmup_num_steps 50`.
  public let names: [String]

  /// The same for a place that has little room: where the title names the one parameter that differs, its
  /// value alone.
  public let briefNames: [String]

  /// All of them, the common part of such names once: `warmup-lr by warmup_num_steps`.
  public let title: String

  /// What the schedules have in common; nil where there is nothing to say.
  public let subtitle: String?

  /// Names some schedules, at least one.
  public init(_ schedules: [LabelledSchedule]) {
    let labels = schedules.map(\.label)
    let stems = labels.map { $0.withoutNumber(amongLabels: labels) }
    var names = labels
    var briefNames = labels
    var parts: [String] = []
    for (index, stem) in stems.enumerated() where stems.firstIndex(of: stem) == index {
      let namesakes = stems.indices.filter { stems[$0] == stem }
      let facts = namesakes.map { schedules[$0].schedule.facts }
      let differing = facts[0].map(\.name).filter { name in
        facts.contains { $0.value(of: name) != facts[0].value(of: name) }
      }
      let found = facts.map { facts in
        differing.compactMap { name in facts.value(of: name).map { "\(name) \($0)" } }
      }
      guard namesakes.count > 1, !differing.isEmpty, Set(found).count == found.count else {
        parts += namesakes.map { labels[$0] }
        continue
      }
      let isOnlyKind = namesakes.count == schedules.count
      for (at, (member, words)) in zip(namesakes, found).enumerated() {
        let apart = words.joined(separator: ", ")
        names[member] = isOnlyKind ? apart : "\(stem) \(apart)"
        briefNames[member] = names[member]
        if isOnlyKind, differing.count == 1 {
          briefNames[member] = facts[at].value(of: differing[0]) ?? apart
        }
      }
      let most = 3
      parts.append(
        differing.count <= most ? "\(stem) by \(differing.joined(separator: ", "))" : stem)
    }
    self.names = names
    self.briefNames = briefNames
    title = parts.joined(separator: parts.contains { $0.contains(" by ") } ? "; " : ", ")
    subtitle = Self.subtitle(schedules.map(\.schedule))
  }

  /// The framework with its release, the scheduler, and the parameters that were given.
  private static func subtitle(_ schedules: [Schedule]) -> String? {
    guard let first = schedules.first else { return nil }
    func isCommon(_ value: (Schedule) -> some Equatable) -> Bool {
      schedules.allSatisfy { value($0) == value(first) }
    }
    let hasOneRelease = isCommon(\.release)
    let hasOneType = isCommon(\.type.name)
    guard isCommon(\.type.framework), hasOneRelease || hasOneType else { return nil }
    let head =
      [first.type.framework.title] + (hasOneRelease ? ["\(first.release)"] : [])
      + (hasOneType ? [first.type.name] : [])
    guard hasOneType else { return head.joined(separator: " ") }
    let given = first.parameters.map(\.declaration.name).filter { name in
      schedules.contains { $0.parameters.contains { $0.declaration.name == name && $0.isGiven } }
    }
    let hasUsualRate = first.optimizer.baseLRs == [Resolution.usualRate]
    let rates = isCommon(\.optimizer.baseLRs) && hasUsualRate ? [] : ["base lr"]
    let common = (given + rates).filter { name in isCommon { $0.facts.value(of: name) } }
      .compactMap { name in first.facts.value(of: name).map { "\(name) \($0)" } }
    return ([head.joined(separator: " ")] + common).joined(separator: ", ")
  }
}

/// Something that may set a schedule apart: a parameter, the release or the like.
private struct Fact {
  let name: String
  let value: String
}

extension [Fact] {
  fileprivate func value(of name: String) -> String? { first { $0.name == name }?.value }
}

extension Schedule {
  fileprivate var facts: [Fact] {
    [Fact(name: "scheduler", value: type.name), Fact(name: "release", value: "\(release)")]
      + parameters.map { Fact(name: $0.declaration.name, value: $0.value.unquoted) }
      + [
        Fact(name: "base lr", value: optimizer.baseLRs.map(briefRate).joined(separator: ", ")),
        Fact(name: "optimizer", value: optimizer.type),
      ]
  }
}

extension Value {
  /// A text as it is, a whole number that is long as the axis of steps has it (`500B`), a rate in brief, any
  /// other value as JSON writes it.
  fileprivate var unquoted: String {
    switch self {
    case .string(let text): text
    case .int(let number) where number.magnitude >= 1_000_000: Picture.stepText(number)
    case .float(let number): briefRate(number)
    case .list(let values): "[\(values.map(\.unquoted).joined(separator: ", "))]"
    default: "\(self)"
    }
  }
}

/// A rate as an axis has it: `1e-5`, not `1e-05`.
func briefRate(_ number: Double) -> String {
  let parts = "\(number)".split(separator: "e")
  guard parts.count == 2, let exponent = Int(parts[1]) else { return "\(number)" }
  return "\(parts[0])e\(exponent)"
}

extension String {
  /// A label without the `#2` that tells it from an equal one.
  fileprivate func withoutNumber(amongLabels labels: [String]) -> String {
    guard let sign = lastIndex(of: "#"), Int(self[index(after: sign)...]) != nil else {
      return self
    }
    let stem = String(self[..<sign])
    return labels.contains(stem) ? stem : self
  }
}
