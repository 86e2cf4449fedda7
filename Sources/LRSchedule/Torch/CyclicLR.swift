/// PyTorch's `CyclicLR`: the rate goes up and down between two bounds, again and again, and momentum the other
/// way round.
public struct CyclicLR: MomentumCyclingScheduler {
  /// `base_lr`: the lower bound.
  public var baseLR: PerGroup
  /// `max_lr`: the upper bound.
  public var maxLR: PerGroup
  /// `step_size_up`: steps of the rise.
  public var stepSizeUp: Number = 2000
  /// `step_size_down`: steps of the fall; nil for those of the rise.
  public var stepSizeDown: Number?
  /// `mode`: what becomes of the height with time.
  public var mode = Mode.triangular.rawValue
  /// `gamma`: the factor of the height in one step, of `exp_range`.
  public var gamma = 1.0
  /// `cycle_momentum`: whether momentum moves.
  public var cycleMomentum = true
  /// `base_momentum`: the lower bound of momentum.
  public var baseMomentum: PerGroup = 0.8
  /// `max_momentum`: the upper bound of momentum.
  public var maxMomentum: PerGroup = 0.9

  /// Makes cycles between two rates, every other parameter at its default.
  public init(baseLR: PerGroup, maxLR: PerGroup) {
    self.baseLR = baseLR
    self.maxLR = maxLR
  }

  fileprivate enum Mode: String, CaseIterable {
    case triangular, triangular2
    case expRange = "exp_range"
  }
}

extension CyclicLR {
  /// The bounds of an example.
  init() { self.init(baseLR: 0.0001, maxLR: 0.001) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    CyclicLR.self, framework: .torch, name: "CyclicLR", commandName: "cyclic-lr",
    summary: "goes up and down between two bounds, with momentum the other way round",
    source: """
      torch/optim/lr_scheduler.py, class CyclicLR; L. N. Smith, "Cyclical Learning Rates for Training Neural \
      Networks" (2017)
      """,
    formula: """
      total = step_size_up + step_size_down;  ratio = step_size_up / total
      cycle = floor(1 + t / total);  x = 1 + t / total - cycle
      scale = x / ratio while x <= ratio, then (x - 1) / (ratio - 1)
      lr = base_lr + (max_lr - base_lr) * scale * f
      momentum = max_momentum - (max_momentum - base_momentum) * scale * f
      f = 1 (triangular), 1 / 2 ^ (cycle - 1) (triangular2), gamma ^ t (exp_range)
      """,
    quirks: [
      "base_lr and max_lr are the scheduler's: the optimizer's own rate is never read.",
      "With triangular2, 2 ^ (cycle - 1) overflows in the 1025th cycle, and the schedule ends.",
    ])

  static let parameters: [Parameter<CyclicLR>] = [
    Parameter("base_lr", \.baseLR, "lower bound of the rate", .required(example: .float(0.0001))),
    Parameter("max_lr", \.maxLR, "upper bound of the rate", .required(example: .float(0.001))),
    Parameter("step_size_up", \.stepSizeUp, "steps of the rise", rules: [.positive()]),
    Parameter(
      "step_size_down", \.stepSizeDown, "steps of the fall; null is as many as the rise",
      rules: [.notNegative()]),
    Parameter(
      "mode", \.mode, "what becomes of the height with time",
      choices: Mode.allCases.map(\.rawValue), rules: [.oneOf(Mode.allCases.map(\.rawValue))]),
    Parameter("gamma", \.gamma, "factor of the height in one step, of exp_range"),
    Parameter("cycle_momentum", \.cycleMomentum, "move momentum"),
    Parameter("base_momentum", \.baseMomentum, "lower bound of momentum"),
    Parameter("max_momentum", \.maxMomentum, "upper bound of momentum"),
  ]

  func channels(in context: inout SchedulerContext) throws(ScheduleError) -> Channels {
    let groups = context.groupCount
    let low = try baseLR.values(groups: groups, of: "base_lr")
    let high = try maxLR.values(groups: groups, of: "max_lr")
    guard total.isFinite else {
      throw .notExact(parameter: "step_size_up", got: stepSizeUp.value)
    }
    return Channels(
      lr: zip(low, high).map { samples(from: $0, delta: $1 - $0) },
      momentum: try momentumBounds(in: context).map {
        samples(from: $0.max, delta: -($0.max - $0.base))
      })
  }

  /// Steps of a cycle.
  private var total: Double { stepSizeUp.double + (stepSizeDown ?? stepSizeUp).double }

  private func samples(from start: Double, delta: Double) -> any Samples {
    guard delta.isFinite else { return ClosedForm.overflowing }
    let total = total
    let ratio = stepSizeUp.double / total
    let position = CyclePosition(total: total)
    let rise = RisingHalf(x: position, ratio: ratio)
    let fall = FallingHalf(x: position, ratio: ratio)
    let mode = Mode(rawValue: mode) ?? .triangular
    // Two laps a cycle: its number, and a half more from the top on.
    let lap: @Sendable (Int) -> Double = { step in
      let t = Double(step)
      let cycle = (1 + t / total).rounded(.down)
      return position.value(at: t) <= ratio ? cycle : cycle + 0.5
    }
    return ClosedForm(
      RepeatingTimeline(steps: 0..<end(mode: mode), lap: lap) { [gamma] lap in
        let cycle = lap.rounded(.down)
        func compiled(_ scale: some Formula) -> CompiledFormula {
          switch mode {
          case .triangular:
            CompiledFormula(Interpolation(from: start, delta: delta, along: scale))
          case .triangular2:
            CompiledFormula(
              Damped(
                start: start, delta: delta, scale: scale,
                damping: Constant(1 / power(2, cycle - 1))))
          case .expRange:
            CompiledFormula(
              Damped(
                start: start, delta: delta, scale: scale, damping: GammaPower(gamma: gamma)))
          }
        }
        return lap == cycle ? ("rise", compiled(rise)) : ("fall", compiled(fall))
      })
  }

  /// Where Python's power overflows.
  private func end(mode: Mode) -> Int {
    firstStep(in: 0..<Schedule.stepLimit) { step in
      switch mode {
      case .triangular: false
      case .triangular2: (1 + Double(step) / total).rounded(.down) - 1 >= 1024
      case .expRange: !power(gamma, Double(step)).isFinite
      }
    }
  }
}

/// `start + (delta * scale) * damping`.
private struct Damped<Scale: Formula, Damping: Formula>: Formula {
  let start, delta: Double
  let scale: Scale
  let damping: Damping

  var text: String {
    let sign = delta < 0 ? "-" : "+"
    return "(\(start.text) \(sign) \(delta.magnitude.text) * \(scale.text) * \(damping.text))"
  }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    start + (delta * scale.value(at: t, by: functions)) * damping.value(at: t, by: functions)
  }

  /// The ends, and the steps around the one place where a line times a power turns.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    let ends = [steps.lowerBound, steps.upperBound - 1]
    if damping is Constant { return bounds(at: ends) }
    if steps.count <= 64 { return bounds(at: steps) }
    // The height's distance from the start rises, then falls.
    let sign: Double = delta < 0 ? -1 : 1
    func height(_ step: Int) -> Double { sign * (value(at: Double(step)) - start) }
    let turn = firstStep(in: steps.dropLast()) { height($0 + 1) <= height($0) }
    // A negative factor turns the sign over at every step.
    let outer = Array(steps.prefix(4)) + Array(steps.suffix(4))
    return bounds(at: outer + (turn - 1...turn + 1).filter(steps.contains))
  }
}
