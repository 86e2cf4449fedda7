/// Hugging Face's `cosine_with_restarts`: warms up along a line, then falls along half a cosine to 0 and
/// starts again.
public struct CosineWithRestarts: TrainingScheduler {
  /// `num_warmup_steps`: steps of the warm-up.
  public var numWarmupSteps = 0
  /// `num_training_steps`: the step from which the rate is 0.
  public var numTrainingSteps: Int
  /// `num_cycles`: falls after the warm-up.
  public var numCycles: Number = 1

  /// Makes the schedule with every default but the one that the framework requires.
  public init(numTrainingSteps: Int) { self.numTrainingSteps = numTrainingSteps }
}

extension CosineWithRestarts {
  /// An example's length.
  init() { self.init(numTrainingSteps: 10_000) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    CosineWithRestarts.self, framework: .huggingFace, name: "cosine_with_restarts",
    commandName: "cosine-with-restarts",
    summary: "warms up along a line, then falls along half a cosine, again and again",
    source: "transformers/optimization.py, get_cosine_with_hard_restarts_schedule_with_warmup",
    formula: """
      W = num_warmup_steps;  N = num_training_steps;  p = (t - W) / max(1, N - W)
      t < W:   lr = base_lr * (t / max(1, W))
      p < 1:   lr = base_lr * max(0, 0.5 * (1 + cos(pi * ((num_cycles * p) mod 1))))
      p >= 1:  lr = 0
      """,
    quirks: [
      "With a warm-up the first batch trains with rate 0.",
      "A cycle never reaches 0: its last step is one before the end.",
    ])

  static let parameters: [Parameter<CosineWithRestarts>] = [
    .numWarmupSteps, .numTrainingSteps,
    Parameter(
      "num_cycles", \.numCycles, "falls after the warm-up",
      rules: [.notNegative()]),
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let progress = progress
    let end = firstStep(in: warmupEnd..<Schedule.stepLimit) { progress.value(at: Double($0)) >= 1 }
    let fall = RestartingCosine(cycles: numCycles.double, progress: progress)
    let warmup = linearWarmup
    return Channels(
      lr: context.baseLRs().map { base in
        ClosedForm(
          RestartTimeline(
            before: PieceTable([warmup.part(scaledBy: base)]), cycles: warmupEnd..<end,
            turns: { fall.turns(at: Double($0)) },
            cycle: CompiledFormula(Scaled(base, CutAtZero(fall))),
            after: CompiledFormula(Constant(base * 0))))
      })
  }
}

/// `0.5 * (1.0 + cos(pi * ((cycles * progress) % 1.0)))`: on the steps of one cycle its angle rises.
private struct RestartingCosine: Formula {
  let cycles: Double
  let progress: Progress

  var text: String { "(0.5 * (1 + cos(pi * (\(cycles.text) * \(progress.text) mod 1))))" }

  /// How many cycles are over at a step.
  func turns(at t: Double) -> Double { (cycles * progress.value(at: t)).rounded(.down) }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    let turns = cycles * progress.value(at: t, by: functions)
    // Exact, as Python's remainder is.
    return 0.5 * (1 + functions.cosine(of: Double.pi * (turns - turns.roundedDown)))
  }
}

/// A warm-up, cycles that are alike and may be many, and what stays.
private struct RestartTimeline: Timeline {
  let before: PieceTable
  let cycles: Range<Int>
  let turns: @Sendable (Int) -> Double
  let cycle: CompiledFormula
  let after: CompiledFormula

  var end: Int { Schedule.stepLimit }

  func piece(holding step: Int) -> Piece {
    if step < cycles.lowerBound {
      let piece = before.piece(holding: step)
      return Piece(
        steps: piece.steps.clamped(to: 0..<cycles.lowerBound), title: piece.title,
        formula: piece.formula)
    }
    guard step < cycles.upperBound else {
      return Piece(steps: cycles.upperBound..<end, title: "end", formula: after)
    }
    let number = turns(step)
    let first = firstStep(in: cycles.lowerBound..<step) { turns($0) >= number }
    let next = firstStep(in: step..<cycles.upperBound) { turns($0) > number }
    return Piece(
      steps: first..<next, title: number == 0 ? "cosine" : "restart", formula: cycle)
  }
}
