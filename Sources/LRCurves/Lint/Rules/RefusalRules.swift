import LRConfiguration
import LRSchedule

// What the framework refuses: the run stops before its first step.

extension LintRule {
  static let refusals = [refused, duplicateKey, numberAsText, ratesOfCosine, noWarmupSteps]

  private static func refusal(
    _ kind: Refusal.Kind
  ) -> @Sendable (ConfigurationInspection) -> [Observation] {
    { inspection in inspection.refusals(kind).map { $0.observation(in: inspection) } }
  }

  static let refused = LintRule(
    "LR001", "the framework refuses it", .mistake,
    explanation: """
      DeepSpeed, or the trainer, stops with an exception when it makes the scheduler: a parameter that does not
      exist, a required one that is missing, a scheduler without `params`, a name that is spelt otherwise. Other
      rules name some of the refusals; this is the rest. Of 841 configurations 7 have a parameter that their
      scheduler does not have, and 9 lack a required one.
      """,
    example: LintExample(
      "WarmupDecayLR", #""warmup_num_steps": 100"#,
      mended: #""warmup_num_steps": 100, "total_num_steps": 5000"#),
    look: { inspection in
      // No configuration makes a sequence, whatever is wrong with its parts: another rule says so.
      inspection.type?.takesSchedulers == true ? [] : refusal(.other)(inspection)
    })

  static let duplicateKey = LintRule(
    "LR002", "a key stands twice", .mistake,
    explanation: """
      DeepSpeed refuses a key that its map has already, wherever in the file it is; Transformers takes the
      last one in silence, so that it also depends on who reads the file. Nothing else of the file is looked
      at. 3 of 841 configurations.
      """,
    example: LintExample(
      "WarmupLR", #""warmup_num_steps": 100, "warmup_num_steps": 200"#,
      mended: #""warmup_num_steps": 200"#),
    look: refusal(.duplicateKey))

  static let numberAsText = LintRule(
    "LR003", "a text where a number belongs", .mistake,
    explanation: """
      A number in quotes is a text, with which Python cannot calculate. 3 of 841 configurations. (A file that
      is made from YAML has `5e-5` as a text too: YAML 1.1 wants `5.0e-5`.)
      """,
    example: LintExample(
      "WarmupLR", #""warmup_max_lr": "1e-4""#, mended: #""warmup_max_lr": 1e-4"#),
    look: refusal(.numberAsText))

  static let ratesOfCosine = LintRule(
    "LR004", "WarmupCosineLR is given rates", .mistake,
    explanation: """
      `WarmupCosineLR` takes ratios of the optimizer's own lr, not rates: `warmup_min_lr` and `warmup_max_lr`
      are parameters of the other two warm-ups, and raise a TypeError here. 7 of 54 configurations with this
      scheduler.
      """,
    example: LintExample(
      "WarmupCosineLR", #""total_num_steps": 5000, "warmup_min_lr": 0, "warmup_max_lr": 1e-4"#,
      mended: #""total_num_steps": 5000, "warmup_min_ratio": 0"#),
    look: refusal(.ratesOfCosine))

  static let noWarmupSteps = LintRule(
    "LR005", "a warm-up of no steps", .mistake,
    explanation: """
      A `warmup_num_steps` of 0 does not turn the warm-up off. Since 0.19.3 it is refused; before, it acts as 2
      and is a *warning*. Write 1, which acts as 2 in every release, or take the scheduler out. 14 of 841
      configurations.
      """,
    example: LintExample(
      "WarmupLR", #""warmup_num_steps": 0"#, mended: #""warmup_num_steps": 1"#,
      releases: "0.19.2..0.19.3"),
    look: { inspection in
      let refused = refusal(.noWarmupSteps)(inspection)
      guard let steps = inspection.number("warmup_num_steps"), steps <= 0 else { return refused }
      let releases = inspection.schedules.map(\.release)
      return refused + [
        Observation(
          "\(inspection.prefix(for: releases))the warm-up has 2 steps although warmup_num_steps is"
            + " \(steps.asCount)",
          mend: "write 1 or more; later releases refuse it",
          at: inspection.place(of: "warmup_num_steps"), level: .warning)
      ]
    })
}
