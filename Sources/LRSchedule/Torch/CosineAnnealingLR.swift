/// PyTorch's `CosineAnnealingLR`: the rate falls along half a cosine, rises along the next half, and so on.
public struct CosineAnnealingLR: TorchScheduler {
  /// `T_max`: steps of half a wave.
  public var tMax: Int
  /// `eta_min`: the lowest rate.
  public var etaMin = 0.0

  /// Makes the schedule with every default but the one that the framework requires.
  public init(tMax: Int) { self.tMax = tMax }
}

extension CosineAnnealingLR {
  /// An example's steps.
  init() { self.init(tMax: 10_000) }

  /// How it is named, what it computes, what it takes, and what differs between releases.
  public static let type = SchedulerType(
    CosineAnnealingLR.self, framework: .torch, name: "CosineAnnealingLR",
    commandName: "cosine-annealing-lr",
    summary: "falls along half a cosine, then rises along the next half",
    source: """
      torch/optim/lr_scheduler.py, class CosineAnnealingLR; I. Loshchilov and F. Hutter, "SGDR: Stochastic \
      Gradient Descent with Warm Restarts" (2017)
      """,
    formula: """
      row 0:                              lr = base_lr
      (t - 1 - T_max) mod (2 T_max) == 0: lr = lr + (base_lr - eta_min) * (1 - cos(pi / T_max)) / 2
      else:                               lr = (1 + cos(pi * t / T_max)) / (1 + cos(pi * (t - 1) / T_max)) * (lr - eta_min) + eta_min
      where lr on the right is the last row's
      """,
    quirks: [
      "Past T_max the rate rises again, up to the whole of it at 2 T_max.",
      .roundingAccumulates,
    ])

  static let parameters: [Parameter<CosineAnnealingLR>] = [
    Parameter(
      "T_max", \.tMax, "steps of half a wave", .required(example: .int(10_000)),
      role: .decaySteps, rules: [.positive()]),
    Parameter("eta_min", \.etaMin, "lowest rate", role: .decayEndRate),
  ]

  func samples(from base: Double, isEntered: Bool) -> any Samples {
    let recurrence = CosineRecurrence(base: base, minimum: etaMin, halfWave: tMax)
    // (1 + cos(0)) / 2
    let entered = etaMin + (base - etaMin) * 2 / 2
    return RecurrentSamples(recurrence, from: isEntered ? entered : base)
  }
}

/// `lr = (1 + cos(pi * t / T)) / (1 + cos(pi * (t - 1) / T)) * (lr - min) + min`, but behind each trough
/// `lr = lr + (base - min) * (1 - cos(pi / T)) / 2`.
private struct CosineRecurrence: Recurrence {
  let base, minimum: Double
  /// T.
  let halfWave: Int

  private var height: OnePlusCosine { OnePlusCosine(halfWave: Double(halfWave)) }

  /// The first step behind a trough that is not before a step.
  private func firstRise(from step: Int) -> Int {
    let (first, period) = (halfWave + 1, 2 * halfWave)
    return step <= first ? first : first + (step - first + period - 1) / period * period
  }

  func advance(_ value: inout Double, from step: Int, into out: UnsafeMutableBufferPointer<Double>)
  {
    // The heights, then the values stand in one place.
    height.fill(from: step, into: out)
    let rise = (base - minimum) * (1 - (Double.pi / Double(halfWave)).cosine()) / 2
    var last = height.value(at: Double(step - 1))
    var nextRise = firstRise(from: step)
    // Bounds: only the buffer's own indices are used.
    for index in out.indices {
      let next = out[index]
      if step + index == nextRise {
        value = value + rise
        nextRise += 2 * halfWave
      } else {
        value = next / last * (value - minimum) + minimum
      }
      last = next
      out[index] = value
    }
  }

  /// The last trough: its height is 0, and so the rate there is the lowest, whatever it was before.
  ///
  /// After millions of waves the angle of a trough is rounded so far that few heights are 0, and then none; and past
  /// 2^46 steps, of waves of any length, so far that the rates mean nothing.
  func anchor(at step: Int) -> RecurrentState? {
    guard minimum.isFinite, step >= halfWave, step < 1 << 46 else { return nil }
    var trough = step - (step - halfWave) % (2 * halfWave)
    for _ in 0..<1024 where trough > 0 {
      if height.value(at: Double(trough)) == 0 {
        return RecurrentState(step: trough, value: minimum)
      }
      trough -= 2 * halfWave
    }
    return nil
  }

  /// Where half a wave is so long that the height is 0 before the trough, the next step divides by it.
  func end(from value: Double) -> Int {
    // Step 1 overflows.
    guard ((base - minimum) * 2).isFinite else { return 1 }
    let zero = firstStep(in: 1..<halfWave) { height.value(at: Double($0)) == 0 }
    return zero < halfWave ? zero + 1 : Schedule.stepLimit
  }

  var sketch: [Part] {
    let wave = CosineFall(base: base, minimum: minimum, length: Double(halfWave), start: 0)
    return [Part(0, "cosine", Sketch(form: wave, source: self))]
  }
}

/// `1 + cos(pi * t / T)`.
private struct OnePlusCosine: Formula {
  let halfWave: Double

  var text: String { "(1 + cos(pi * t / \(halfWave.text)))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    1 + functions.cosine(of: (Double.pi * t) / halfWave)
  }
}

/// `min + (base - min) * (1 + cos(pi * (t - start) / length)) / 2`.
struct CosineFall: SwingingFormula {
  let base, minimum: Double
  let length, start: Double

  var text: String {
    let t = start == 0 ? "t" : "(t - \(start.text))"
    return
      "(\(minimum.text) + \((base - minimum).text) * (1 + cos(pi * \(t) / \(length.text))) / 2)"
  }

  var halfWave: Double { length }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    let cosine = functions.cosine(of: (Double.pi * (t - start)) / length)
    return minimum + ((base - minimum) * (1 + cosine)) / 2
  }
}
