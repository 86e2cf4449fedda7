import LRConfiguration
import LRSchedule

// What is said of training arguments.

extension LintRule {
  static let arguments = [uncomputed, misspeltArgument]

  static let uncomputed = LintRule(
    "LR034", "a schedule that is not computed", .note,
    explanation: """
      `reduce_lr_on_plateau` and `greedy` follow the loss of the run, and some schedulers are a trainer's own
      (Axolotl's `rex`, and its cosine with a minimum): training arguments with one of them are not judged.
      """,
    example: LintExample(
      """
      {"learning_rate": 2e-5, "lr_scheduler_type": "reduce_lr_on_plateau", "max_steps": 5000}

      """,
      mended: """
        {"learning_rate": 2e-5, "lr_scheduler_type": "linear", "max_steps": 5000}

        """, file: "training_args.json"),
    look: { inspection in
      inspection.refusals(.uncomputed).map { $0.observation(in: inspection) }
    })

  static let misspeltArgument = LintRule(
    "LR035", "a training argument that nobody reads", .warning,
    explanation: """
      A key that is one letter away from one that is read (of the rate, its scheduler, the warm-up, the batch, the
      length of the training) is mostly meant for it. Some readers drop it in silence, and the default holds.
      Where nothing else says the rate or its scheduler, the file holds no schedule, which is a *mistake*.
      """,
    example: LintExample(
      """
      {"learning_rate": 2e-5, "lr_scheduler_type": "constant", "max_step": 5000}

      """,
      mended: """
        {"learning_rate": 2e-5, "lr_scheduler_type": "constant", "max_steps": 5000}

        """, file: "training_args.json"),
    look: { inspection in
      inspection.misspeltKeys.map { Observation(sentence: $0.sentence, at: $0.place) }
        + inspection.refusals(.misspeltKey).map { $0.observation(in: inspection, level: .mistake) }
    })
}
