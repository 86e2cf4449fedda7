// A function of many monotone arguments is computed in runs, on which it has one case; where the runs are
// short every argument is looked up by itself. The bits are the same.

/// A function of the library, of a block of monotone arguments.
enum ElementaryFunction {
  case logarithm
  case cosine

  // Bounds: the caller lends both buffers for the call, and they count as many values.
  /// Writes the function's values.
  ///
  /// - Parameters:
  ///   - values: Where to write, one value an argument; it may be where the arguments are.
  ///   - arguments: The arguments, which rise or fall.
  func fill(
    _ values: UnsafeMutableBufferPointer<Double>, of arguments: UnsafeBufferPointer<Double>
  ) {
    switch self {
    case .logarithm: fillLogarithms(values, of: arguments)
    case .cosine: fillCosines(values, of: arguments)
    }
  }
}

/// A function of one argument, in a form for some arguments or for all.
protocol LaneFunction {
  func value<L: Lanes>(at x: L) -> L
}

extension LaneFunction {
  /// Writes the values at some indices; they may take the place of the arguments.
  @inline(__always) func fill(
    _ values: UnsafeMutableBufferPointer<Double>, of arguments: UnsafeBufferPointer<Double>,
    at indices: Range<Int>
  ) {
    guard let argument = arguments.baseAddress, let out = values.baseAddress else { return }
    // Bounds: indices are of both buffers; a vector reads beyond them only what `arguments` has.
    var index = indices.lowerBound
    while index &+ FillLanes.scalarCount <= indices.upperBound {
      value(at: FillLanes(at: argument + index)).store(to: out + index)
      index &+= FillLanes.scalarCount
    }
    guard index < indices.upperBound else { return }
    if index &+ FillLanes.scalarCount <= arguments.count {
      // The arguments behind the run are those of the next one.
      value(at: FillLanes(at: argument + index))
        .store(to: out + index, atMost: indices.upperBound &- index)
    } else {
      while index < indices.upperBound {
        out[index] = value(at: argument[index])
        index += 1
      }
    }
  }
}

/// What decides how a function is computed; along monotone arguments equal cases stand side by side.
protocol FunctionCase: Equatable {
  /// Nil for an argument that is to be treated by itself.
  init?(of x: Double)
  /// The case with any row of the table, which is to be looked up.
  var ofAnyRow: Self { get }
}

/// Walks through the runs of monotone arguments from the first to the last.
///
/// - Parameters:
///   - arguments: The arguments.
///   - body: Takes a run's case and its indices; nil for arguments that have little in common.
@inline(__always) func forEachRun<Case: FunctionCase>(
  of arguments: UnsafeBufferPointer<Double>, _ body: (Case?, Range<Int>) -> Void
) {
  // Bounds: a run begins below arguments.count and ends there at the latest.
  var start = 0
  while start < arguments.count {
    var run = Case(of: arguments[start])
    var end = min(start + shortestRun, arguments.count)
    if let first = run {
      let branch = first.ofAnyRow
      if let runEnd = arguments.runEnd(from: start, atLeast: shortestRun, in: { $0 == first }) {
        end = runEnd
      } else if let branchEnd = arguments.runEnd(
        from: start, atLeast: shortestBranch, in: { (other: Case) in other.ofAnyRow == branch })
      {
        (run, end) = (branch, branchEnd)
      } else {
        run = nil
      }
    }
    body(run, start..<end)
    start = end
  }
}

extension UnsafeBufferPointer<Double> {
  /// The end of a run from an index on, if it is at least so long or ends with the buffer.
  @inline(__always) fileprivate func runEnd<Case: FunctionCase>(
    from start: Int, atLeast length: Int, in run: (Case) -> Bool
  ) -> Int? {
    @inline(__always) func isInRun(_ index: Int) -> Bool {
      Case(of: self[index]).map(run) ?? false
    }
    // Bounds: start is below count, and so `enough` is from 1 to count.
    let enough = Swift.min(start + length, count)
    guard isInRun(enough - 1) else { return nil }
    return isInRun(count - 1) ? count : firstStep(in: enough..<count) { !isInRun($0) }
  }
}

/// Below so many arguments a row is better looked up for each.
private let shortestRun = 64
/// Below so many arguments a branch of the function is better chosen for each.
private let shortestBranch = 16
