import LRSchedule

/// The axis of steps: where each step lies, and which steps share a column of pixels.
struct StepAxis: Sendable {
  /// The steps that have a place, at least one and fewer than 2^54; on a logarithmic axis none of
  /// them is below 1.
  let steps: Range<Int>

  /// The position of the first step, a whole number of points.
  let left: Double

  /// The points from the first step to the last one, at least 1.
  let width: Double

  /// Columns of pixels from the first step to the last one, at least 1: as many as points, or more or
  /// fewer in a picture with other pixels.
  let columns: Int

  /// Of a logarithmic axis; nil where equal numbers of steps are equal distances.
  private let scale: LogarithmicScale?

  /// An axis for those of the steps that have a place on it; of a logarithmic one, at least one has.
  init(
    steps: Range<Int>, left: Double, width: Int, pixelsPerPoint: Double = 1,
    isLogarithmic: Bool = false
  ) {
    let first = isLogarithmic ? max(1, steps.lowerBound) : steps.lowerBound
    self.steps = first..<max(first + 1, steps.upperBound)
    self.left = left
    self.width = Double(max(1, width))
    columns = max(1, Int(self.width * pixelsPerPoint))
    let last = self.steps.upperBound - 1
    scale =
      isLogarithmic && last > first
      ? LogarithmicScale(
        domain: Double(first)...Double(last), start: left, end: left + self.width) : nil
  }

  var right: Double { left + width }

  /// Steps less one: the number of distances between neighbours.
  private var distances: Int { steps.count - 1 }

  /// Whether columns hold several steps, so that a curve is drawn by its bounds in each of them.
  var isDense: Bool {
    scale == nil ? distances > columns : spacing * Double(columns) < width
  }

  /// The points between two neighbouring steps, of a logarithmic axis between the last two; all of
  /// the axis where there is one step.
  var spacing: Double {
    if scale == nil { return width / Double(max(1, distances)) }
    return position(of: steps.upperBound - 1) - position(of: steps.upperBound - 2)
  }

  /// The position of a step; the only step of a range lies in the middle.
  func position(of step: Int) -> Double {
    if scale != nil { return position(of: Double(step)) }
    guard distances > 0 else { return left + width / 2 }
    return left + Double(step - steps.lowerBound) / Double(distances) * width
  }

  /// The position of a place between steps, on a logarithmic axis above 0.
  func position(of step: Double) -> Double {
    if let scale { return scale.position(of: step) ?? left }
    guard distances > 0 else { return left + width / 2 }
    return left + (step - Double(steps.lowerBound)) / Double(distances) * width
  }

  /// The steps of a column, from 0: those with `column <= (position - left) * columns / width < column + 1`.
  ///
  /// The last column has the last step too. No range is empty where the axis is dense and linear.
  func steps(in column: Int) -> Range<Int> {
    let end = column + 1 == columns ? steps.count : firstOffset(in: column + 1)
    return (steps.lowerBound + firstOffset(in: column))..<(steps.lowerBound + end)
  }

  private func firstOffset(in column: Int) -> Int {
    if scale != nil { return firstLogarithmicOffset(in: column) }
    // `column * distances / columns` rounded up, without the product, which may overflow.
    let (quotient, remainder) = distances.quotientAndRemainder(dividingBy: columns)
    return column * quotient + (column * remainder + columns - 1) / columns
  }

  private func firstLogarithmicOffset(in column: Int) -> Int {
    guard column > 0 else { return 0 }
    let edge = left + Double(column) * width / Double(columns)
    return firstStep(in: 0..<distances) { position(of: steps.lowerBound + $0) >= edge }
  }
}
