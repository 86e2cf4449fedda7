import LRConfiguration
import LRSchedule

/// One thing that makes two schedules differ.
struct DifferenceReason {
  /// A sentence without a full stop.
  let text: String
  /// Where it is written in a file; nil where it is nowhere.
  var place: Finding.Place?
}

/// Why two schedules differ, as far as their parameters and releases say it.
struct DifferenceReasons {
  private let a, b: LabelledSchedule

  init(_ a: LabelledSchedule, _ b: LabelledSchedule) {
    self.a = a
    self.b = b
  }

  /// Finds what makes the schedules differ.
  ///
  /// - Parameter steps: Steps at which the schedules may differ.
  /// - Returns: The reasons, the most certain first.
  func reasons(at steps: [Int]) -> [DifferenceReason] {
    let types = (a.schedule.type, b.schedule.type)
    guard types.0.name == types.1.name, types.0.framework == types.1.framework else {
      return [
        DifferenceReason(text: "\(a.label) is \(types.0.name), \(b.label) is \(types.1.name)")
      ]
    }
    let releases = ReleaseReasons(a.schedule, b.schedule).sentences(at: steps)
    return settings + releases.map { DifferenceReason(text: $0) }
  }

  /// What differs in what was given.
  private var settings: [DifferenceReason] {
    var reasons = zip(a.schedule.parameters, b.schedule.parameters).compactMap { mine, its in
      // Another default is a change of the release.
      mine.value.asFloat == its.value.asFloat || !mine.isGiven && !its.isGiven
        ? nil
        : reason(
          mine.declaration.name, "\(mine.value)", "\(its.value)",
          a.places[mine.declaration.name], b.places[its.declaration.name])
    }
    let optimizers = (a.schedule.optimizer, b.schedule.optimizer)
    let rates = (optimizers.0.baseLRs, optimizers.1.baseLRs)
    if rates.0 != rates.1, a.schedule.usesBaseLRs || b.schedule.usesBaseLRs {
      reasons.append(
        reason("base lr", Self.list(rates.0), Self.list(rates.1), a.baseLRPlace, b.baseLRPlace))
    }
    if rates.0.count != rates.1.count {
      reasons.append(
        DifferenceReason(
          text: "\(a.label) has \(rates.0.count.counted("parameter group")), \(b.label) has"
            + " \(rates.1.count.counted("parameter group"))"))
    }
    let movesMomentum = [a, b].map { !$0.schedule.columns(of: .momentum).isEmpty }
    if movesMomentum[0] != movesMomentum[1], optimizers.0.hasBetas != optimizers.1.hasBetas {
      reasons.append(
        DifferenceReason(
          text: "the optimizer of \(a.label) is \(optimizers.0.type), that of \(b.label)"
            + " \(optimizers.1.type): only one of them has betas to move"))
    }
    return reasons
  }

  private func reason(
    _ name: String, _ mine: String, _ its: String, _ myPlace: Place?, _ itsPlace: Place?
  ) -> DifferenceReason {
    DifferenceReason(
      text: "\(name) is \(mine) (\(myPlace.map { "\($0)" } ?? "default")) and \(its)"
        + " (\(itsPlace.map { "\($0)" } ?? "default"))",
      place: myPlace?.inFile ?? itsPlace?.inFile)
  }

  private static func list(_ rates: [Double]) -> String {
    rates.map { "\($0)" }.joined(separator: ",")
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
