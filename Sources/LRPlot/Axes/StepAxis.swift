/// The axis of steps: where each step lies, and which steps share a column of pixels.
struct StepAxis: Sendable {
  /// The steps, at least one and fewer than 2^54.
  let steps: Range<Int>

  /// The pixel position of the first step, a whole number.
  let left: Double

  /// Columns of pixels from the first step to the last one, at least 1.
  let columns: Int

  var right: Double { left + Double(columns) }

  /// Steps less one: the number of distances between neighbours.
  private var distances: Int { steps.count - 1 }

  /// Whether columns hold several steps, so that a curve is drawn by its bounds in each of them.
  var isDense: Bool { distances > columns }

  /// The pixels between two neighbouring steps; all of the axis where there is one step.
  var spacing: Double { Double(columns) / Double(max(1, distances)) }

  /// The pixel position of a step; the only step of a range lies in the middle.
  func position(of step: Int) -> Double {
    guard distances > 0 else { return left + Double(columns) / 2 }
    return left + Double(step - steps.lowerBound) / Double(distances) * Double(columns)
  }

  /// The steps of a column, from 0: those with `column <= position - left < column + 1`.
  ///
  /// The last column has the last step too. No range is empty where the axis is dense.
  func steps(in column: Int) -> Range<Int> {
    let end = column + 1 == columns ? steps.count : firstOffset(in: column + 1)
    return (steps.lowerBound + firstOffset(in: column))..<(steps.lowerBound + end)
  }

  /// `column * distances / columns` rounded up, without the product, which may overflow.
  private func firstOffset(in column: Int) -> Int {
    let (quotient, remainder) = distances.quotientAndRemainder(dividingBy: columns)
    return column * quotient + (column * remainder + columns - 1) / columns
  }
}
