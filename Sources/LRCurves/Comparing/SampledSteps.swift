/// Some steps of a range that stand for all of it.
enum SampledSteps {
  /// On so many steps, spread over the range, and on as many next to a step of interest.
  private static let count = 400

  /// Steps next to one of a range, and as many spread over all of it.
  ///
  /// - Parameters:
  ///   - step: A step of the range.
  ///   - range: The range.
  /// - Returns: The steps in order.
  static func steps(near step: Int, in range: Range<Int>) -> [Int] {
    let half = count / 2
    let near = max(range.lowerBound, step - half)..<min(range.upperBound, step + half)
    let spread = (0..<count).map {
      range.lowerBound + Int(Double(range.count) * (Double($0) / Double(count)))
    }
    return Set(near).union(spread).sorted()
  }
}
