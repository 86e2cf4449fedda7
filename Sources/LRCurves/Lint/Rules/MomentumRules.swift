import LRConfiguration
import LRSchedule

// What OneCycle does to momentum beside the rate.

extension LintRule {
  static let momentums = [momentumOutside, momentumNotMoved, forcedBeta2, momentumJump]

  static let momentumOutside = LintRule(
    "LR017", "momentum leaves the range from 0 to 1", .warning,
    explanation: """
      A `decay_mom_rate` makes momentum *grow* after the cycle: past `cycle_max_mom`, and in the end past 1,
      where Adam's average no longer decays and training diverges. Bounds outside the range do it at once.
      """,
    example: LintExample(
      "OneCycle",
      #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "decay_step_size": 100, "decay_mom_rate": 0.01"#,
      mended: #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "decay_step_size": 100"#),
    look: { inspection in
      guard
        let (column, step) = inspection.schedule?.columns(of: .momentum).lazy.compactMap({ column in
          column.firstStep { $0 >= 0 && $0 < 1 }.map { (column, $0) }
        }).first, let value = column.value(at: step)
      else { return [] }
      let grows = inspection.number("decay_mom_rate").map { $0 != 0 } ?? false
      let name = grows && inspection.isGiven("decay_mom_rate") ? "decay_mom_rate" : "cycle_max_mom"
      return [
        Observation(
          "momentum is \(value) at step \(step.asCount), outside the range from 0 to 1",
          mend: name == "decay_mom_rate"
            ? "leave decay_mom_rate out: it makes momentum grow, without end"
            : "give bounds of momentum from 0 to below 1",
          at: inspection.place(of: name))
      ]
    })

  static let momentumNotMoved = LintRule(
    "LR018", "momentum does not move", .warning,
    explanation: """
      `cycle_momentum` is on by default, but moves only the `betas` of Adam's kind of optimizer. With SGD and
      others the framework warns, and momentum stays as it is.
      """,
    example: LintExample(
      "OneCycle", #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3"#,
      mended: #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "cycle_momentum": false"#,
      optimizer: #"{"type": "SGD", "params": {"lr": 1e-3}}"#),
    look: { inspection in
      inspection.notices(on: .momentumNotMoved).map { notice, releases in
        Observation(
          inspection.prefix(for: releases) + notice.text,
          mend: "write \"cycle_momentum\": false, or take an optimizer with betas",
          at: inspection.place(of: notice.parameter))
      }
    })

  static let forcedBeta2 = LintRule(
    "LR019", "beta2 becomes 0.99", .note,
    explanation: """
      OneCycle with momentum sets the second of Adam's `betas` to 0.99 in every parameter group, whatever the
      optimizer says (Adam's default is 0.999), and does not say so.
      """,
    example: LintExample(
      "OneCycle", #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3"#,
      mended: #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "cycle_momentum": false"#),
    look: { inspection in
      guard inspection.movesMomentum, inspection.type?.framework == .deepspeed else { return [] }
      return [
        Observation(
          "OneCycle sets beta2 to 0.99 in every parameter group, whatever the optimizer says",
          mend: "write \"cycle_momentum\": false to keep your betas", at: inspection.typePlace)
      ]
    })

  static let momentumJump = LintRule(
    "LR020", "momentum jumps after the first batch", .note,
    explanation: """
      Row 0 holds `cycle_min_mom`, where the cycle begins near `cycle_max_mom`: the first batch trains with a
      momentum that the others reach in the middle of the cycle only.
      """,
    example: LintExample(
      "OneCycle", #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3"#,
      mended: #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "cycle_min_mom": 0.9"#),
    look: { inspection in
      guard inspection.movesMomentum,
        let column = inspection.schedule?.columns(of: .momentum).first,
        let first = column.value(at: 0), let second = column.value(at: 1), first < second
      else { return [] }
      return [
        Observation(
          "the first batch trains with momentum \(first), the second one with \(second)",
          mend: nil, at: inspection.typePlace)
      ]
    })
}

extension ConfigurationInspection {
  /// Whether the schedule moves momentum.
  fileprivate var movesMomentum: Bool {
    schedule.map { !$0.columns(of: .momentum).isEmpty } ?? false
  }
}
