import LRSchedule

/// What one series has more than another, step by step: `minuend - subtrahend`, rounded once.
///
/// It has a value where both have one. Bounds are exact on up to 4,096 steps, and on any number of
/// them where one series is constant or two columns follow the same formula. On more steps they
/// enclose the difference: the range is cut into 64 parts, and in each of them the smaller bound of
/// one series is taken with the larger bound of the other, so that they are too wide by at most what
/// the series move in a part. A picture of 1,000 columns of pixels is exact up to 4 million steps.
public struct DifferenceSeries: Series {
  /// The text that names the series in a legend: `B - A`.
  public let name: String

  private let minuend: any Series
  private let subtrahend: any Series

  /// The difference of two series.
  ///
  /// - Parameters:
  ///   - minuend: The series that the other is taken from.
  ///   - subtrahend: The series that is taken away.
  ///   - name: The name in a legend; without one, it is made of the two names.
  public init(_ minuend: any Series, minus subtrahend: any Series, name: String? = nil) {
    self.minuend = minuend
    self.subtrahend = subtrahend
    self.name = name ?? "\(minuend.name) - \(subtrahend.name)"
  }

  /// The smallest and the largest difference on the steps of a range, or a little beyond them.
  ///
  /// - Parameter steps: A range of steps that is not empty.
  /// - Returns: The bounds, or nil where no step has two values.
  public func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    if let minuend = minuend as? Column, let subtrahend = subtrahend as? Column {
      return ColumnDifference(minuend, subtrahend).bounds(in: steps)
    }
    let parts =
      steps.count <= ColumnDifference.evaluations
      ? steps.map { $0..<($0 + 1) } : parts(of: steps)
    return parts.lazy.compactMap { enclosure(minuend, minus: subtrahend, on: $0) }
      .reduce(nil, union)
  }
}

/// The difference of two columns, which can do more than other series: give values in blocks, and
/// tell their formulas.
private struct ColumnDifference {
  let minuend: Column
  let subtrahend: Column

  /// How many steps are evaluated at most.
  static let evaluations = 4096

  init(_ minuend: Column, _ subtrahend: Column) {
    (self.minuend, self.subtrahend) = (minuend, subtrahend)
  }

  func bounds(in steps: Range<Int>) -> ClosedRange<Double>? {
    let steps = steps.clamped(to: minuend.steps).clamped(to: subtrahend.steps)
    guard !steps.isEmpty, let all = enclosure(minuend, minus: subtrahend, on: steps) else {
      return nil
    }
    if all.lowerBound == all.upperBound { return all }
    if steps.count <= Self.evaluations { return evaluated(on: steps) }
    if isOneFormula(on: steps) { return 0...0 }
    var found: ClosedRange<Double>?
    var budget = Self.evaluations
    for part in parts(of: steps) {
      if let bounds = bounds(ofPart: part, &budget) { found = union(found, bounds) }
    }
    return found
  }

  /// The bounds of a part, which is cut where a formula ends, up to 8 times; short pieces, a warm-up
  /// say, are evaluated while the budget lasts.
  private func bounds(ofPart part: Range<Int>, _ budget: inout Int) -> ClosedRange<Double>? {
    var rest = part
    var found: ClosedRange<Double>?
    for _ in 0..<8 {
      let ends = [minuend, subtrahend].compactMap {
        $0.pieces(in: rest, atMost: 1).first?.steps.upperBound
      }
      let piece = rest.lowerBound..<min(rest.upperBound, ends.min() ?? rest.upperBound)
      if isOneFormula(on: piece) {
        found = union(found, 0...0)
      } else if piece.count < part.count, piece.count <= budget {
        budget -= piece.count
        if let bounds = evaluated(on: piece) { found = union(found, bounds) }
      } else if let bounds = enclosure(minuend, minus: subtrahend, on: piece) {
        found = union(found, bounds)
      }
      rest = piece.upperBound..<rest.upperBound
      if rest.isEmpty { return found }
    }
    return enclosure(minuend, minus: subtrahend, on: rest).map { union(found, $0) } ?? found
  }

  /// The exact bounds by all values.
  private func evaluated(on steps: Range<Int>) -> ClosedRange<Double>? {
    let block = 1024
    var (low, high) = (Double.infinity, -Double.infinity)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * block) { buffer in
      for start in stride(from: steps.lowerBound, to: steps.upperBound, by: block) {
        let count = min(block, steps.upperBound - start)
        let first = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
        let second = UnsafeMutableBufferPointer(rebasing: buffer[block..<(block + count)])
        minuend.fill(from: start, into: first)
        subtrahend.fill(from: start, into: second)
        for index in 0..<count {
          let difference = first[index] - second[index]
          low = min(low, difference)
          high = max(high, difference)
        }
      }
    }
    return low <= high ? low...high : nil
  }

  /// Whether both have one formula, with the same constants, on all of the steps.
  ///
  /// The formula's text tells all of its operations and constants; some values are compared as well.
  private func isOneFormula(on steps: Range<Int>) -> Bool {
    guard let one = minuend.pieces(in: steps, atMost: 1).first,
      let other = subtrahend.pieces(in: steps, atMost: 1).first,
      one.steps.upperBound >= steps.upperBound, other.steps.upperBound >= steps.upperBound
    else { return false }
    let samples = stride(from: steps.lowerBound, to: steps.upperBound, by: max(1, steps.count / 64))
    return samples.allSatisfy { minuend.value(at: $0) == subtrahend.value(at: $0) }
      && one.text == other.text
  }
}

/// From the smaller bound of the one less the larger bound of the other, and the other way round.
private func enclosure(
  _ minuend: any Series, minus subtrahend: any Series, on steps: Range<Int>
) -> ClosedRange<Double>? {
  guard let most = minuend.bounds(in: steps), let least = subtrahend.bounds(in: steps) else {
    return nil
  }
  let ends = (most.lowerBound - least.upperBound, most.upperBound - least.lowerBound)
  return ends.0 <= ends.1 ? ends.0...ends.1 : nil
}

private func union(
  _ first: ClosedRange<Double>?, _ second: ClosedRange<Double>
) -> ClosedRange<Double> {
  guard let first else { return second }
  return min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound)
}

/// The range in 64 parts of nearly the same length, for more steps than that.
private func parts(of steps: Range<Int>) -> [Range<Int>] {
  let count = 64
  let (size, rest) = steps.count.quotientAndRemainder(dividingBy: count)
  var start = steps.lowerBound
  return (0..<count).map { index in
    defer { start += size + (index < rest ? 1 : 0) }
    return start..<(start + size + (index < rest ? 1 : 0))
  }
}
