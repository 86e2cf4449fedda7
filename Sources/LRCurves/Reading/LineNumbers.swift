import LRSchedule

/// The line of each of many values, as runs of lines at equal distances.
///
/// A file of rows has one run, however many rows there are.
struct LineNumbers: Sendable {
  private struct Run {
    let index: Int
    let line: Int
    var stride: Int
  }

  private var runs: [Run] = []
  private var current = Run(index: 0, line: 0, stride: 0)
  private(set) var count = 0

  /// How many runs are kept.
  var runCount: Int { runs.count + (count > 0 ? 1 : 0) }

  /// Adds the line of the next value.
  @inline(__always) mutating func append(_ line: Int) {
    let position = count &- current.index
    if position > 1, line == current.line &+ position &* current.stride {
      count &+= 1
      return
    }
    extend(by: line, position: position)
  }

  private mutating func extend(by line: Int, position: Int) {
    if position == 1 {
      current.stride = line - current.line
    } else {
      if count > 0 { runs.append(current) }
      current = Run(index: count, line: line, stride: 0)
    }
    count += 1
  }

  /// The line of a value, from 1.
  subscript(index: Int) -> Int {
    let next = firstStep(in: 0..<runs.count) { runs[$0].index > index }
    let run = index >= current.index ? current : runs[next - 1]
    return run.line + (index - run.index) * run.stride
  }

  /// The lines of some of the values.
  func keeping(_ indices: some Sequence<Int>) -> LineNumbers {
    indices.reduce(into: LineNumbers()) { $0.append(self[$1]) }
  }
}
