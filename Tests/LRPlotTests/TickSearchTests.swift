import TestSupport
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

  /// An axis of differences says where none is.
  @Test(
    arguments: [
      (-98...18, 3, [-100, -50, 0]), (-3e-5...9.7e-4, 2, [0, 1e-3]), (-0.7...5.9, 4, [0, 2, 4, 6]),
      (-7e-10...1e-3, 6, [0, 2e-4, 4e-4, 6e-4, 8e-4, 1e-3]),
    ] as [(ClosedRange<Double>, Int, [Double])])
  func zeroIsATickWhereItIsAsked(values: ClosedRange<Double>, target: Int, ticks: [Double]) {
    #expect(
      TickSearch.ticks(for: values, target: target, needsZero: true).map(\.value) == ticks)
  }

  @Test func zeroIsATickOfAnyValuesAroundIt() {
    var random = SplitMix64(seed: 77)
    for _ in 0..<3000 {
      let ends = (0..<2).map { _ in
        Double.random(in: 1..<10, using: &random)
          * powerOfTen(Int.random(in: -9...3, using: &random))
      }
      let target = Int.random(in: 2...10, using: &random)
      let ticks = TickSearch.ticks(for: -ends[0]...ends[1], target: target, needsZero: true)
      #expect(ticks.count >= 2 && ticks.contains { $0.coefficient == 0 }, "\(ends), \(target)")
    }
  }

  /// What Heckbert's "Nice Numbers for Graph Labels" (Graphics Gems, 1990) and `heckbert` of the R
  /// package labeling give for their examples.
  ///
  /// His ticks enclose the data and are 1, 2 or 5 times a power of ten apart. Ours may end a little
  /// inside of the data, and may be 2.5, 3 or 4 times a power of ten apart, where more of the axis
  /// then is data or the number of ticks is nearer to the wish: so that ours are the same or finer.
  @Test(
    arguments: [
      (105...543, 5, [100, 200, 300, 400, 500, 600], [100, 200, 300, 400, 500]),
      (2.03...2.17, 5, [2, 2.05, 2.1, 2.15, 2.2], [2.04, 2.08, 2.12, 2.16]),
      (8.1...14.1, 4, [5, 10, 15], [8, 10, 12, 14]),
      (0...100, 6, [0, 20, 40, 60, 80, 100], [0, 20, 40, 60, 80, 100]),
    ] as [(ClosedRange<Double>, Int, [Double], [Double])])
  func besideHeckbert(
    values: ClosedRange<Double>, target: Int, heckbert: [Double], ours: [Double]
  ) {
    #expect(niceNumbers(for: values, target: target) == heckbert)
    #expect(TickSearch.ticks(for: values, target: target).map(\.value) == ours)
  }

  /// Heckbert's loose labels.
  private func niceNumbers(for values: ClosedRange<Double>, target: Int) -> [Double] {
    func nice(_ value: Double, limits: [Double]) -> DecimalNumber {
      let exponent = decimalExponent(of: value)
      let share = scaled(value, downBy: exponent)
      let index = limits.firstIndex { share < $0 } ?? limits.count
      return DecimalNumber([1, 2, 5, 10][index], exponent: exponent)
    }
    let range = nice(
      values.upperBound - values.lowerBound, limits: [1.000_001, 2.000_001, 5.000_001])
    let step = nice(range.value / Double(target - 1), limits: [1.5, 3, 7])
    let first = Int((values.lowerBound / step.value).rounded(.down))
    let last = Int((values.upperBound / step.value).rounded(.up))
    return (first...last).map {
      DecimalNumber($0 * step.coefficient, exponent: step.exponent).value
    }
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
