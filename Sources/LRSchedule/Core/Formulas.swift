// The parts that formulas are put together from. A shape is a formula without a unit, often of the
// range 0 to 1; the parts turn it into a rate. Each keeps monotone what is monotone.

/// The same value at every step.
struct Constant: Formula {
  let level: Double

  init(_ level: Double) { self.level = level }

  var text: String { "\(level.text)" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    L(repeating: level)
  }

  func fill(from step: Int, into out: UnsafeMutableBufferPointer<Double>) {
    // Bounds: `update` goes by the buffer's own count.
    out.update(repeating: level)
  }
}

/// `start + delta * shape`.
struct Interpolation<Shape: Formula>: Formula {
  let start: Double
  let delta: Double
  let shape: Shape

  init(from start: Double, delta: Double, along shape: Shape) {
    self.start = start
    self.delta = delta
    self.shape = shape
  }

  // A change of sign is exact, and so start - 0.5 * x says the same as start + -0.5 * x.
  var text: String {
    "(\(start.text) \(delta < 0 ? "-" : "+") \((delta < 0 ? -delta : delta).text) * \(shape.text))"
  }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    start + delta * shape.value(at: t, by: functions)
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    shape.bounds(in: steps).mapped { start + delta * $0 }
  }
}

/// `factor * shape`.
struct Scaled<Shape: Formula>: Formula {
  let factor: Double
  let shape: Shape

  init(_ factor: Double, _ shape: Shape) {
    self.factor = factor
    self.shape = shape
  }

  var text: String { "(\(factor.text) * \(shape.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    factor * shape.value(at: t, by: functions)
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    shape.bounds(in: steps).mapped { factor * $0 }
  }
}

/// `max(0.0, shape)`.
struct CutAtZero<Shape: Formula>: Formula {
  let shape: Shape

  init(_ shape: Shape) { self.shape = shape }

  var text: String { "max(0, \(shape.text.withoutOuterParentheses))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    shape.value(at: t, by: functions).cut(below: 0)
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    shape.bounds(in: steps).mapped { $0.cut(below: 0) }
  }
}

/// `floor(shape)`.
struct Floored<Shape: Formula>: Formula {
  let shape: Shape

  init(_ shape: Shape) { self.shape = shape }

  var text: String { "floor(\(shape.text.withoutOuterParentheses))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    shape.value(at: t, by: functions).roundedDown
  }
}

/// `t / divisor`.
struct Intervals: Formula {
  let divisor: Divisor

  init(of divisor: Double) { self.divisor = Divisor(divisor) }

  var text: String { "(t / \(divisor.value.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    t / divisor
  }
}

extension ClosedRange<Double> {
  /// The range of a monotone function's values.
  func mapped(_ transform: (Double) -> Double) -> ClosedRange<Double> {
    let ends = (transform(lowerBound), transform(upperBound))
    return Swift.min(ends.0, ends.1)...Swift.max(ends.0, ends.1)
  }
}
