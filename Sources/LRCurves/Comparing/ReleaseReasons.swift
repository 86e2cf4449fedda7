import LRSchedule

/// Which releases between two make schedules differ.
struct ReleaseReasons {
  private let a, b: Schedule

  init(_ a: Schedule, _ b: Schedule) {
    self.a = a
    self.b = b
  }

  /// Finds the releases that change a value.
  ///
  /// - Parameter steps: The steps at which values are looked at.
  /// - Returns: A sentence for each change, oldest first: what it is, or that the release computes
  ///   otherwise.
  func sentences(at steps: [Int]) -> [String] {
    guard a.release != b.release else { return [] }
    let changing = Set(Self.changingReleases(a, until: b.release, at: steps))
      .union(Self.changingReleases(b, until: a.release, at: steps))
    let framework = a.type.framework.title
    return changing.sorted().flatMap { release in
      let changes = a.type.changes.filter { $0.release == release && !$0.refuses }
      return changes.isEmpty
        ? ["\(framework) \(release) computes other values"]
        : changes.map { "\(framework) \(release): \($0.summary); before, \($0.before)" }
    }
  }

  /// The releases between a schedule's own and another one at which its values change.
  private static func changingReleases(
    _ schedule: Schedule, until other: Release, at steps: [Int]
  ) -> [Release] {
    let range = min(schedule.release, other)...max(schedule.release, other)
    let given = schedule.parameters.filter(\.isGiven).map {
      SchedulerArgument($0.declaration.name, $0.value)
    }
    var changing: [Release] = []
    var before: [[Double?]]?
    for release in schedule.type.framework.releases where range.contains(release) {
      // A release may refuse what others take.
      guard
        let released = try? Schedule(
          schedule.type, arguments: given, optimizer: schedule.optimizer, release: release)
      else { continue }
      let values = released.columns.map { column in steps.map { column.value(at: $0) } }
      if let before, before != values { changing.append(release) }
      before = values
    }
    return changing
  }
}
