/// The labels of an axis of values, all in one form and with as many decimals as the finest needs.
///
/// Plain (`0.00075`, `0.00100`) where the largest is above 0.0001 and below 100,000, with up to five
/// decimals; else scientific with one exponent for all (`2.5e-6`, `5.0e-6`, `7.5e-6`), unless that is
/// longer. Zero is always `0`.
func valueLabels(for ticks: [DecimalNumber]) -> [String] {
  let decimals = ticks.map(\.decimals).max() ?? 0
  let isShort = ticks.allSatisfy { $0.exponent < 5 && $0.value.magnitude < 1e5 }
  let isSmall = ticks.allSatisfy { $0.value.magnitude <= 1e-4 }
  if isShort, !isSmall, decimals <= 5 { return ticks.map { $0.plain(decimals: decimals) } }
  let scientific = scientificLabels(for: ticks)
  // A plain form of more digits than this is the longer one in any case.
  let longest = 24
  guard decimals <= longest, ticks.allSatisfy({ $0.exponent <= longest }) else { return scientific }
  let plain = ticks.map { $0.plain(decimals: decimals) }
  return length(plain) < length(scientific) ? plain : scientific
}

/// With the exponent of the largest tick, whose coefficient is below ten: `0.2e-5` to `1.0e-5`.
private func scientificLabels(for ticks: [DecimalNumber]) -> [String] {
  let exponents = ticks.filter { $0.coefficient != 0 }.map(\.scientificExponent)
  guard let largest = exponents.max() else { return ticks.map { $0.plain(decimals: 0) } }
  return labels(for: ticks, exponent: largest)
}

private func labels(for ticks: [DecimalNumber], exponent: Int) -> [String] {
  let shares = ticks.map { DecimalNumber($0.coefficient, exponent: $0.exponent - exponent) }
  let decimals = shares.map(\.decimals).max() ?? 0
  return shares.map { $0.plain(decimals: decimals) + ($0.coefficient == 0 ? "" : "e\(exponent)") }
}

private func length(_ labels: [String]) -> Int {
  labels.map(\.count).max() ?? 0
}

/// The labels of a logarithmic axis of values, each with no more digits than it needs.
///
/// Plain where all are from 0.001 up to 50,000, or else scientific but for 1 to 9.
func logarithmicLabels(for ticks: [DecimalNumber]) -> [String] {
  let isPlain = ticks.allSatisfy { $0.decimals <= 3 && $0.scientificExponent <= 4 }
  return ticks.map { tick in
    isPlain || tick.scientificExponent == 0
      ? tick.plain(decimals: 0) : tick.scientific
  }
}

/// The labels of an axis of steps and of what they consume, all in one unit: `0.5M`, `1M`, `1.5M`.
///
/// Whole numbers below 10,000 are written in full, `1,500`, and so are those that a unit hardly makes
/// shorter: `123,456`. From 10^15 on, and where there are fractions, they are written as values are, but
/// with these commas. `shortensThousands` writes `1k` for `1,000`.
func stepLabels(for numbers: [DecimalNumber], shortensThousands: Bool = false) -> [String] {
  let largest = numbers.map(\.scientificExponent).max() ?? 0
  let isHuge = largest >= 15 && numbers.allSatisfy { $0.exponent >= 9 || $0.coefficient == 0 }
  guard !isHuge, largest < 18, numbers.allSatisfy({ $0.decimals == 0 }) else {
    return valueLabels(for: numbers).map(grouped)
  }
  let full = numbers.map { grouped($0.plain(decimals: 0)) }
  guard largest < 15,
    let unit = stepUnits.first(where: {
      largest >= (shortensThousands ? $0.exponent : $0.least)
    })
  else { return full }
  let counts = numbers.map { DecimalNumber($0.coefficient, exponent: $0.exponent - unit.exponent) }
  let labels = counts.map { $0.plain(decimals: 0) + ($0.coefficient == 0 ? "" : unit.name) }
  /// `12.5k`, of three digits, is taken whatever it saves; of more digits, `12.25M`.
  let isSimple = labels.allSatisfy { $0.count(where: \.isNumber) <= 3 }
  let savesMuch = counts.allSatisfy { $0.decimals <= 2 } && length(labels) + 3 <= length(full)
  return isSimple || savesMuch ? labels : full
}

extension Picture {
  /// A whole number as the axis of steps has it, exactly: `1.5M`, `1,234,567`.
  ///
  /// - Parameter number: Any whole number; beyond 2^53 it is written plainly.
  /// - Returns: The text.
  public static func stepText(_ number: Int) -> String {
    number.magnitude <= 1 << 53 ? stepLabels(for: [DecimalNumber(number)])[0] : "\(number)"
  }
}

/// The labels of a logarithmic axis of steps, each in its own unit: `1`, `100`, `10k`, `1M`; thousands
/// are `1k` where there are such units, else `1,000`.
func logarithmicStepLabels(for numbers: [DecimalNumber]) -> [String] {
  let hasUnits = numbers.contains { $0.scientificExponent >= 4 }
  return numbers.flatMap { stepLabels(for: [$0], shortensThousands: hasUnits) }
}

/// Names of powers of ten, each for numbers from 10^`least` on.
private let stepUnits = [
  (name: "T", exponent: 12, least: 12), (name: "B", exponent: 9, least: 9),
  (name: "M", exponent: 6, least: 6), (name: "k", exponent: 3, least: 4),
]

/// The number with a comma before each three digits of its whole part: `-1,000.5`.
private func grouped(_ number: String) -> String {
  let sign = number.prefix { $0 == "-" }
  let digits = Array(number.dropFirst(sign.count).prefix { $0.isNumber })
  let text = digits.indices.map { index in
    let isGroup = index > 0 && (digits.count - index).isMultiple(of: 3)
    return (isGroup ? "," : "") + String(digits[index])
  }
  return sign + text.joined() + number.dropFirst(sign.count + digits.count)
}
