import LRConfiguration
import LRSchedule

// What a run of another length makes of a schedule: looked for where the steps of the run are known.

extension LintRule {
  static let runs = [pastTheEnd, otherLength]

  static let pastTheEnd = LintRule(
    "LR032", "the run goes past the last step", .mistake,
    explanation: """
      PyTorch's `OneCycleLR` raises a ValueError at the step behind `total_steps`, or behind `epochs` times
      `steps_per_epoch`, be it the last one of a long training. It is looked for where the run's steps are
      known: `--steps`, or `--train-epochs` and `--samples`.
      """,
    example: LintExample(
      "OneCycleLR", #""max_lr": 1e-3, "total_steps": 5000"#,
      mended: #""max_lr": 1e-3, "total_steps": 6000"#, steps: 6000),
    look: { inspection in
      guard inspection.type?.name == OneCycleLR.type.name, let run = inspection.trainingSteps,
        let total = inspection.ownTotal, Double(run) > total.steps
      else { return [] }
      return [
        Observation(
          "OneCycleLR raises a ValueError at step \((total.steps + 1).asCount) of the run's"
            + " \(run.asCount): \(total.name) is \(total.steps.asCount)",
          mend: "give total_steps \(run)", at: total.place)
      ]
    })

  static let otherLength = LintRule(
    "LR033", "the schedule has another length than the run", .warning,
    explanation: """
      A decay that ends before the run leaves the rest of it at the lowest rate, often 0; PyTorch's
      `CosineAnnealingLR` rises again behind `T_max`. One that ends behind the run never gets to its lowest
      rate. It is looked for where the run's steps are known: `--steps`, or `--train-epochs` and `--samples`.
      """,
    example: LintExample(
      "CosineAnnealingLR", #""T_max": 5000"#, mended: #""T_max": 6000"#,
      optimizer: #"{"type": "AdamW", "params": {"lr": 1e-3}}"#, steps: 6000),
    look: { inspection in
      // The last rows of a decay are the one at its end and, as DeepSpeed counts, the one behind that.
      guard let length = inspection.decay, let run = inspection.run,
        !(length.steps...length.steps + 2).contains(run.steps),
        let schedule = inspection.schedule, let column = schedule.columns(of: .lr).first,
        let lastStep = inspection.trainingSteps.map({ $0 - 1 }),
        // Else the run stops with an exception, which other rules say.
        let last = rate(of: column, at: lastStep)
      else { return [] }
      let end = Int(exactly: length.steps.rounded(.up)).flatMap { rate(of: column, at: $0) }
      let rates: String
      if !inspection.knowsRates {
        rates = length.steps < run.steps ? "it ends before the run" : "the run ends before it"
      } else if length.steps < run.steps {
        rates =
          (end.map { "the rate is \($0) at step \(length.steps.asCount) and " } ?? "the rate is ")
          + "\(last) at the last one, \(lastStep.asCount)"
      } else {
        rates =
          "the run ends at a rate of \(last)" + (end.map { ", and the schedule at \($0)" } ?? "")
      }
      return [
        Observation(
          "\(length.name) is \(length.steps.asCount) and the run has \(run.steps.asCount) steps: \(rates)",
          mend: "make \(length.name) \(lastStep + 1), or train for as long as it says",
          at: length.place)
      ]
    })

  /// A rate in words; about it where the way to it is long.
  private static func rate(of column: Column, at step: Int) -> String? {
    column.value(at: step, walkingAtMost: longestWalk).map { value, isExact in
      isExact ? "\(value)" : "about \(value)"
    }
  }

  /// So many values are computed to get to one.
  private static let longestWalk = 1 << 24
}
