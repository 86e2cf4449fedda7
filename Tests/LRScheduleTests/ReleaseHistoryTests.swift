import Testing

@testable import LRSchedule

/// Between the declared changes no release computes, accepts or refuses anything else.
@Suite struct ReleaseHistoryTests {
  @Test(
    arguments: [
      ("LRRangeTest", ["0.19.4"]),
      ("OneCycle", ["0.19.4", "0.19.6"]),
      ("WarmupLR", ["0.15.3", "0.17.2", "0.19.3", "0.19.4"]),
      ("WarmupDecayLR", ["0.15.3", "0.17.2", "0.19.3", "0.19.4"]),
      ("WarmupCosineLR", ["0.12.3", "0.12.4", "0.15.3", "0.19.0", "0.19.3", "0.19.4"]),
    ] as [(String, [String])])
  func changesHappenInTheseReleasesOnly(name: String, releases: [String]) throws {
    let type = try SchedulerType.named(name)
    let all = Framework.deepspeed.releases
    let found = zip(all, all.dropFirst()).filter { outcomes(type, $0) != outcomes(type, $1) }
    #expect(found.map(\.1.description) == releases)

    let declared = ([type.introduction].compactMap { $0 } + type.changes).map(\.release)
    #expect(Set(declared.map(\.description)) == Set(releases))
    #expect(declared == declared.sorted())
  }

  /// What a release makes of many configurations: bits, or the parameter at fault.
  private func outcomes(_ type: SchedulerType, _ release: Release) -> [String] {
    configurations(of: type).map { arguments in
      do {
        let schedule = try Schedule(
          type, arguments: arguments, optimizer: Optimizer(baseLRs: [0.5, 0.25]), release: release)
        let steps = Array(0..<60) + [999, 1000, 1001, 4321, 12_345]
        return "\(schedule.steps) \(schedule.notices) \(schedule.bits(at: steps))"
      } catch {
        return "refuses \((error as? ScheduleError)?.parameter ?? "all")"
      }
    }
  }

  /// The least that is required, and that with one parameter set to each of many values.
  private func configurations(of type: SchedulerType) -> [[SchedulerArgument]] {
    let values: [Value] = [
      .null, true, false, 0, 1, 2, 20, -5, 0.5, 1.5, 20.0, 20.75, "linear", "cubic",
      [0.1, 0.2], [1],
    ]
    let least = required(type.name)
    return [least]
      + type.parameters.flatMap { parameter in
        values.map { value in
          least.filter { $0.name != parameter.name } + [SchedulerArgument(parameter.name, value)]
        }
      }
  }
}

/// The releases that exist, and how they are named.
@Suite struct ReleaseNameTests {
  @Test func everyReleaseOfDeepSpeed() {
    let releases = Framework.deepspeed.releases
    #expect(releases.count == 4 + 3 + 7 + 6 + 6 + 5 + 10 + 7 + 10 + 9)
    #expect(releases == releases.sorted())
    #expect(Set(releases).count == releases.count)
    #expect(releases.first == Release(0, 10, 0))
    #expect(Framework.deepspeed.newestRelease == Release(0, 19, 8))
  }

  @Test(arguments: [
    ("0.14", "0.14.5"), ("0.14.2", "0.14.2"), ("0.10", "0.10.3"), ("0.11", "0.11.2"),
    ("0.12", "0.12.6"), ("0.13", "0.13.5"), ("0.15", "0.15.4"), ("0.16", "0.16.9"),
    ("0.17", "0.17.6"), ("0.18", "0.18.9"), ("0.19", "0.19.8"), ("0.10.0", "0.10.0"),
  ])
  func named(text: String, release: String) {
    #expect(Release.named(text, of: .deepspeed)?.description == release)
  }

  @Test(arguments: [
    "0.14.6", "0.9", "0.9.5", "0.20", "0.20.0", "0.19.9", "1.0", "1.14.2", "0", "14", "", ".",
    "0.", ".14", "0..14", "0.14.", "0.14.2.0", "v0.14", "0.14.x", "0.14rc1", "0.14.2+cu121",
    "-0.14", "+0.14", "0.-14", "0.+14", " 0.14", "0.14 ", "0,14", "latest", "0.٣", "0.1４",
    "0.99999999999999999999", "99999999999999999999.14",
  ])
  func unknown(text: String) {
    #expect(Release.named(text, of: .deepspeed) == nil)
  }

  @Test func releasesAreOrderedByFiguresNotByText() {
    #expect(Release(0, 9, 5) < Release(0, 10, 0))
    #expect(Release(0, 19, 9) < Release(0, 19, 10))
    #expect(Release(0, 19, 8) < Release(1, 0, 0))
    #expect(!(Release(0, 19, 8) < Release(0, 19, 8)))
  }
}
