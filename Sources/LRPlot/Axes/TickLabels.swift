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

/// The labels of an axis of steps: `0`, `500`, `2k`, `1.5M`, `3B`, `1T`.
///
/// Where a step would need more than three decimals, all are written in full, in groups of three
/// digits: `1,000,002`.
func stepLabels(for steps: [Int]) -> [String] {
  let short = steps.map(shortCount)
  return short.contains(nil) ? steps.map(grouped) : short.compactMap { $0 }
}

/// `1.5M` for 1,500,000, or nil where more than three decimals would be needed.
private func shortCount(_ count: Int) -> String? {
  let units = [(12, "T"), (9, "B"), (6, "M"), (3, "k")]
  for (power, name) in units where Double(count.magnitude) >= powerOfTen(power) {
    let number = DecimalNumber(count, exponent: -power)
    return number.decimals <= 3 ? number.plain(decimals: 0) + name : nil
  }
  return String(count)
}

private func grouped(_ count: Int) -> String {
  let digits = Array(String(count.magnitude))
  let text = digits.indices.map { index in
    let isGroup = index > 0 && (digits.count - index).isMultiple(of: 3)
    return (isGroup ? "," : "") + String(digits[index])
  }
  return (count < 0 ? "-" : "") + text.joined()
}
