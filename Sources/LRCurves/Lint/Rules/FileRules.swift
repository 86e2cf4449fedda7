import LRConfiguration
import LRText

// The file itself.

extension LintRule {
  static let files = [onlyHjson, noScheduler]

  static let onlyHjson = LintRule(
    "LR026", "only Hjson reads it", .warning,
    explanation: """
      DeepSpeed reads its file as Hjson, which takes comments, missing and trailing commas, texts without
      quotes and more. Transformers and Accelerate read the same file as strict JSON and fail on it. Python's
      `True` is worse: to Hjson it is a text that runs to the end of its line. 27 of 841 configurations. Also
      a comment for `lrsched` is a comment: with Transformers use `--ignore`.
      """,
    example: LintExample(
      """
      {
        # the schedule
        "scheduler": {
          "type": "WarmupLR",
          "params": {"warmup_num_steps": 100},
        }
      }

      """,
      mended: """
        {"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": 100}}}

        """),
    look: { inspection in
      // Training arguments without a name may be YAML.
      guard inspection.framework == .deepspeed || inspection.input != "-",
        let leniencies = inspection.document?.leniencies, let first = leniencies.first
      else { return [] }
      let rest = leniencies.dropFirst().map { ", \($0.kind) at \($0.position)" }.joined()
      return [
        Observation(
          "Transformers and Accelerate, which read strict JSON, fail on \(first.kind)"
            + rest,
          mend: "write strict JSON", at: .file(inspection.name, first.position))
      ]
    })

  static let noScheduler = LintRule(
    "LR027", "there is no scheduler", .note,
    explanation: """
      DeepSpeed then schedules nothing, and the rate is the trainer's (`lr_scheduler_type` of Hugging Face) or
      your own code's. So it is in 479 of 735 configurations at their newest commit.
      """,
    example: LintExample(
      """
      {"optimizer": {"type": "AdamW", "params": {"lr": 3e-4}}}

      """,
      mended: """
        {"scheduler": {"type": "WarmupLR", "params": {}}}

        """),
    look: { inspection in
      inspection.refusals(.noScheduler).map { refusal in
        Observation(
          "the file \(refusal.finding), so DeepSpeed schedules nothing and the rate is the trainer's"
            + " or your code's",
          mend: "look at the trainer's lr_scheduler_type", at: nil)
      }
    })
}

extension Refusal {
  /// What was found where the scheduler should be.
  fileprivate var finding: String {
    if case .noScheduler(_, let finding) = error { finding } else { "has no scheduler" }
  }
}
