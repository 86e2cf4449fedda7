/// The closed form of a channel on a piece of its steps.
///
/// `value(at:by:)` is the one text; scalar evaluation, vectors and blocks all come from it and have the
/// same bits. Implementations mark it `@inline(__always)`.
protocol Formula: Sendable, Equatable {
  /// The formula with its constants, in parentheses where it is more than one term.
  var text: String { get }

  /// The value at step t, a whole number of the piece.
  ///
  /// A formula calls one function of the library or none: always the same one, once, at every step, and with
  /// an argument that is monotone in t. Blocks are filled so (`fill(from:into:)`), and would have wrong values
  /// otherwise.
  func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L

  // Bounds: the caller lends the buffer for the call; as many values are written as it counts.
  /// Writes the values at `step`, `step + 1`, .. into a buffer, with the bits of `value(at:by:)`.
  func fill(from step: Int, into out: UnsafeMutableBufferPointer<Double>)

  /// The minimum and maximum on a range of steps that is not empty: exact, or, where a formula says
  /// so, those of many of its values.
  ///
  /// The default is that of a monotone formula: its two ends.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double>

  /// The first step of a range at which the framework has no finite value.
  ///
  /// The default is that of a formula that is finite until it overflows, if it starts so.
  func firstGap(in steps: Range<Int>) -> Int?
}

extension String {
  /// The text without its first and last character where these are a pair of parentheses.
  var withoutOuterParentheses: String {
    guard hasPrefix("("), hasSuffix(")") else { return self }
    let inside = dropFirst().dropLast()
    var depth = 0
    for character in inside {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth < 0 { return self }
    }
    return String(inside)
  }
}

extension Double {
  /// The number as a formula shows it: whole ones without a fraction.
  var text: String { Int(exactly: self).map { "\($0)" } ?? "\(self)" }
}

extension Formula {
  /// The value at step t, its function looked up in the tables.
  @inline(__always) func value<L: Lanes>(at t: L) -> L { value(at: t, by: FunctionsByTable()) }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    bounds(at: [steps.lowerBound, steps.upperBound - 1])
  }

  func firstGap(in steps: Range<Int>) -> Int? { firstOverflow(in: steps) }

  /// The first gap of a formula that is finite until it overflows, if it starts so.
  func firstOverflow(in steps: Range<Int>) -> Int? {
    func isGap(_ step: Int) -> Bool { !value(at: Double(step)).isFinite }
    if isGap(steps.lowerBound) { return steps.lowerBound }
    let first = firstStep(in: steps, where: isGap)
    return first < steps.upperBound ? first : nil
  }

  /// The minimum and maximum of the values at some steps.
  func bounds(at steps: some Collection<Int>) -> ClosedRange<Double> {
    var low = Double.infinity
    var high = -Double.infinity
    for step in steps {
      let value = value(at: Double(step))
      low = min(low, value)
      high = max(high, value)
    }
    return min(low, high)...max(low, high)
  }
}

/// The first step of a range at which a condition holds, by bisection.
///
/// The condition is one that stays true once it is.
///
/// Breakpoints are found so, by asking the framework's own comparison, and never by rounding a size:
/// in doubles the two are not the same. It is inlined, for the hot loops that ask it for the ends of their
/// runs.
///
/// - Parameters:
///   - steps: The steps that are searched.
///   - holds: The condition.
/// - Returns: The first step at which it holds; the range's end where it never does.
@inline(__always) public func firstStep(in steps: Range<Int>, where holds: (Int) -> Bool) -> Int {
  var low = steps.lowerBound
  var high = steps.upperBound
  while low < high {
    let middle = low + (high - low) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
