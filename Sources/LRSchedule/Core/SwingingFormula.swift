/// A formula that rises and falls in half waves of equal length, without end.
protocol SwingingFormula: Formula {
  /// The step of an extreme; it need not be whole.
  var start: Double { get }
  /// The steps from an extreme to the next one, above 0.
  var halfWave: Double { get }
}

extension SwingingFormula {
  /// The first step at or behind the next extreme.
  func turn(after step: Int) -> Int {
    let halves = ((Double(step) - start) / halfWave).rounded(.down)
    let turn = (start + (halves + 1) * halfWave).rounded(.up)
    return Int(exactly: turn).map { max(step + 1, $0) } ?? Schedule.stepLimit
  }

  /// Every step where they are few, else its two ends and the steps around its extremes.
  ///
  /// Of a long range with more extremes than a few, the steps around the first of them, as many steps
  /// at its beginning and as many spread evenly: values that the formula has, of which no picture
  /// misses more than a thousandth of the swing.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    if steps.count <= 4096 { return bounds(at: steps) }
    let few = 32
    var candidates = [steps.lowerBound, steps.upperBound - 1]
    var turn = turn(after: steps.lowerBound - 1)
    let mostTurns = 6
    while turn < steps.upperBound, candidates.count < 3 * mostTurns {
      candidates += [turn - 1, turn, turn + 1]
      turn = self.turn(after: turn)
    }
    if turn < steps.upperBound {
      candidates += steps.prefix(few)
      // An odd number of parts meets no rhythm of the swing.
      candidates += (1..<few).map { steps.lowerBound + steps.count / few * $0 + $0 % 3 }
    }
    return bounds(at: candidates.filter(steps.contains))
  }
}
