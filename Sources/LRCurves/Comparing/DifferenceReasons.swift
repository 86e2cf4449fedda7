import LRConfiguration
import LRSchedule

/// Why two schedules differ, as far as their parameters and releases say it.
struct DifferenceReasons {
  private let a, b: LabelledSchedule

  init(_ a: LabelledSchedule, _ b: LabelledSchedule) {
    self.a = a
    self.b = b
  }

  /// A sentence each, the most certain first.
  var sentences: [String] { settings + releases }

  /// What differs in what was given.
  private var settings: [String] {
    let types = (a.schedule.type, b.schedule.type)
    guard types.0.name == types.1.name, types.0.framework == types.1.framework else {
      return ["\(a.label) is \(types.0.name), \(b.label) is \(types.1.name)"]
    }
    var sentences = zip(a.schedule.parameters, b.schedule.parameters).compactMap { mine, its in
      mine.value.asFloat == its.value.asFloat
        ? nil
        : sentence(
          mine.declaration.name, "\(mine.value)", "\(its.value)",
          a.places[mine.declaration.name], b.places[its.declaration.name])
    }
    let rates = (a.schedule.optimizer.baseLRs, b.schedule.optimizer.baseLRs)
    if rates.0 != rates.1, a.schedule.usesBaseLRs || b.schedule.usesBaseLRs {
      sentences.append(
        sentence("base lr", Self.list(rates.0), Self.list(rates.1), a.baseLRPlace, b.baseLRPlace))
    }
    if rates.0.count != rates.1.count {
      sentences.append(
        "\(a.label) has \(rates.0.count.counted("parameter group")), \(b.label) has"
          + " \(rates.1.count.counted("parameter group"))")
    }
    return sentences
  }

  private func sentence(
    _ name: String, _ mine: String, _ its: String, _ myPlace: Place?, _ itsPlace: Place?
  ) -> String {
    "\(name) is \(mine) (\(myPlace.map { "\($0)" } ?? "default")) and \(its)"
      + " (\(itsPlace.map { "\($0)" } ?? "default"))"
  }

  private static func list(_ rates: [Double]) -> String {
    rates.map { "\($0)" }.joined(separator: ",")
  }

  /// What changed between the two releases.
  private var releases: [String] {
    let types = (a.schedule.type, b.schedule.type)
    guard types.0.framework == types.1.framework, types.0.name == types.1.name else { return [] }
    let older = min(a.schedule.release, b.schedule.release)
    let newer = max(a.schedule.release, b.schedule.release)
    return types.0.changes.filter { older < $0.release && $0.release <= newer }.map {
      "\(types.0.framework.title) \($0.release): \($0.summary); before, \($0.before)"
    }
  }
}

extension Value {
  /// The value with its whole numbers as floating ones: 1 and 1.0 give the same schedule.
  fileprivate var asFloat: Value {
    switch self {
    case .int(let number): .float(Double(number))
    case .list(let values): .list(values.map(\.asFloat))
    default: self
    }
  }
}
