import LRSchedule
import PlainLoops

// Schedules of PyTorch, whose next value follows from the last one.

extension Curve {
  private static let steps = 1_000_000

  /// Each kind of recurrence.
  static func recurrences() throws -> [Curve] {
    try [exponential(), stairs(), linear(), polynomial(), cosineAnnealing()]
  }

  private static func exponential() throws -> Curve {
    let gamma = 0.99999
    return try recurrence("ExponentialLR", ExponentialLR(gamma: gamma)) {
      plain_exponential_recurrence(base, gamma, $0, $1, $2, $3)
    }
  }

  private static func stairs() throws -> Curve {
    let (size, gamma) = (30, 0.9999)
    var stairs = StepLR(stepSize: size)
    stairs.gamma = gamma
    return try recurrence("StepLR", stairs) {
      plain_step_recurrence(base, gamma, size, $0, $1, $2, $3)
    }
  }

  private static func linear() throws -> Curve {
    var line = LinearLR()
    line.startFactor = 0.01
    line.totalIters = steps
    return try recurrence("LinearLR", line) {
      plain_linear_recurrence(base, 0.01, 1, Double(steps), $0, $1, $2, $3)
    }
  }

  private static func polynomial() throws -> Curve {
    var decay = PolynomialLR()
    decay.totalIters = steps
    decay.power = 0.9
    return try recurrence("PolynomialLR", decay) {
      plain_polynomial_recurrence(base, Double(steps), 0.9, $0, $1, $2, $3)
    }
  }

  private static func cosineAnnealing() throws -> Curve {
    let halfWave = 10_000
    return try recurrence("CosineAnnealingLR", CosineAnnealingLR(tMax: halfWave)) {
      plain_cosine_recurrence(base, 0, halfWave, $0, $1, $2, $3)
    }
  }

  /// A recurrence and its plain loop, which keeps its last value.
  private static func recurrence(
    _ name: String, _ scheduler: some Scheduler,
    plain: @escaping (Int, Int, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) throws -> Curve {
    let last = UnsafeMutablePointer<Double>.allocate(capacity: 1)
    last.initialize(to: 0)
    return Curve(name, try schedule(scheduler), on: 0..<steps) { plain($0, $1, $2, last) }
  }
}
