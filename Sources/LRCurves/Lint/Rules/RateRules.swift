import LRConfiguration
import LRSchedule

// Rates that no one wants, and parameters that do nothing.

extension LintRule {
  static let rates = [negativeRate, rangeTest, noDecay, endsEarly, convertedValue]

  static let negativeRate = LintRule(
    "LR021", "the rate becomes negative", .warning,
    explanation: """
      A rate below 0 climbs the loss instead of going down. No scheduler checks its rates: a negative
      `lr_range_test_step_rate`, a negative bound, or a negative `decay_lr_rate` is accepted.
      """,
    example: LintExample(
      "LRRangeTest", #""lr_range_test_min_lr": 1e-3, "lr_range_test_step_rate": -0.5"#,
      mended: #""lr_range_test_min_lr": 1e-3, "lr_range_test_step_rate": 0.5"#),
    look: { inspection in
      guard
        let (column, step) = inspection.schedule?.columns(of: .lr).lazy.compactMap({ column in
          column.firstStep { $0 >= 0 }.map { (column, $0) }
        }).first, let value = column.value(at: step)
      else { return [] }
      let negative = inspection.arguments.first { argument in
        argument.name.contains("lr") && (argument.value.number.map { $0 < 0 } ?? false)
      }
      return [
        Observation(
          "the rate is \(value) at step \(step.asCount), below 0",
          mend: negative.map { "give \($0.name) a number of 0 or more" }
            ?? "give rates of 0 or more",
          at: negative?.place ?? inspection.typePlace)
      ]
    })

  static let rangeTest = LintRule(
    "LR022", "a range test is left in", .warning,
    explanation: """
      `LRRangeTest` grows without end, to find the rate at which training breaks. It is an experiment of some
      hundred steps, not a schedule to train with. 1 of 841 configurations.
      """,
    example: LintExample(
      "LRRangeTest", #""lr_range_test_min_lr": 1e-4"#,
      mendedType: "WarmupLR", mended: #""warmup_num_steps": 100"#),
    look: { inspection in
      guard inspection.type?.name == LRRangeTest.type.name, let schedule = inspection.schedule,
        let column = schedule.columns(of: .lr).first, let first = column.value(at: 0)
      else { return [] }
      let far = 100_000
      let later = column.value(at: far).map { ": \(first) at step 0, \($0) at step \(far.asCount)" }
      return [
        Observation(
          "LRRangeTest never stops\(later ?? "")",
          mend: "take it out once the rate is found", at: inspection.typePlace)
      ]
    })

  static let noDecay = LintRule(
    "LR023", "a decay that does nothing", .warning,
    explanation: """
      OneCycle's `decay_lr_rate` and `decay_mom_rate` count in intervals of `decay_step_size` steps. That is 0
      by default, which means no decay at all, whatever the rates say.
      """,
    example: LintExample(
      "OneCycle", #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "decay_lr_rate": 0.1"#,
      mended:
        #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "decay_lr_rate": 0.1, "decay_step_size": 100"#
    ),
    look: { inspection in
      guard inspection.number("decay_step_size") == 0 else { return [] }
      return ["decay_lr_rate", "decay_mom_rate"].compactMap { name in
        guard let rate = inspection.number(name), rate != 0 else { return nil }
        return Observation(
          "\(name) does nothing, because decay_step_size is 0: nothing decays after the cycle",
          mend: "give a decay_step_size, the steps of one interval", at: inspection.place(of: name))
      }
    })

  static let endsEarly = LintRule(
    "LR024", "the schedule ends", .warning,
    explanation: """
      Some decays reach a step at which they divide by zero or overflow: with a `decay_lr_rate` of -0.01
      that is the hundredth interval. The framework raises an exception there, or sets an infinite rate.
      """,
    example: LintExample(
      "OneCycle",
      #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "decay_lr_rate": -0.01, "decay_step_size": 100"#,
      mended:
        #""cycle_min_lr": 1e-4, "cycle_max_lr": 1e-3, "decay_lr_rate": 0.01, "decay_step_size": 100"#
    ),
    look: { inspection in
      let releases = inspection.releases {
        $1.steps.upperBound < Schedule.stepLimit
          && $1.steps.upperBound <= inspection.trainingSteps ?? Int.max
      }
      guard
        let schedule = inspection.schedules.last(where: { $0.release == releases.last })?.schedule,
        // One that has a total is meant to end there.
        schedule.steps.upperBound <= schedule.nominalSteps ?? Int.max
      else { return [] }
      return [
        Observation(
          "\(inspection.prefix(for: releases))there is no rate from step"
            + " \(schedule.steps.upperBound.asCount) on: the framework divides by zero or overflows",
          mend: (schedule.type.name == OneCycle.type.name
            ? "give rates of decay of 0 or more" : "mend the parameters of \(schedule.type.name)")
            + ", or end the run before", at: inspection.typePlace)
      ]
    })

  static let convertedValue = LintRule(
    "LR025", "a value that is taken for another", .warning,
    explanation: """
      Python takes `true` for 1 and any text for true, and an unknown `warmup_type` acts as `"log"`. Nothing
      stops, and the schedule is another one than the file says.
      """,
    example: LintExample(
      "WarmupLR", #""warmup_type": "Linear""#, mended: #""warmup_type": "linear""#),
    look: { inspection in
      inspection.notices(on: .convertedValue, .unknownText).map { notice, releases in
        let parts = notice.text.split(separator: "; ", maxSplits: 1)
        return Observation(
          inspection.prefix(for: releases) + String(parts[0]),
          mend: parts.count > 1 ? String(parts[1]) : nil, at: inspection.place(of: notice.parameter)
        )
      }
    })
}
