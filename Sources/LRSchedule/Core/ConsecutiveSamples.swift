/// Sources that follow one another, each with steps of its own from 0 on.
struct ConsecutiveSamples: Samples {
  let end: Int
  private let parts: [(first: Int, samples: any Samples)]

  /// Puts sources behind one another, the first one at step 0; none is empty.
  ///
  /// They end where one of them has no value for a step that is its own.
  init(_ parts: [(first: Int, samples: any Samples)]) {
    self.parts = parts
    end =
      zip(parts, parts.dropFirst().map(\.first) + [Schedule.stepLimit]).lazy
      .filter { part, next in part.samples.end < next - part.first }
      .map { part, _ in part.first + part.samples.end }
      .first ?? Schedule.stepLimit
  }

  private func index(holding step: Int) -> Int {
    firstStep(in: 1..<parts.count) { parts[$0].first > step } - 1
  }

  /// The steps of a source in the sequence.
  private func steps(of index: Int) -> Range<Int> {
    parts[index].first..<(index + 1 < parts.count ? min(end, parts[index + 1].first) : end)
  }

  /// Visits the sources that have some of the steps, with their own steps.
  private func forEachPart(of steps: Range<Int>, _ body: (any Samples, Range<Int>) -> Void) {
    var step = steps.lowerBound
    while step < steps.upperBound {
      let index = index(holding: step)
      let next = min(self.steps(of: index).upperBound, steps.upperBound)
      let first = parts[index].first
      body(parts[index].samples, step - first..<next - first)
      step = next
    }
  }

  func value(at step: Int) -> Double {
    let part = parts[index(holding: step)]
    return part.samples.value(at: step - part.first)
  }

  func fill(_ steps: Range<Int>, into out: UnsafeMutableBufferPointer<Double>) {
    // Bounds: the parts' own steps are together as many as `steps`, and as the buffer counts.
    var written = 0
    forEachPart(of: steps) { samples, own in
      samples.fill(own, into: .init(rebasing: out[written..<written + own.count]))
      written += own.count
    }
  }

  func walk(to step: Int) -> Int {
    let part = parts[index(holding: step)]
    return part.samples.walk(to: step - part.first)
  }

  func piece(holding step: Int) -> Piece? {
    let index = index(holding: step)
    let first = parts[index].first
    return parts[index].samples.piece(holding: step - first)
      .map { $0.moved(by: first, within: steps(of: index)) }
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double> {
    var bounds: ClosedRange<Double>?
    forEachPart(of: steps) { samples, own in
      let more = samples.bounds(in: own)
      bounds = bounds?.union(more) ?? more
    }
    return bounds ?? 0...0
  }
}
