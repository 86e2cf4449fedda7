import LRSchedule

/// The smallest value above 0 on the steps of a range; nil where there is none.
///
/// Halves the range where it holds both signs, which takes few questions where a curve passes 0
/// once. After 256 of them it gives up: the answer then is the smallest double, below any value.
func smallestPositive(of series: any Series, in steps: Range<Int>) -> Double? {
  var questions = 0
  var smallest: Double?
  var open = [steps]
  while let range = open.popLast() {
    questions += 1
    if questions > 256 { return .leastNonzeroMagnitude }
    guard let bounds = series.bounds(in: range), bounds.upperBound > 0 else { continue }
    if bounds.lowerBound > 0 {
      smallest = min(smallest ?? .infinity, bounds.lowerBound)
    } else if range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      open.append(range.lowerBound..<middle)
      open.append(middle..<range.upperBound)
    }
  }
  return smallest
}
