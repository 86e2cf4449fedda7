// The two halves of a triangular cycle: DeepSpeed's OneCycle and PyTorch's CyclicLR have the same arithmetic.

/// x = 1. + t / total - floor(1 + t / total)
struct CyclePosition: Formula {
  let total: Divisor

  init(total: Double) { self.total = Divisor(total) }

  var text: String {
    "(1 + t / \(total.value.text) - floor(1 + t / \(total.value.text)))"
  }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    let turns = 1 + t / total
    return turns - turns.roundedDown
  }
}

/// `x / ratio`.
struct RisingHalf: Formula {
  let x: CyclePosition
  let ratio: Divisor

  init(x: CyclePosition, ratio: Double) {
    self.x = x
    self.ratio = Divisor(ratio)
  }

  var text: String { "(\(x.text) / \(ratio.value.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    x.value(at: t, by: functions) / ratio
  }
}

/// `(x - 1) / (ratio - 1)`.
struct FallingHalf: Formula {
  let x: CyclePosition
  let ratio: Double
  private let distance: Divisor

  init(x: CyclePosition, ratio: Double) {
    self.x = x
    self.ratio = ratio
    distance = Divisor(ratio - 1, neverZero: true)
  }

  var text: String { "((\(x.text) - 1) / (\(ratio.text) - 1))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    (x.value(at: t, by: functions) - 1) / distance
  }
}
