import Testing

@testable import LRPlot

@Suite struct TickSearchTests {
  /// What `extended` of the R package labeling gives.
  @Test(
    arguments: [
      (8.1...14.1, 4, [8, 10, 12, 14]),
      (0...100, 5, [0, 25, 50, 75, 100]),
      (0...1, 5, [0, 0.25, 0.5, 0.75, 1]),
      (0...0.00097, 6, [0, 0.0002, 0.0004, 0.0006, 0.0008, 0.001]),
      (-98...18, 5, [-100, -75, -50, -25, 0, 25]),
      (2.5e-5...3.7e-4, 5, [0, 1e-4, 2e-4, 3e-4, 4e-4]),
      (0.85...0.95, 4, [0.85, 0.9, 0.95]),
      (-3.2...3.2, 7, [-3, -2, -1, 0, 1, 2, 3]),
      (0.001...0.017, 5, [0, 0.004, 0.008, 0.012, 0.016]),
      (100...101, 6, [100, 100.2, 100.4, 100.6, 100.8, 101]),
      (119...178, 5, [120, 140, 160, 180]),
      (-31...27, 4, [-25, 0, 25]),
    ] as [(ClosedRange<Double>, Int, [Double])])
  func published(values: ClosedRange<Double>, target: Int, ticks: [Double]) {
    #expect(TickSearch.ticks(for: values, target: target).map(\.value) == ticks)
  }

  @Test func scalingByAPowerOfTenScalesTheTicks() {
    let ticks = TickSearch.ticks(for: 8.1...14.1, target: 4)
    for exponent in [-300, -12, 7, 250] {
      let lower = 8.1 * powerOfTen(exponent)
      let scaled = TickSearch.ticks(for: lower...(14.1 * powerOfTen(exponent)), target: 4)
      #expect(
        scaled == ticks.map { DecimalNumber($0.coefficient, exponent: $0.exponent + exponent) })
    }
  }

  @Test(
    arguments: [
      (-1.7e308)...1.7e308, 0...(.greatestFiniteMagnitude), 0...powerOfTen(-320),
      (-powerOfTen(-321))...powerOfTen(-320),
      1...(1 + 1e-9), -1e-5...1e20,
    ] as [ClosedRange<Double>])
  func extremeRanges(values: ClosedRange<Double>) {
    for target in [-1, 2, 5, 10] {
      let ticks = TickSearch.ticks(for: values, target: target).map(\.value)
      #expect(ticks.count >= 2)
      #expect(ticks == ticks.sorted() && ticks.allSatisfy(\.isFinite))
    }
  }

  @Test func wholeNumbersOnly() {
    let beyond = Double(1 << 53)
    for values in [0...3.0, 0...9.0, 7...12.0, (beyond - 20)...beyond] {
      let ticks = TickSearch.ticks(for: values, target: 10, wholeNumbers: true)
      #expect(ticks.count >= 2 && ticks.allSatisfy { $0.exponent >= 0 })
    }
    let fractions = TickSearch.ticks(for: 0...3, target: 10)
    #expect(fractions.contains { $0.exponent < 0 })
  }
}
