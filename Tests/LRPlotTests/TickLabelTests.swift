import TestSupport
import Testing

@testable import LRPlot

@Suite struct TickLabelTests {
  @Test(
    arguments: [
      (0...0.001, 5, ["0", "0.00025", "0.00050", "0.00075", "0.00100"]),
      (0...6e-4, 7, ["0", "0.0001", "0.0002", "0.0003", "0.0004", "0.0005", "0.0006"]),
      (0...0.004, 5, ["0", "0.001", "0.002", "0.003", "0.004"]),
      (0...0.1, 6, ["0", "0.02", "0.04", "0.06", "0.08", "0.10"]),
      (0.8...0.95, 4, ["0.80", "0.85", "0.90", "0.95"]),
      (0...20000, 5, ["0", "5000", "10000", "15000", "20000"]),
      (0...4e9, 5, ["0", "1e9", "2e9", "3e9", "4e9"]),
      (0...1e-5, 6, ["0", "0.2e-5", "0.4e-5", "0.6e-5", "0.8e-5", "1.0e-5"]),
      (0...5e-5, 6, ["0", "1e-5", "2e-5", "3e-5", "4e-5", "5e-5"]),
      (0...1e-4, 6, ["0", "0.2e-4", "0.4e-4", "0.6e-4", "0.8e-4", "1.0e-4"]),
      (0...1e6, 6, ["0", "0.2e6", "0.4e6", "0.6e6", "0.8e6", "1.0e6"]),
      (0...1e308, 6, ["0", "0.2e308", "0.4e308", "0.6e308", "0.8e308", "1.0e308"]),
      (0...5e15, 6, ["0", "1e15", "2e15", "3e15", "4e15", "5e15"]),
      (
        0...5e15, 11,
        [
          "0", "0.5e15", "1.0e15", "1.5e15", "2.0e15", "2.5e15", "3.0e15", "3.5e15",
          "4.0e15", "4.5e15", "5.0e15",
        ]
      ),
      (0...1e-4, 5, ["0", "0.25e-4", "0.50e-4", "0.75e-4", "1.00e-4"]),
      (-3e-5...3e-5, 3, ["-3e-5", "0", "3e-5"]),
      (-3e-7...3e-7, 3, ["-3e-7", "0", "3e-7"]),
      (2e-3...2.001e-3, 3, ["2.0000e-3", "2.0005e-3", "2.0010e-3"]),
    ] as [(ClosedRange<Double>, Int, [String])])
  func values(values: ClosedRange<Double>, target: Int, labels: [String]) {
    #expect(valueLabels(for: TickSearch.ticks(for: values, target: target)) == labels)
  }

  @Test(
    arguments: [
      ([0, 500, 1000, 1500], ["0", "500", "1,000", "1,500"]),
      ([0, 2000, 10_000], ["0", "2k", "10k"]),
      ([500_000, 1_000_000, 1_500_000], ["0.5M", "1M", "1.5M"]),
      ([12_250_000, 12_500_000], ["12.25M", "12.5M"]),
      ([123_400, 123_600], ["123,400", "123,600"]),
      ([123_450, 123_500], ["123,450", "123,500"]),
      ([999_999_998_000, 999_999_999_000], ["999,999,998,000", "999,999,999,000"]),
      ([0, 3_000_000_000, 1_000_000_000_000], ["0", "3,000,000,000", "1,000,000,000,000"]),
      ([1_999_990, 2_000_000], ["1,999,990", "2,000,000"]),
      ([1_234_567, 2_000_000], ["1,234,567", "2,000,000"]),
      ([-2000, 0, 41], ["-2,000", "0", "41"]),
      ([614_400], ["614,400"]),
      ([1_000_003], ["1,000,003"]),
      ([9_007_199_254_740_992], ["9,007,199,254,740,992"]),
      ([], []),
    ] as [([Int], [String])])
  func steps(steps: [Int], labels: [String]) {
    #expect(stepLabels(for: steps.map { DecimalNumber($0) }) == labels)
  }

  @Test(
    arguments: [
      ([(5, -1), (1, 0), (15, -1)], ["0.5", "1.0", "1.5"]),
      ([(2, 7), (4, 7)], ["20M", "40M"]),
      ([(25, -5), (5, -4)], ["0.00025", "0.00050"]),
      ([(1, 18), (2, 18)], ["1e18", "2e18"]),
      ([(1, 14), (1, 15)], ["0.1e15", "1.0e15"]),
      ([(10005, -1), (2, 3)], ["1,000.5", "2,000.0"]),
      ([(-50005, -1), (0, 0)], ["-5,000.5", "0"]), ([(-5, 3), (0, 0)], ["-5,000", "0"]),
    ] as [([(Int, Int)], [String])])
  func whatStepsConsume(numbers: [(Int, Int)], labels: [String]) {
    #expect(stepLabels(for: numbers.map { DecimalNumber($0, exponent: $1) }) == labels)
  }

  @Test(
    arguments: [
      ([-5, -4, -3], ["1e-5", "1e-4", "1e-3"]),
      ([-3, -2, -1, 0, 1], ["0.001", "0.01", "0.1", "1", "10"]),
      ([-8, -4, 0, 4], ["1e-8", "1e-4", "1", "1e4"]),
    ])
  func decades(exponents: [Int], labels: [String]) {
    #expect(logarithmicLabels(for: exponents.map { DecimalNumber(1, exponent: $0) }) == labels)
  }

  @Test func decadesOfSteps() {
    let numbers = [0, 3, 4, 6, 9, 13, 15].map { DecimalNumber(1, exponent: $0) }
    #expect(
      logarithmicStepLabels(for: numbers) == ["1", "1k", "10k", "1M", "1B", "10T", "1e15"])
    let few = [0, 2, 3].map { DecimalNumber(1, exponent: $0) }
    #expect(logarithmicStepLabels(for: few) == ["1", "100", "1,000"])
  }

  @Test func noLabelShowsARoundingError() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<2000 {
      let upper =
        Double.random(in: 1..<10, using: &random)
        * powerOfTen(Int.random(in: -12...2, using: &random))
      let ticks = TickSearch.ticks(for: 0...upper, target: .random(in: 2...10, using: &random))
      let labels = valueLabels(for: ticks)
      #expect(labels.allSatisfy { $0.utf8.count <= 9 }, "0...\(upper): \(labels)")
      #expect(labels.map { Double($0) } == ticks.map(\.value))
      #expect(Set(labels).count == labels.count)
    }
  }
}
