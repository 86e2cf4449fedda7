import LRSchedule

// The next value of a parameter, up or down.

extension Value {
  /// The value after one step up or down: a number by one in its second significant digit, so that a hundred
  /// steps go through all sizes; a truth value or a text with few meanings to the next one.
  ///
  /// - Parameters:
  ///   - isUp: Whether it grows.
  ///   - isFine: Whether it is a number's third digit.
  ///   - parameter: What the scheduler says of it; nil of the optimizer's own rate.
  /// - Returns: The value; nil where none is next.
  func stepped(isUp: Bool, isFine: Bool, of parameter: ParameterDeclaration?) -> Value? {
    switch self {
    case .bool(let value): .bool(!value)
    case .int(let number):
      parameter?.takesFractions == true
        ? Value.float(Double(number)).stepped(isUp: isUp, isFine: isFine, of: parameter)
        : .int(Decimal(number).stepped(isUp: isUp, isFine: isFine, leastExponent: 0).coefficient)
    case .float(let number):
      Decimal(number).flatMap { decimal in
        let isZero = number == 0
        let next =
          isZero
          ? parameter.zeroStep : decimal.stepped(isUp: isUp, isFine: isFine, leastExponent: -320)
        return isZero && !isUp ? .float(-next.value) : .float(next.value)
      }
    case .string(let text): next(after: text, isUp: isUp, among: parameter?.choices ?? [])
    case .list(let values):
      values.isEmpty
        ? nil
        : Self.all(values.map { $0.stepped(isUp: isUp, isFine: isFine, of: parameter) })
    case .null, .scheduler, .other: nil
    }
  }

  private func next(after text: String, isUp: Bool, among choices: [String]) -> Value? {
    guard choices.count > 1 else { return nil }
    let index = choices.firstIndex(of: text) ?? (isUp ? choices.count - 1 : 0)
    return .string(choices[(index + (isUp ? 1 : choices.count - 1)) % choices.count])
  }

  private static func all(_ values: [Value?]) -> Value? {
    let known = values.compactMap(\.self)
    return known.count == values.count ? .list(known) : nil
  }
}

extension ParameterDeclaration {
  /// Whether a whole number is only one of its values: its default is a floating one.
  fileprivate var takesFractions: Bool {
    if case .float = defaultValue, kind != .integer { true } else { false }
  }
}

extension Optional<ParameterDeclaration> {
  /// What comes after 0: a millionth of a rate, a hundredth of anything else.
  fileprivate var zeroStep: Decimal {
    let isRate = self.map { $0.name.contains("lr") && !$0.name.contains("ratio") } ?? true
    return Decimal(coefficient: 1, exponent: isRate ? -6 : -2)
  }
}

/// `coefficient` · 10^`exponent`, exactly.
private struct Decimal {
  var coefficient: Int
  var exponent: Int

  init(coefficient: Int, exponent: Int) {
    (self.coefficient, self.exponent) = (coefficient, exponent)
  }

  init(_ number: Int) { self.init(coefficient: number, exponent: 0) }

  /// The shortest decimal that reads back to the double; nil of none that is finite.
  init?(_ number: Double) {
    let parts = "\(number)".split(separator: "e")
    let digits = parts.first?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    let fraction = digits.count > 1 && digits[1] != "0" ? digits[1] : ""
    guard number.isFinite, let whole = digits.first, let coefficient = Int(whole + fraction) else {
      return nil
    }
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(coefficient: coefficient, exponent: power - fraction.count)
  }

  var value: Double { Double("\(coefficient)e\(exponent)") ?? 0 }

  /// One more or less in the second digit, or the third; below a power of ten steps are as small as above the
  /// next lower one.
  func stepped(isUp: Bool, isFine: Bool, leastExponent: Int) -> Decimal {
    var decimal = self
    // Digits that are zero count as digits too.
    let wanted = isFine ? 3 : 2
    let grows = isUp == (coefficient >= 0)
    while decimal.digits < wanted + (decimal.isPower && !grows ? 1 : 0),
      decimal.exponent > leastExponent
    {
      decimal.coefficient *= 10
      decimal.exponent -= 1
    }
    let isSmaller = decimal.isPower && !grows
    let unit = Self.power(max(0, decimal.digits - wanted - (isSmaller ? 1 : 0)))
    decimal.coefficient += isUp ? unit : -unit
    return decimal
  }

  private var digits: Int { "\(coefficient.magnitude)".count }

  /// Whether it is a power of ten.
  private var isPower: Bool {
    let text = "\(coefficient.magnitude)"
    return text.first == "1" && text.dropFirst().allSatisfy { $0 == "0" }
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
