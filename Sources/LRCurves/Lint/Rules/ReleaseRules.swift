import LRConfiguration
import LRSchedule

// What depends on the release that is installed: looked for in the releases that were asked for.

extension LintRule {
  static let releases = [fullFirstRate, ignoredStairs, refusedLists, risingCosine]

  static let fullFirstRate = LintRule(
    "LR013", "the first batch trains at the full rate", .warning,
    explanation: """
      Before 0.15.3 the constructors of the three warm-ups leave row 0 as it is, so the first batch trains at the
      optimizer's own lr, and the warm-up begins at the second one (DeepSpeed issue 5731). 0.15.3 and later
      set it. Looked for in the releases that are asked for.
      """,
    example: LintExample(
      "WarmupLR", #""warmup_num_steps": 100"#,
      mended: #""warmup_num_steps": 100, "warmup_min_lr": 3e-4, "warmup_max_lr": 3e-4"#,
      optimizer: #"{"type": "AdamW", "params": {"lr": 3e-4}}"#, releases: "0.14..0.16"),
    look: { inspection in
      let releases = inspection.releases { release, schedule in
        schedule.type.missingChanges(in: release).contains(.rowZeroIsSet)
          && schedule.steps.lowerBound == 0
          && (inspection.standIns.contains("lr")
            || schedule.columns(of: .lr).contains { $0.value(at: 0) != $0.value(at: 1) })
      }
      guard
        let schedule = inspection.schedules.first(where: { $0.release == releases.first })?.schedule
      else { return [] }
      let rates = schedule.columns(of: .lr).map { column in
        [0, 1].map { column.value(at: $0).map { "\($0)" } ?? "" }
      }
      let rows =
        inspection.standIns.contains("lr") || rates.isEmpty
        ? "" : ", \(rates[0][0]), and the second one at \(rates[0][1])"
      return [
        Observation(
          "in \(inspection.text(of: releases)) the first batch trains at the optimizer's own lr\(rows)",
          mend: "take \(Change.rowZeroIsSet.release) or later, which sets row 0",
          at: inspection.typePlace)
      ]
    })

  static let ignoredStairs = LintRule(
    "LR014", "the stairs are not climbed", .warning,
    explanation: """
      Before 0.19.4 `cycle_first_stair_count` and `cycle_second_stair_count` are accepted and do nothing: the
      rate is a straight line. Looked for in the releases that are asked for.
      """,
    example: LintExample(
      "OneCycle", #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "cycle_first_stair_count": 5"#,
      mended: #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3"#, releases: "0.19.0..0.19.8"),
    look: { inspection in
      inspection.notices(on: .stairsIgnored).map { notice, releases in
        Observation(
          "\(inspection.prefix(for: releases))\(notice.text)",
          mend: "take \(OneCycle.stairsWork.release) or later, or leave the stair counts out",
          at: inspection.place(of: notice.parameter))
      }
    })

  static let refusedLists = LintRule(
    "LR015", "a list that the release does not take", .mistake,
    explanation: """
      Before 0.19.6 OneCycle's bounds of rate and momentum take one number only, although the documentation
      has always named lists: a TypeError. Looked for in the releases that are asked for.
      """,
    example: LintExample(
      "OneCycle", #""cycle_min_lr": [1e-4], "cycle_max_lr": 1e-3"#,
      mended: #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3"#, releases: "0.18..0.19"),
    look: { inspection in inspection.refusals(.lists).map { $0.observation(in: inspection) } })

  static let risingCosine = LintRule(
    "LR016", "the cosine rises again", .warning,
    explanation: """
      Before 0.19.3 `WarmupCosineLR` does not stop at `total_num_steps`: its cosine goes on, and the rate is
      back at its maximum after as many steps again as it took to fall. A run that is longer than planned
      notices too late. Looked for in the releases that are asked for.
      """,
    example: LintExample(
      "WarmupCosineLR", #""total_num_steps": 5000, "warmup_num_steps": 100"#,
      mended: #""total_num_steps": 5000, "warmup_num_steps": 100"#, releases: "0.18",
      mendedReleases: "0.19"),
    look: { inspection in
      let releases = inspection.releases { release, schedule in
        schedule.type.missingChanges(in: release).contains(WarmupCosineLR.progressIsCut)
      }
      guard !releases.isEmpty else { return [] }
      var steps = "after total_num_steps"
      if let total = inspection.number("total_num_steps"), let warmup = inspection.warmup?.steps,
        total > warmup
      {
        steps =
          "after step \(total.asCount), and is back at its maximum at step"
          + " \((2 * total - warmup).asCount)"
      }
      return [
        Observation(
          "in \(inspection.text(of: releases)) the rate rises again \(steps)",
          mend: "end the run at total_num_steps, or take"
            + " \(WarmupCosineLR.progressIsCut.release) or later",
          at: inspection.place(of: "total_num_steps"))
      ]
    })
}
