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
    Parameter("num_cycles", \.numCycles, "falls after the warm-up"),
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

/// `0.5 * (1.0 + cos(pi * ((cycles * progress) % 1.0)))`: on the steps of one cycle its angle rises, or
/// falls where the number of cycles is negative.
private struct RestartingCosine: Formula {
  let cycles: Double
  let progress: Progress

  var text: String { "(0.5 * (1 + cos(pi * (\(cycles.text) * \(progress.text) mod 1))))" }

  /// How many cycles are over at a step, whichever way they turn.
  func turns(at t: Double) -> Double { (cycles * progress.value(at: t)).rounded(.down).magnitude }

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

  private var laps: RepeatingTimeline {
    RepeatingTimeline(steps: cycles, lap: turns) { [cycle] in
      ($0 == 0 ? "cosine" : "restart", cycle)
    }
  }

  /// The exact bounds where the range meets few cycles or few steps.
  ///
  /// Else those of many of its values, of which no picture misses more than a thousandth of the fall.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    let inside = steps.clamped(to: cycles)
    guard let last = inside.last else { return bounds(ofPiecesIn: steps) }
    let met = turns(last) - turns(inside.lowerBound)
    guard met > Double(2 * Self.fewCycles) else { return bounds(ofPiecesIn: steps) }
    // Of a short cycle it is the rounding that decides whether a step is its first or the last one before.
    let areShort = Double(inside.count) < 64 * met
    var result = areShort ? bounds(ofShortCyclesIn: inside) : bounds(ofLongCyclesIn: inside)
    for rest in [steps.lowerBound..<inside.lowerBound, inside.upperBound..<steps.upperBound]
    where !rest.isEmpty {
      result = result.union(bounds(ofPiecesIn: rest))
    }
    return result
  }

  private static let fewCycles = 16

  /// Those of the cycles at the two ends and of as many in between, evenly spread.
  private func bounds(ofLongCyclesIn steps: Range<Int>) -> ClosedRange<Double> {
    let few = Self.fewCycles
    let behind = end(ofCycles: few, from: steps.lowerBound)
    var result = bounds(ofPiecesIn: steps.clamped(to: steps.lowerBound..<behind))
    for step in spread(steps, parts: few + 1) + [steps.upperBound - 1] {
      result = result.union(piece(holding: step).bounds(in: steps))
    }
    return result
  }

  /// Those of every step where they are few, else of many at the two ends and evenly spread.
  private func bounds(ofShortCyclesIn steps: Range<Int>) -> ClosedRange<Double> {
    let few = 2048
    var samples = Array(steps.prefix(few)) + steps.suffix(few)
    if steps.count > 2 * few { samples += spread(steps, parts: 512) }
    var result = cycle.bounds(in: samples[0]..<samples[0] + 1)
    for step in samples { result = result.union(cycle.bounds(in: step..<step + 1)) }
    return result
  }

  /// Steps that part a range; their distances differ, so that they meet no rhythm of the cycles.
  private func spread(_ steps: Range<Int>, parts: Int) -> [Int] {
    (1..<parts).map { steps.lowerBound + steps.count / parts * $0 + $0 % 3 }
  }

  /// The step behind some cycles.
  private func end(ofCycles count: Int, from step: Int) -> Int {
    (0..<count).reduce(step) { next, _ in
      next < cycles.upperBound ? piece(holding: next).steps.upperBound : next
    }
  }

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
    return laps.piece(holding: step)
  }
}
