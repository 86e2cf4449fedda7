import LRConfiguration
import LRSchedule

// What rules ask of a configuration.

extension ConfigurationInspection {
  /// A parameter's value, defaults included; nil where nothing fills its "auto".
  func value(_ name: String) -> Value? {
    guard !standIns.contains(name) else { return nil }
    return schedule?.parameters.first { $0.declaration.name == name }?.value
  }

  /// A parameter's number; nil where it is none.
  func number(_ name: String) -> Double? { value(name).flatMap(\.number) }

  /// A parameter's numbers, one or one a parameter group.
  func numbers(_ name: String) -> [Double] {
    switch value(name) {
    case .list(let values)?: values.compactMap(\.number)
    case let value?: value.number.map { [$0] } ?? []
    case nil: []
    }
  }

  /// The rates of the optimizer that somebody wrote or typed, or that a trainer takes; else none.
  var baseLRs: [Double] {
    guard !standIns.contains("lr"), !guessesBaseLR, let schedule else { return [] }
    return schedule.optimizer.baseLRs
  }

  /// Whether nothing that the rates follow from was guessed.
  var knowsRates: Bool {
    standIns.isEmpty && !(guessesBaseLR && schedule?.usesBaseLRs ?? true)
  }

  /// What the optimizer's own rate is called.
  var baseLRName: String {
    framework == .huggingFace ? "learning_rate" : "the optimizer's lr"
  }

  /// Where a parameter is written, else where the scheduler's type is.
  func place(of name: String) -> Place? { argument(name)?.place ?? typePlace }

  /// Whether the file, or a flag, gives the parameter.
  func isGiven(_ name: String) -> Bool {
    schedule?.parameters.contains { $0.declaration.name == name && $0.isGiven } ?? false
  }

  /// The steps of the warm-up, or DeepSpeed's name for them where they are not known.
  var warmupText: String { warmup.map { "\($0.steps.asCount) steps" } ?? "warmup_num_steps" }
}

extension Column {
  /// The first step at which the values leave a range; nil where they stay in it.
  func firstStep(outside range: (Double) -> Bool) -> Int? {
    func leaves(_ steps: Range<Int>) -> Bool {
      bounds(in: steps).map { !range($0.lowerBound) || !range($0.upperBound) } ?? false
    }
    guard !steps.isEmpty, leaves(steps) else { return nil }
    return LRSchedule.firstStep(in: steps) { leaves(steps.lowerBound..<$0 + 1) }
  }
}

extension ConfigurationInspection {
  /// Some of the releases that were asked for, in words: `DeepSpeed 0.14.0 to 0.15.2`.
  func text(of releases: [Release]) -> String {
    var runs: [[Release]] = []
    for release in releases {
      if let last = runs.last?.last, let index = self.releases.firstIndex(of: last),
        self.releases.firstIndex(of: release) == index + 1
      {
        runs[runs.count - 1].append(release)
      } else {
        runs.append([release])
      }
    }
    let words = runs.map { run in
      run.count == 1 ? "\(run[0])" : "\(run[0]) to \(run[run.count - 1])"
    }
    return "\(framework.title) \(words.joined(separator: " and "))"
  }

  /// The releases of those that make a schedule for which something holds.
  func releases(where holds: (Release, Schedule) -> Bool) -> [Release] {
    schedules.filter { holds($0.release, $0.schedule) }.map(\.release)
  }

  /// The notices of the schedules on a topic, each with the releases that give it.
  func notices(on topics: Notice.Topic...) -> [(notice: Notice, releases: [Release])] {
    var found: [Notice] = []
    for (_, schedule) in schedules {
      for notice in schedule.notices where topics.contains(notice.topic) && !found.contains(notice)
      {
        found.append(notice)
      }
    }
    return found.map { notice in (notice, releases { $1.notices.contains(notice) }) }
  }

  /// What stands in front of what only some of the releases that were asked for do.
  func prefix(for releases: [Release]) -> String {
    releases.count == self.releases.count ? "" : "in \(text(of: releases)) "
  }
}

extension Double {
  /// The number for a reader: whole ones with commas, `20,000`.
  var asCount: String {
    guard let whole = Int(exactly: self) else { return "\(self)" }
    return whole.asCount
  }
}

extension Int {
  /// The number for a reader: `20,000`.
  var asCount: String {
    var digits = "\(magnitude)"[...]
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return (self < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
