/// A channel's pieces, found by random access and not kept in an array: warm restarts can have 10^11.
protocol Timeline: Sendable {
  /// The first step without a value: the framework raises an exception or overflows there, or steps stop
  /// being exact (2^53).
  var end: Int { get }

  /// The piece that holds a step.
  ///
  /// - Parameter step: A step from 0 up to but not including `end`.
  /// - Returns: The piece.
  func piece(holding step: Int) -> Piece

  /// The minimum and maximum on some steps, as `Column.bounds` promises them.
  ///
  /// - Parameter steps: A range within 0..<end that is not empty.
  /// - Returns: The bounds.
  func bounds(in steps: Range<Int>) -> ClosedRange<Double>
}

extension Timeline {
  func bounds(in steps: Range<Int>) -> ClosedRange<Double> { bounds(ofPiecesIn: steps) }

  /// The union of the bounds of the pieces that the range meets.
  func bounds(ofPiecesIn steps: Range<Int>) -> ClosedRange<Double> {
    var piece = piece(holding: steps.lowerBound)
    var result = piece.bounds(in: steps)
    while piece.steps.upperBound < steps.upperBound {
      piece = self.piece(holding: piece.steps.upperBound)
      result = result.union(piece.bounds(in: steps))
    }
    return result
  }
}

/// A range of steps on which a channel is one branch-free formula.
public struct Piece: Sendable {
  /// The steps, never empty.
  public let steps: Range<Int>
  /// What begins with it, in a word or two: `warm-up`, `decay`.
  public let title: String
  /// The closed form on these steps.
  let formula: CompiledFormula
  /// The step that is the formula's step 0.
  let origin: Int

  init(steps: Range<Int>, title: String, formula: CompiledFormula, origin: Int = 0) {
    self.steps = steps
    self.title = title
    self.formula = formula
    self.origin = origin
  }

  /// The formula with its constants, t the step: `0.001 * (t / 2000)`.
  public var text: String {
    formula.text.withoutOuterParentheses + (origin == 0 ? "" : ", t from step \(origin)")
  }

  /// The piece that many steps later, those of its steps that a range has.
  func moved(by count: Int, within range: Range<Int>) -> Piece {
    let first = steps.lowerBound + count
    let end =
      steps.upperBound < Schedule.stepLimit - count ? steps.upperBound + count : range.upperBound
    return Piece(
      steps: (first..<max(first, end)).clamped(to: range), title: title, formula: formula,
      origin: origin + count)
  }

  /// Whether another piece is known to have the same values.
  func isSame(as other: Piece) -> Bool {
    origin == other.origin && formula.isSame(as: other.formula)
  }

  /// The bounds on those steps of a range that the piece has; the two are known to meet.
  func bounds(in range: Range<Int>) -> ClosedRange<Double> {
    let steps = steps.clamped(to: range)
    return formula.bounds(in: steps.lowerBound - origin..<steps.upperBound - origin)
  }
}

/// A formula from a step on, up to where the next one begins.
struct Part: Sendable {
  let first: Int
  let title: String
  let formula: CompiledFormula

  init(_ first: Int, _ title: String, _ formula: CompiledFormula) {
    self.first = first
    self.title = title
    self.formula = formula
  }

  @inline(__always) init(_ first: Int, _ title: String, _ formula: some Formula) {
    self.init(first, title, CompiledFormula(formula))
  }
}

/// A timeline of a handful of pieces.
struct PieceTable: Timeline {
  let end: Int
  private let pieces: [Piece]

  /// Makes a timeline from its parts in order.
  ///
  /// One that starts where the next one does is left out; the last one runs to the limit, 2^53. The
  /// timeline ends where a formula has no finite value.
  ///
  /// - Parameters:
  ///   - parts: The parts.
  ///   - limit: The first step that the framework has no value for, whatever the formulas say.
  init(_ parts: [Part], before limit: Int = Schedule.stepLimit) {
    var pieces: [Piece] = []
    let limit = min(limit, Schedule.stepLimit)
    var end = limit
    for (index, part) in parts.enumerated() {
      let next = index + 1 < parts.count ? parts[index + 1].first : limit
      guard part.first < next else { continue }
      let steps = part.first..<next
      guard let gap = part.formula.firstGap(in: steps) else {
        pieces.append(Piece(steps: steps, title: part.title, formula: part.formula))
        continue
      }
      if gap > steps.lowerBound {
        pieces.append(
          Piece(steps: steps.lowerBound..<gap, title: part.title, formula: part.formula))
      }
      end = gap
      break
    }
    self.pieces = pieces
    self.end = end
  }

  func piece(holding step: Int) -> Piece {
    let next = firstStep(in: 0..<pieces.count) { pieces[$0].steps.lowerBound > step }
    return pieces[max(0, next - 1)]
  }
}
