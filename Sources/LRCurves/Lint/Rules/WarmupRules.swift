import LRConfiguration
import LRSchedule

// What a warm-up does that its author may not have meant.

extension LintRule {
  static let warmups = [
    minimumAboveMaximum, warmupBeyondTotal, longWarmup, unusedOptimizerLR, logarithmicWarmup,
    neverDecays, rowZeroAtZero,
  ]

  static let minimumAboveMaximum = LintRule(
    "LR006", "the minimum is not below the maximum", .warning,
    explanation: """
      Nothing checks that the minimum is below the maximum. If it is above, the rate falls where it should
      rise; if they are equal, it stays as it is. 5 of 841 configurations.
      """,
    example: LintExample(
      "WarmupLR", #""warmup_min_lr": 1e-3, "warmup_max_lr": 1e-4, "warmup_num_steps": 100"#,
      mended: #""warmup_min_lr": 1e-4, "warmup_max_lr": 1e-3, "warmup_num_steps": 100"#),
    look: { inspection in
      ["warmup", "cycle"].compactMap { prefix in
        let name = "\(prefix)_min_lr"
        let low = inspection.numbers(name)
        let isOptimizers = inspection.value("\(prefix)_max_lr") == .null
        let high = isOptimizers ? inspection.baseLRs : inspection.numbers("\(prefix)_max_lr")
        guard
          let (low, high) = pairs(low, high).first(where: { $0 >= $1 })
        else { return nil }
        let span =
          prefix == "warmup" ? inspection.warmupText : "the first half of the cycle"
        return Observation(
          low == high
            ? "the rate stays at \(low) for \(span), because minimum and maximum are the same"
            : "the rate falls from \(low) to \(high) within \(span) instead of rising",
          mend:
            "give \(name) less than \(isOptimizers ? "the optimizer's lr" : "\(prefix)_max_lr")",
          at: inspection.place(of: name))
      } + ratioFindings(inspection) + minimumFindings(inspection)
    })

  /// A decay to a rate that is not below the one that it comes from.
  private static func minimumFindings(_ inspection: ConfigurationInspection) -> [Observation] {
    guard let name = inspection.type?.parameter(.decayEndRate)?.name, inspection.isGiven(name),
      let (low, high) = pairs(inspection.numbers(name), inspection.baseLRs)
        .first(where: { $0 >= $1 })
    else { return [] }
    let base = inspection.baseLRName
    return [
      Observation(
        low == high
          ? "the rate stays at \(low), because \(name) and \(base) are the same"
          : "the rate rises from \(high) to \(low) instead of falling",
        mend: "give \(name) less than \(base)", at: inspection.place(of: name))
    ]
  }

  /// Minima that are shares of the optimizer's lr: WarmupCosineLR's, and Hugging Face's.
  private static func ratioFindings(_ inspection: ConfigurationInspection) -> [Observation] {
    let names = ["warmup_min_ratio", "cos_min_ratio", "min_lr_rate", "min_lr_ratio"]
    return names.compactMap { name in
      guard let ratio = inspection.number(name), ratio >= 1 else { return nil }
      return Observation(
        "\(name) is \(ratio) of \(inspection.baseLRName), which is the maximum: the rate"
          + (ratio == 1 ? " stays there" : " goes beyond it"),
        mend: "give it less than 1", at: inspection.place(of: name))
    }
  }

  /// Two lists side by side; one number is as many as there are of the other.
  private static func pairs(_ one: [Double], _ other: [Double]) -> [(Double, Double)] {
    guard let first = one.first, let second = other.first else { return [] }
    return (0..<max(one.count, other.count)).map { index in
      (
        one.indices.contains(index) ? one[index] : first,
        other.indices.contains(index) ? other[index] : second
      )
    }
  }

  static let warmupBeyondTotal = LintRule(
    "LR007", "the warm-up is longer than the training", .warning,
    explanation: """
      The framework only warns: the rate is still rising when training ends, and never gets to its maximum.
      Mostly `warmup_num_steps` was counted in samples, or `total_num_steps` in epochs. Where a schedule has
      no total, as `WarmupLR` and PyTorch's `LinearLR`, `--steps` says the run's.
      """,
    example: LintExample(
      "WarmupDecayLR", #""total_num_steps": 10000, "warmup_num_steps": 20000"#,
      mended: #""total_num_steps": 20000, "warmup_num_steps": 1000"#),
    look: { inspection in
      guard let total = inspection.total, let warmup = inspection.warmup, warmup.steps > total.steps
      else { return [] }
      return [
        Observation(
          "the warm-up never ends: it takes \(warmup.steps.asCount) of \(total.steps.asCount) steps",
          mend: "give a \(warmup.name) below \(total.name); both count optimizer steps",
          at: warmup.place)
      ]
    })

  static let longWarmup = LintRule(
    "LR008", "the warm-up is half of the total or more", .warning,
    explanation: """
      The rate is at its maximum for a moment only, and training has little left to decay in. A warm-up is
      usually some hundredths of the total. 2 of 841 configurations have one of half of the total or more.
      """,
    example: LintExample(
      "WarmupCosineLR", #""total_num_steps": 10000, "warmup_num_steps": 6000"#,
      mended: #""total_num_steps": 10000, "warmup_num_steps": 600"#),
    look: { inspection in
      guard let total = inspection.total, let warmup = inspection.warmup, total.steps > 0,
        warmup.steps <= total.steps, warmup.steps * 2 >= total.steps
      else { return [] }
      return [
        Observation(
          "the warm-up takes \(warmup.steps.asCount) of \(total.steps.asCount) steps,"
            + " and only \((total.steps - warmup.steps).asCount) are left after it",
          mend: "give less than half of \(total.name), unless it is meant",
          at: warmup.place)
      ]
    })

  static let unusedOptimizerLR = LintRule(
    "LR009", "the optimizer's lr is not used", .warning,
    explanation: """
      `WarmupLR` and `WarmupDecayLR` go to `warmup_max_lr`. Where it is given, the optimizer's own lr is a
      number that nobody reads (before 0.15.3 the first batch does), and editing it changes nothing. 113 of
      428 configurations that give both have two different numbers.
      """,
    example: LintExample(
      "WarmupLR", #""warmup_max_lr": 1e-3, "warmup_num_steps": 100"#,
      mended: #""warmup_max_lr": 3e-4, "warmup_num_steps": 100"#,
      optimizer: #"{"type": "AdamW", "params": {"lr": 3e-4}}"#),
    look: { inspection in
      let name = "warmup_max_lr"
      let maximums = inspection.numbers(name)
      let rates = inspection.baseLRs
      guard inspection.isGiven(name), inspection.optimizerLR != nil, !maximums.isEmpty,
        pairs(maximums, rates).contains(where: { $0 != $1 })
      else { return [] }
      let maximum = inspection.value(name).map { "\($0)" } ?? ""
      return [
        Observation(
          "the rate goes to \(maximum), and the optimizer's lr of"
            + " \(rates.map { "\($0)" }.joined(separator: ", ")) is not used",
          mend: "give both the same number, or null for \(name), which is the optimizer's lr",
          at: inspection.place(of: name))
      ]
    })

  static let logarithmicWarmup = LintRule(
    "LR010", "the warm-up is logarithmic", .note,
    explanation: """
      Without a `warmup_type` the warm-up follows a logarithm: half of the rise is done after the square root
      of `warmup_num_steps`, 32 steps of 1,000. Most people draw a line when they think of a warm-up; that is
      `"warmup_type": "linear"`. Writing `"log"` says that it is meant. 788 of 818 configurations with a
      warm-up do not give it.
      """,
    example: LintExample(
      "WarmupLR", #""warmup_num_steps": 1000"#,
      mended: #""warmup_num_steps": 1000, "warmup_type": "linear""#),
    look: { inspection in
      guard inspection.value("warmup_type") == .string("log"), !inspection.isGiven("warmup_type")
      else { return [] }
      let half = inspection.warmup.map {
        "after \($0.steps.squareRoot().rounded(.up).asCount) of \(inspection.warmupText)"
      }
      return [
        Observation(
          "the warm-up follows a logarithm: half of the rise is done"
            + " \(half ?? "after the square root of warmup_num_steps")",
          mend: "write \"warmup_type\": \"linear\" for a line, or \"log\" if it is meant",
          at: inspection.typePlace)
      ]
    })

  static let neverDecays = LintRule(
    "LR011", "the rate never decays", .note,
    explanation: """
      `WarmupLR` stays at its maximum after the warm-up, however long the run is. With `WarmupDecayLR` or
      `WarmupCosineLR` it decays. 499 of 841 configurations take `WarmupLR`.
      """,
    example: LintExample(
      "WarmupLR", #""warmup_num_steps": 100"#, mendedType: "WarmupDecayLR",
      mended: #""warmup_num_steps": 100, "total_num_steps": 5000"#),
    look: { inspection in
      guard inspection.type?.name == WarmupLR.type.name, inspection.schedule != nil else {
        return []
      }
      return [
        Observation(
          "after \(inspection.warmupText) the rate stays at its maximum to the end of the run",
          mend: "take WarmupDecayLR or WarmupCosineLR if it should decay", at: inspection.typePlace)
      ]
    })

  static let rowZeroAtZero = LintRule(
    "LR012", "the first batch trains at rate 0", .note,
    explanation: """
      A warm-up that begins at 0 trains its first batch at rate 0, which learns nothing; both kinds of
      warm-up are still there at the second one, because the framework counts from -1. A small
      `warmup_min_lr` mends it; `WarmupCosineLR` has row 0 at 0 whatever its parameters say.
      """,
    example: LintExample(
      "WarmupDecayLR", #""total_num_steps": 5000, "warmup_num_steps": 100"#,
      mended: #""total_num_steps": 5000, "warmup_num_steps": 100, "warmup_min_lr": 1e-6"#),
    look: { inspection in
      let releases = inspection.releases { _, schedule in zeros(of: schedule) > 0 }
      guard
        let schedule = inspection.schedules.last(where: { $0.release == releases.last })?.schedule
      else { return [] }
      let count = zeros(of: schedule)
      return [
        Observation(
          inspection.prefix(for: releases)
            + (count == 1
              ? "the first batch trains at rate 0"
              : count == schedule.steps.count
                ? "every batch trains at rate 0"
                : "the first \(count.asCount) batches train at rate 0"),
          mend: inspection.type?.parameter(named: "warmup_min_lr") == nil
            ? nil : "give a warmup_min_lr above 0, unless it is meant",
          at: inspection.typePlace)
      ]
    })

  /// How many of the first rows are 0 in every parameter group, of a run from the beginning.
  private static func zeros(of schedule: Schedule) -> Int {
    guard schedule.steps.lowerBound == 0 else { return 0 }
    let ends = schedule.columns(of: .lr).map { column in
      column.firstStep { $0 == 0 } ?? column.steps.upperBound
    }
    return ends.min() ?? 0
  }
}
