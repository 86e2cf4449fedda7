import LRConfiguration
import LRSchedule

/// Why two schedules differ, as far as their parameters, releases and values say it.
struct DifferenceReasons {
  private let a, b: LabelledSchedule
  private let steps: Range<Int>

  /// The most steps by which one schedule may be shifted against the other.
  private static let mostShift = 64
  /// Steps on which a shift is tried.
  private static let triedSteps = 400

  init(_ a: LabelledSchedule, _ b: LabelledSchedule, steps: Range<Int>) {
    self.a = a
    self.b = b
    self.steps = steps
  }

  /// A sentence each, the most certain first.
  func sentences(for columns: [ColumnComparison]) -> [String] {
    let differing = columns.filter { $0.differingSteps > 0 }
    return settings + releases + differing.compactMap(shift)
  }

  /// What differs in what was given.
  private var settings: [String] {
    let types = (a.schedule.type, b.schedule.type)
    guard types.0.name == types.1.name, types.0.framework == types.1.framework else {
      return ["\(a.label) is \(types.0.name), \(b.label) is \(types.1.name)"]
    }
    var sentences = zip(a.schedule.parameters, b.schedule.parameters).compactMap { mine, its in
      mine.value == its.value
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
        "\(a.label) has \(groups(rates.0.count)), \(b.label) has \(groups(rates.1.count))")
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

  private func groups(_ count: Int) -> String {
    count == 1 ? "1 parameter group" : "\(count) parameter groups"
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

  /// The shift that makes a column of one that of the other.
  private func shift(of comparison: ColumnComparison) -> String? {
    guard let first = comparison.first,
      let mine = a.schedule.columns.first(where: { $0.name == comparison.name }),
      let its = b.schedule.columns.first(where: { $0.name == comparison.name })
    else { return nil }
    let around = max(steps.lowerBound, first.step - 100)..<min(steps.upperBound, first.step + 100)
    let spread = (0..<Self.triedSteps).map { index in
      steps.lowerBound + steps.count / Self.triedSteps * index
    }
    let tried = Array(around) + spread
    let shifts = (1...Self.mostShift).flatMap { [$0, -$0] }
    let fitting = shifts.first { shift in
      let both = tried.filter { steps.contains($0 + shift) }
      return both.count > tried.count / 2
        && both.allSatisfy { mine.value(at: $0 + shift) == its.value(at: $0) }
    }
    return fitting.map { shift in
      let size = shift == 1 || shift == -1 ? "1 step" : "\(shift.magnitude) steps"
      return "\(comparison.name): \(b.label) is \(a.label) \(size)"
        + (shift > 0 ? " earlier" : " later")
    }
  }
}
