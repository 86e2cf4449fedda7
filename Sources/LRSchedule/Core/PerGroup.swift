/// One number for every parameter group, or a list with one number a group.
public enum PerGroup: Sendable, Hashable {
  /// The same number for every group.
  case all(Double)
  /// One number a group.
  case each([Double])

  /// The numbers, one a group.
  ///
  /// - Parameters:
  ///   - groups: The number of parameter groups.
  ///   - name: The parameter's name, for the error.
  /// - Returns: As many numbers as there are groups.
  /// - Throws: `ScheduleError.wrongCount` where a list has another length.
  func values(groups: Int, of name: String) throws(ScheduleError) -> [Double] {
    switch self {
    case .all(let value): return Array(repeating: value, count: groups)
    case .each(let values):
      guard values.count == groups else {
        throw .wrongCount(parameter: name, got: values.count, groups: groups)
      }
      return values
    }
  }
}

extension PerGroup: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral
{
  /// Makes one number for every group from a literal.
  public init(integerLiteral value: Int) { self = .all(Double(value)) }
  /// Makes one number for every group from a literal.
  public init(floatLiteral value: Double) { self = .all(value) }
  /// Makes one number a group from literals.
  public init(arrayLiteral values: Double...) { self = .each(values) }
}
