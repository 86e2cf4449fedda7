/// Numbers that an axis may have ticks at.
struct TickChoice {
  /// Those with labels, ascending.
  let labelled: [DecimalNumber]

  /// Those without, between the others.
  var minor: [DecimalNumber] = []

  /// Whether the ticks are those of decades, of very different sizes.
  var isByDecade = false
}

/// The ticks to choose from, from many to few.
///
/// - Parameters:
///   - values: The data, above 0 where the axis is logarithmic.
///   - target: The number of labels that is wished for.
///   - isLogarithmic: Whether equal ratios are equal distances.
///   - wholeNumbers: Whether fractions are no ticks.
///   - needsZero: Whether 0 has a tick if it is among the values of a linear axis.
/// - Returns: The choices.
func tickChoices(
  for values: ClosedRange<Double>, target: Int, isLogarithmic: Bool, wholeNumbers: Bool = false,
  needsZero: Bool = false
) -> AnySequence<TickChoice> {
  if isLogarithmic, values.upperBound / 10 >= values.lowerBound {
    return AnySequence(decadeChoices(for: values))
  }
  let counts = stride(from: max(2, target), to: 1, by: -1)
  return AnySequence(
    counts.lazy.map { count in
      let ticks = TickSearch.ticks(
        for: values, target: count, wholeNumbers: wholeNumbers, needsZero: needsZero)
      return TickChoice(labelled: isLogarithmic ? ticks.filter { $0.coefficient > 0 } : ticks)
    })
}

/// Labels at many digits of each decade, then at few, then at some decades only.
private func decadeChoices(for values: ClosedRange<Double>) -> [TickChoice] {
  let decades = decimalExponent(of: values.lowerBound)...decimalExponent(of: values.upperBound)
  func numbers(_ digits: some Collection<Int>) -> [DecimalNumber] {
    decades.flatMap { decade in digits.map { DecimalNumber($0, exponent: decade) } }
      .filter { values.contains($0.value) }
  }
  var choices: [TickChoice] = []
  // More decades than that leave no room for digits.
  if decades.count <= 40 {
    for digits in [Array(1...9), [1, 2, 5], [1, 3], [1]] {
      choices.append(
        TickChoice(
          labelled: numbers(digits), minor: numbers((1...9).filter { !digits.contains($0) }),
          isByDecade: true))
    }
  }
  let all = numbers([1])
  for skip in 2..<max(3, decades.count) {
    let groups = Dictionary(grouping: all) { $0.exponent.isMultiple(of: skip) }
    choices.append(
      TickChoice(labelled: groups[true] ?? [], minor: groups[false] ?? [], isByDecade: true))
  }
  let useful = choices.filter { $0.labelled.count >= 2 }
  return useful.isEmpty ? [TickChoice(labelled: all, isByDecade: true)] : useful
}
