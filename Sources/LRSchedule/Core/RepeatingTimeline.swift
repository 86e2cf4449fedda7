/// A timeline of laps that follow a rule, and may be too many to keep.
struct RepeatingTimeline: Timeline {
  /// The steps that the laps take; nothing else is asked for.
  let steps: Range<Int>
  /// The lap that a step is in, a whole number that never falls from one step to the next.
  let lap: @Sendable (Int) -> Double
  /// What a lap's piece is called, and its formula.
  let content: @Sendable (_ lap: Double) -> (title: String, formula: CompiledFormula)

  var end: Int { steps.upperBound }

  func piece(holding step: Int) -> Piece {
    let number = lap(step)
    let first = firstStep(in: steps.lowerBound..<step) { lap($0) >= number }
    let next = firstStep(in: step..<end) { lap($0) > number }
    let (title, formula) = content(number)
    return Piece(steps: first..<next, title: title, formula: formula)
  }

  /// The bounds of all laps, or, where there are many, of the first and the last ones and some between.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    let few = 8
    let between = 16
    var result: ClosedRange<Double>?
    func add(_ piece: Piece) -> Int {
      let more = piece.bounds(in: steps)
      result = result?.union(more) ?? more
      return piece.steps.upperBound
    }
    var next = steps.lowerBound
    for _ in 0..<few where next < steps.upperBound { next = add(piece(holding: next)) }
    guard next < steps.upperBound else { return result ?? 0...0 }
    var last = steps.upperBound
    for _ in 0..<few where last > next {
      let piece = piece(holding: last - 1)
      _ = add(piece)
      last = piece.steps.lowerBound
    }
    if next < last, last - next < 4096 {
      while next < last { next = add(piece(holding: next)) }
    } else if next < last {
      for index in 0..<between { _ = add(piece(holding: next + (last - next) / between * index)) }
    }
    return result ?? 0...0
  }
}

extension ClosedRange<Double> {
  /// The smallest range that holds both.
  func union(_ other: ClosedRange<Double>) -> ClosedRange<Double> {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
