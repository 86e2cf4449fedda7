/// The labels of an axis of values, all in one form.
///
/// Plain (`0.85`, `0.90`) up to three decimals and below 100,000, or where it is the shorter form;
/// else scientific (`8e-4`, `1e-3`; with equal exponents `1.0e-3`, `1.5e-3`).
func valueLabels(for ticks: [DecimalNumber]) -> [String] {
  let decimals = ticks.map(\.decimals).max() ?? 0
  let scientific = scientificLabels(for: ticks)
  let isSmall = ticks.allSatisfy { $0.exponent < 5 && $0.value.magnitude < 1e5 }
  if isSmall, decimals <= 3 { return ticks.map { $0.plain(decimals: decimals) } }
  // A plain form of more digits than this is the longer one in any case.
  let longest = 24
  guard decimals <= longest, ticks.allSatisfy({ $0.exponent <= longest }) else { return scientific }
  let plain = ticks.map { $0.plain(decimals: decimals) }
  return length(plain) < length(scientific) ? plain : scientific
}

private func scientificLabels(for ticks: [DecimalNumber]) -> [String] {
  let exponents = Set(ticks.filter { $0.coefficient != 0 }.map(\.scientificExponent))
  let decimals = exponents.count > 1 ? 0 : ticks.map(\.scientificDecimals).max() ?? 0
  return ticks.map { $0.scientific(decimals: decimals) }
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
      ? tick.plain(decimals: 0) : tick.scientific(decimals: 0)
  }
}

/// The labels of an axis of steps: `0`, `500`, `2k`, `1.5M`, `3B`, `1T`, and of what they consume:
/// `0.5`.
///
/// Where a number would need more than three decimals, whole numbers are written in full, in groups
/// of three digits: `1,000,002`; others, and those of more than 16 digits, as values are.
func stepLabels(for numbers: [DecimalNumber]) -> [String] {
  let short = numbers.map(shortCount)
  if !short.contains(nil) { return short.compactMap { $0 } }
  let areWhole = numbers.allSatisfy { $0.decimals == 0 && $0.scientificExponent < 16 }
  return areWhole ? numbers.map(grouped) : valueLabels(for: numbers)
}

/// One such number: `1.5M` or `1,734`, whichever is shorter.
func stepText(for number: DecimalNumber) -> String {
  let short = stepLabels(for: [number])[0]
  guard number.decimals == 0, number.scientificExponent < 16 else { return short }
  let full = grouped(number)
  return full.count < short.count ? full : short
}

/// `1.5M` for 1,500,000, or nil where more than three decimals or five digits would be needed.
private func shortCount(_ number: DecimalNumber) -> String? {
  let units = [(12, "T"), (9, "B"), (6, "M"), (3, "k"), (0, "")]
  let unit = units.first { number.scientificExponent >= $0.0 } ?? (0, "")
  let count = DecimalNumber(number.coefficient, exponent: number.exponent - unit.0)
  guard count.decimals <= 3, count.scientificExponent <= 4 else { return nil }
  return count.plain(decimals: 0) + (number.coefficient == 0 ? "" : unit.1)
}

private func grouped(_ number: DecimalNumber) -> String {
  let size = DecimalNumber(abs(number.coefficient), exponent: number.exponent)
  let digits = Array(size.plain(decimals: 0))
  let text = digits.indices.map { index in
    let isGroup = index > 0 && (digits.count - index).isMultiple(of: 3)
    return (isGroup ? "," : "") + String(digits[index])
  }
  return (number.coefficient < 0 ? "-" : "") + text.joined()
}
