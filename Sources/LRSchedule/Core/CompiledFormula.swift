/// A formula whose type is forgotten, with the loops that were compiled for it.
///
/// An `any Formula` of a generic type would run its loops unspecialised, and very slowly: only where
/// the type is still known can the compiler make them.
final class CompiledFormula: Sendable {
  /// The formula with its constants.
  var text: String { formula.text }

  private let formula: any Formula
  private let valueAtStep: @Sendable (Int) -> Double
  // Bounds: the formula's `fill`, which writes as many values as the buffer counts.
  private let fillFromStep: @Sendable (Int, UnsafeMutableBufferPointer<Double>) -> Void
  private let boundsInSteps: @Sendable (Range<Int>) -> ClosedRange<Double>

  /// Compiles a formula; the caller knows its type.
  @inline(__always) init<F: Formula>(_ formula: F) {
    self.formula = formula
    valueAtStep = { formula.value(at: Double($0)) }
    fillFromStep = { formula.fill(from: $0, into: $1) }
    boundsInSteps = { formula.bounds(in: $0) }
  }

  /// The value at a step of the piece.
  func value(at step: Int) -> Double { valueAtStep(step) }

  /// Writes the values of consecutive steps into a buffer.
  func fill(from step: Int, into out: UnsafeMutableBufferPointer<Double>) {
    // Bounds: the caller lends the buffer for the call.
    fillFromStep(step, out)
  }

  /// The minimum and maximum on a range of steps that is not empty.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double> { boundsInSteps(steps) }

  /// Whether another formula is the same one with the same constants, and so has the same values.
  func isSame(as other: CompiledFormula) -> Bool {
    func isSame<F: Formula>(_ formula: F) -> Bool { formula == other.formula as? F }
    return isSame(formula)
  }

  /// The first step of a range at which the framework has no finite value.
  func firstGap(in steps: Range<Int>) -> Int? { formula.firstGap(in: steps) }
}
