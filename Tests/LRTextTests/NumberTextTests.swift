import TestSupport
import Testing

@testable import LRText

@Suite struct NumberTextTests {
  private func text(_ write: (UnsafeMutableRawBufferPointer) -> Int) -> String {
    withUnsafeTemporaryAllocation(byteCount: NumberText.longest, alignment: 1) { space in
      let count = write(space)
      return String(decoding: space[..<count], as: UTF8.self)
    }
  }

  private func text(_ step: Int) -> String { text { NumberText.write(step, to: $0) } }

  private func text(_ value: Double) -> String { text { NumberText.write(value, to: $0) } }

  @Test func aStepIsItsDigits() {
    var powers = [0, 1, -1, .max, .min]
    for exponent in 1...18 {
      let power = (0..<exponent).reduce(1) { power, _ in power * 10 }
      powers += [power - 1, power, power + 1, -power]
    }
    for step in powers { #expect(text(step) == String(step)) }
  }

  /// The right side is what Python's `repr` says.
  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (1.0, "1.0"), (0.1, "0.1"), (0.001, "0.001"),
    (0.0001, "0.0001"), (0.00001, "1e-05"), (1.5e-7, "1.5e-07"), (1e15, "1000000000000000.0"),
    (1e16, "1e+16"), (123456789.125, "123456789.125"), (1.0 / 3.0, "0.3333333333333333"),
    (0.1 + 0.2, "0.30000000000000004"), (.leastNonzeroMagnitude, "5e-324"),
    (2.2250738585072014e-308, "2.2250738585072014e-308"),
    (-1.7976931348623157e308, "-1.7976931348623157e+308"),
  ])
  func aRateIsWrittenAsPythonWritesIt(value: Double, expected: String) {
    #expect(text(value) == expected)
  }

  @Test func randomDoublesReadBackFromTheShortestText() {
    var random = SplitMix64(seed: 2024)
    var wrong: [Double] = []
    for _ in 0..<100_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let text = text(value)
      if text != value.description || Double(text)?.bitPattern != value.bitPattern {
        wrong.append(value)
      }
    }
    #expect(wrong.isEmpty)
  }
}
