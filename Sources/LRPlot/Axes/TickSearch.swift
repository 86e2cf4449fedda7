/// Ticks by the extended Wilkinson algorithm.
///
/// J. Talbot, S. Lin, P. Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick
/// Labels on Axes", InfoVis 2010; names and order of the search are those of the paper and of
/// `extended` in the R package labeling. Ticks are `start * q * 10^z`, a step `j * q * 10^z`.
struct TickSearch {
  /// The lower end of the data, divided by 10^`exponent`.
  private let lower: Double
  private let upper: Double

  /// The decimal exponent of the range: searched is a range between 1 and 10 wide.
  private let exponent: Int

  /// The number of ticks that is wished for, at least 2.
  private let target: Int

  private let wholeNumbers: Bool

  private let needsZero: Bool

  private var best: (score: Double, ticks: [DecimalNumber]) = (-2, [])

  /// The nice step sizes, times ten, the nicest first.
  private static let niceTenths = [10, 50, 20, 25, 40, 30]

  private static let weights = (simplicity: 0.25, coverage: 0.2, density: 0.5, legibility: 0.05)

  /// The best ticks for a range of values.
  ///
  /// - Parameters:
  ///   - values: The data; its ends differ by at least 10^-12 of their size.
  ///   - target: The number of ticks that is wished for; less than 2 is taken as 2.
  ///   - wholeNumbers: Whether fractions are no ticks.
  ///   - needsZero: Whether 0 is one of the ticks, if it is among the values.
  /// - Returns: At least two ascending ticks, the outer ones inside the data or a little outside;
  ///   none where no two whole numbers are near the data.
  static func ticks(
    for values: ClosedRange<Double>, target: Int, wholeNumbers: Bool = false,
    needsZero: Bool = false
  ) -> [DecimalNumber] {
    var search = TickSearch(
      values: values, target: target, wholeNumbers: wholeNumbers,
      needsZero: needsZero && values.contains(0))
    search.run()
    return search.best.ticks
  }

  private init(values: ClosedRange<Double>, target: Int, wholeNumbers: Bool, needsZero: Bool) {
    let span = values.upperBound - values.lowerBound
    let size = span.isFinite ? span : max(-values.lowerBound, values.upperBound)
    exponent = decimalExponent(of: size)
    lower = scaled(values.lowerBound, downBy: exponent)
    upper = scaled(values.upperBound, downBy: exponent)
    self.target = max(2, target)
    self.wholeNumbers = wholeNumbers
    self.needsZero = needsZero
  }

  private mutating func run() {
    var skip = 1
    while true {
      for (rank, tenths) in Self.niceTenths.enumerated() {
        let simplest = simplicity(rank: rank, skip: skip, hasZero: true)
        if score(simplest, 1, 1) < best.score { return }
        searchCounts(skip: skip, rank: rank, tenths: tenths, simplest: simplest)
      }
      skip += 1
    }
  }

  private mutating func searchCounts(skip: Int, rank: Int, tenths: Int, simplest: Double) {
    var count = 2
    while true {
      let densest = densityLimit(count: count)
      if score(simplest, 1, densest) < best.score { return }
      let wish = (upper - lower) / Double(count + 1) / Double(skip * tenths) * 10
      // The logarithm of the wish, rounded up.
      var power = decimalExponent(of: wish)
      if powerOfTen(power) < wish { power += 1 }
      while true {
        let size = Double(skip * tenths) * powerOfTen(power - 1)
        let widest = coverageLimit(span: size * Double(count - 1))
        if score(simplest, widest, densest) < best.score { break }
        searchStarts(skip: skip, rank: rank, tenths: tenths, count: count, power: power)
        power += 1
      }
      count += 1
    }
  }

  private mutating func searchStarts(skip: Int, rank: Int, tenths: Int, count: Int, power: Int) {
    let size = Double(skip * tenths) * powerOfTen(power - 1)
    let first = Int((upper / size).rounded(.down)) * skip - (count - 1) * skip
    let last = Int((lower / size).rounded(.up)) * skip
    guard first <= last else { return }
    for start in first...last {
      let low = Double(start) * size / Double(skip)
      let high = low + size * Double(count - 1)
      let hasZero = start.isMultiple(of: skip) && low <= 0 && high >= 0
      if needsZero, !hasZero { continue }
      let found = score(
        simplicity(rank: rank, skip: skip, hasZero: hasZero), coverage(low, high),
        density(count: count, low, high))
      guard found > best.score else { continue }
      let ticks = (0..<count).map {
        DecimalNumber((start + $0 * skip) * tenths, exponent: power - 1 + exponent)
      }
      if wholeNumbers, ticks.contains(where: { $0.exponent < 0 }) { continue }
      guard ticks.allSatisfy(\.value.isFinite) else { continue }
      best = (found, ticks)
    }
  }

  private func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
    let weights = Self.weights
    return weights.simplicity * simplicity + weights.coverage * coverage
      + weights.density * density + weights.legibility
  }

  private func simplicity(rank: Int, skip: Int, hasZero: Bool) -> Double {
    let share = Double(rank) / Double(Self.niceTenths.count - 1)
    return 1 - share - Double(skip) + (hasZero ? 1 : 0)
  }

  private func coverage(_ low: Double, _ high: Double) -> Double {
    let tenth = 0.1 * (upper - lower)
    let above = (upper - high) / tenth
    let below = (lower - low) / tenth
    return 1 - 0.5 * (above * above + below * below)
  }

  private func coverageLimit(span: Double) -> Double {
    let half = max(0, (span - (upper - lower)) / 2) / (0.1 * (upper - lower))
    return 1 - half * half
  }

  private func density(count: Int, _ low: Double, _ high: Double) -> Double {
    let ratio = Double(count - 1) / (high - low)
    let wished = Double(target - 1) / (max(high, upper) - min(low, lower))
    return 2 - max(ratio / wished, wished / ratio)
  }

  private func densityLimit(count: Int) -> Double {
    count >= target ? 2 - Double(count - 1) / Double(target - 1) : 1
  }
}
