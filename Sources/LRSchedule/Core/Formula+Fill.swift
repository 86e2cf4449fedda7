// Blocks of values. A formula that calls a function does so in runs of steps on which the function has
// one case; where the runs are short every argument is looked up by itself. The bits are those of
// `value(at:)`, whatever is chosen.

extension Formula {
  func fill(from step: Int, into out: UnsafeMutableBufferPointer<Double>) {
    switch FunctionProbe.call(of: self, at: step) {
    case nil: fillVectors(by: FunctionsByTable(), from: step, 0..<out.count, of: out)
    case .logarithm: fillLogarithms(from: step, into: out)
    case .cosine: fillCosines(from: step, into: out)
    }
  }

  private func fillCosines(from step: Int, into out: UnsafeMutableBufferPointer<Double>) {
    func cosineCase(_ index: Int) -> CosineCase? {
      guard case .cosine(let x)? = FunctionProbe.call(of: self, at: step + index) else {
        return nil
      }
      return CosineCase(of: x)
    }
    forEachRun(of: out.count, by: cosineCase) { run, steps in
      guard let run else {
        fillVectors(by: FunctionsByTable(), from: step, steps, of: out)
        return
      }
      func fill(_ reduction: some CosineReduction, sign: UInt64 = 0) {
        func fill(_ kernel: some CosineKernel) {
          fillVectors(
            by: CosineRun(reduction: reduction, kernel: kernel, sign: sign), from: step, steps,
            of: out)
        }
        switch run.kernel {
        case .cosine(let row): fill(CosineByRow(row: TableRow(row)))
        case .sine(let row): fill(SineByRow(row: TableRow(row)))
        case .sineByPolynomial: fill(SineByPolynomial())
        }
      }
      switch run.reduction {
      case .none: fill(NoReduction())
      case .fromHalfPi: fill(HalfPiReduction())
      case .byQuarterTurns(let minus, let sign):
        fill(QuarterTurnReduction(minusTurns: minus), sign: sign)
      }
    }
  }

  private func fillLogarithms(from step: Int, into out: UnsafeMutableBufferPointer<Double>) {
    func logarithmCase(_ index: Int) -> LogarithmCase? {
      guard case .logarithm(let x)? = FunctionProbe.call(of: self, at: step + index) else {
        return nil
      }
      return LogarithmCase(of: x)
    }
    forEachRun(of: out.count, by: logarithmCase) { run, steps in
      switch run {
      case nil: fillVectors(by: FunctionsByTable(), from: step, steps, of: out)
      case .nearOne: fillVectors(by: LogarithmNearOne(), from: step, steps, of: out)
      case .row(let bits): fillVectors(by: LogarithmRun(row: bits), from: step, steps, of: out)
      }
    }
  }

  /// Writes the values of some indices, and perhaps of up to 15 more behind them, which are then to be
  /// written again.
  @inline(__always) private func fillVectors(
    by functions: some ElementaryFunctions, from step: Int, _ indices: Range<Int>,
    of out: UnsafeMutableBufferPointer<Double>
  ) {
    guard let base = out.baseAddress else { return }
    var index = indices.lowerBound
    while index < indices.upperBound, index + FillLanes.scalarCount <= out.count {
      let t = FillLanes(countingFrom: Double(step + index))
      value(at: t, by: functions).store(to: base + index)
      index += FillLanes.scalarCount
    }
    while index < indices.upperBound {
      base[index] = value(at: Double(step + index), by: functions)
      index += 1
    }
  }
}

/// As many lanes as keep the processor busy.
private typealias FillLanes = Pair<Pair<SIMD4<Double>>>

/// Below so many steps a run costs more than it saves.
private let shortestRun = 64

/// Walks through the runs of a block from its first index to its last.
///
/// - Parameters:
///   - count: The length of the block.
///   - key: The case of an index; equal ones stand side by side.
///   - body: Takes a run's case and its indices; nil for indices that are to be looked up.
@inline(__always) private func forEachRun<Key: Equatable>(
  of count: Int, by key: (Int) -> Key?, _ body: (Key?, Range<Int>) -> Void
) {
  var start = 0
  var length = count
  while start < count {
    let first = key(start)
    let end = runEnd(from: start, to: count, guess: start + length) { key($0) == first }
    length = end - start
    if first != nil, length >= shortestRun || end == count {
      body(first, start..<end)
      start = end
    } else {
      let stretch = start..<min(count, start + 4 * shortestRun)
      body(nil, stretch)
      start = stretch.upperBound
    }
  }
}

/// The first index of a range that is not in the run of its first one.
///
/// - Parameters:
///   - start: The first index, which is in the run.
///   - end: The end of the range.
///   - guess: Where the run may end; runs are often as long as the one before.
///   - isInRun: Whether an index is in the run; once it is not, no later one is.
/// - Returns: The index; the range's end where all of it is in the run.
@inline(__always) private func runEnd(
  from start: Int, to end: Int, guess: Int, _ isInRun: (Int) -> Bool
) -> Int {
  if isInRun(end - 1) { return end }
  for guess in [guess, guess + 1, guess - 1] where start < guess - 1 && guess < end {
    if isInRun(guess - 1), !isInRun(guess) { return guess }
  }
  return firstStep(in: start + 1..<end) { !isInRun($0) }
}
