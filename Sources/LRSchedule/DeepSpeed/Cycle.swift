// The triangular cycle of OneCycle.
//
//     total = first + second;  ratio = first / total
//     x = 1. + t / total - floor(1 + t / total)
//     scale = x <= ratio ? x / ratio : (x - 1) / (ratio - 1)
//
//     with stairs:  c = t mod total
//                   position = c <= first ? c * count / first : (total - c) * count / second
//                   scale = floor(position) / count,  count chosen by x <= ratio
//
// The two comparisons are not the same one in doubles, and at t = total x and c start again at 0, but
// not always at the same step. The breakpoints are where these four, each asked as the framework asks
// it, turn over.

/// One cycle of t - 1 < total.
struct Cycle: Sendable {
  let first, second: Double
  /// Stairs of each half; 0 or less for none.
  let firstStairs, secondStairs: Double

  var total: Double { first + second }
  private var ratio: Double { first / total }

  /// The first step after the cycle: t - 1 >= total.
  var end: Int { firstStep(in: 1..<Schedule.stepLimit) { Double($0) - 1 >= total } }

  /// start + delta * scale, in pieces.
  func parts(from start: Double, delta: Double) -> [Part] {
    breakpoints.map { step in
      let half = isFirstHalf(step) ? "first half" : "second half"
      return Part(
        step, Double(step) < total ? half : "end", formula(at: step, from: start, delta: delta))
    }
  }

  private var breakpoints: [Int] {
    let end = end
    let xRestart = firstStep(in: 1..<end) { 1 + Double($0) / total >= 2 }
    let cRestart = firstStep(in: 1..<end) { Double($0) >= total }
    let earlier = min(xRestart, cRestart)
    let later = max(xRestart, cRestart)
    var steps = [1, earlier, later]
    for lap in [1..<earlier, earlier..<later, later..<end] {
      steps.append(firstStep(in: lap) { !isFirstHalf($0) })
      if firstStairs > 0 || secondStairs > 0 {
        steps.append(firstStep(in: lap) { !risesToStair($0) })
      }
    }
    return Set(steps.filter { $0 < end }).sorted()
  }

  private func isFirstHalf(_ step: Int) -> Bool {
    CyclePosition(total: total).value(at: Double(step)) <= ratio
  }

  private func risesToStair(_ step: Int) -> Bool {
    Double(step).truncatingRemainder(dividingBy: total) <= first
  }

  private func formula(at step: Int, from start: Double, delta: Double) -> CompiledFormula {
    let isFirstHalf = isFirstHalf(step)
    let count = isFirstHalf ? firstStairs : secondStairs
    func compiled(_ scale: some Formula) -> CompiledFormula {
      CompiledFormula(Interpolation(from: start, delta: delta, along: scale))
    }
    guard count > 0 else {
      let position = CyclePosition(total: total)
      return isFirstHalf
        ? compiled(RisingHalf(x: position, ratio: ratio))
        : compiled(FallingHalf(x: position, ratio: ratio))
    }
    return risesToStair(step)
      ? compiled(RisingStairs(count: count, total: total, size: first))
      : compiled(FallingStairs(count: count, total: total, size: second))
  }
}

/// `floor(c * count / size) / count`.
private struct RisingStairs: Formula {
  let count, total, size: Double

  var text: String {
    "(floor((t mod \(total.text)) * \(count.text) / \(size.text)) / \(count.text))"
  }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    let c = t.truncatingRemainder(dividingBy: total)
    return (count * c / size).roundedDown / count
  }
}

/// `floor((total - c) * count / size) / count`.
private struct FallingStairs: Formula {
  let count, total, size: Double

  var text: String {
    "(floor((\(total.text) - (t mod \(total.text))) * \(count.text) / \(size.text)) / \(count.text))"
  }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    let c = t.truncatingRemainder(dividingBy: total)
    return (count * (total - c) / size).roundedDown / count
  }
}
