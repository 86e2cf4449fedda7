// The shapes of Hugging Face's factors.

/// `(t - start) / length`.
struct Progress: Formula {
  let start: Double
  let length: Divisor

  init(from start: Double, length: Double) {
    self.start = start
    self.length = Divisor(length, dividendsOf: start)
  }

  var text: String {
    let steps =
      start == 0 ? "t" : start < 0 ? "(t + \((-start).text))" : "(t - \(start.text))"
    return "(\(steps) / \(length.value.text))"
  }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    (t - start) / length
  }
}

/// `(end - t) / length`.
struct Remaining: Formula {
  let end: Double
  let length: Divisor

  init(to end: Double, length: Double) {
    self.end = end
    self.length = Divisor(length, dividendsOf: end)
  }

  var text: String { "((\(end.text) - t) / \(length.value.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    (end - t) / length
  }
}

/// `0.5 * (1.0 + cos(factor * progress))`: pi * num_cycles * 2.0 of the progress.
struct CosineFactor: SwingingFormula {
  let factor: Double
  let progress: Progress

  init(cycles: Double, along progress: Progress) {
    factor = Double.pi * cycles * 2
    self.progress = progress
  }

  var text: String { "(0.5 * (1 + cos(\(factor.text) * \(progress.text))))" }

  var start: Double { progress.start }
  var halfWave: Double { (Double.pi / factor * progress.length.value).magnitude }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    0.5 * (1 + functions.cosine(of: factor * progress.value(at: t, by: functions)))
  }
}

/// `1.0 - shape`.
struct Complement<Shape: Formula>: Formula {
  let shape: Shape

  init(of shape: Shape) { self.shape = shape }

  var text: String { "(1 - \(shape.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    1 - shape.value(at: t, by: functions)
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    shape.bounds(in: steps).mapped { 1 - $0 }
  }
}

/// `sqrt(shape)` of a shape that is not negative.
struct SquareRoot<Shape: Formula>: Formula {
  let shape: Shape

  init(of shape: Shape) { self.shape = shape }

  var text: String { "sqrt(\(shape.text.withoutOuterParentheses))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    shape.value(at: t, by: functions).squareRoot
  }
}
