import LRConfiguration
import LRSchedule
import LRText

/// The steps of rows while they are read.
struct StepBuilder {
  private(set) var steps: [Int] = []
  private var last = -1
  private let allowsRepeatedSteps: Bool

  init(allowsRepeatedSteps: Bool) { self.allowsRepeatedSteps = allowsRepeatedSteps }

  /// Adds the step of the next row.
  ///
  /// - Parameters:
  ///   - number: The step as it is written.
  ///   - place: Where, for the error.
  /// - Throws: `CurveError` where it is no step, or does not come after the last one.
  @inline(__always) mutating func append(
    _ number: ScannedNumber, place: () -> Place
  ) throws(CurveError) {
    guard let step = number.integer else { return try append(number.value, place: place) }
    try append(step, place: place)
  }

  /// Adds the step of the next row, which was read as a double.
  mutating func append(_ value: Double, place: () -> Place) throws(CurveError) {
    guard let step = Int(exactly: value) else { throw .notAStep("\(value)", place: place()) }
    try append(step, place: place)
  }

  @inline(__always) private mutating func append(
    _ step: Int, place: () -> Place
  ) throws(CurveError) {
    guard 0...Schedule.stepLimit ~= step else { throw .notAStep("\(step)", place: place()) }
    if step <= last, !allowsRepeatedSteps {
      throw .stepsGoBack(step: step, previous: last, place: place())
    }
    last = step
    steps.append(step)
  }

  /// The step of a row whose file has no steps: `first + index * every`.
  ///
  /// - Throws: `CurveError` where it lies beyond 2^53.
  static func countedStep(
    _ index: Int, first: Int, every: Int, file: String
  ) throws(CurveError) -> Int {
    let (distance, overflows) = index.multipliedReportingOverflow(by: every)
    guard !overflows, distance <= Schedule.stepLimit - first else {
      throw .tooManySteps(file: file)
    }
    return first + distance
  }
}

extension ScannedNumber {
  /// The number, if it is written as a step: a whole one from 0 to 2^53 without an exponent.
  var step: Int? { integer.flatMap { 0...Schedule.stepLimit ~= $0 ? $0 : nil } }
}
