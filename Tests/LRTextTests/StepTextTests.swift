import TestSupport
import Testing

@testable import LRText

/// The text of steps that count up.
@Suite struct StepTextTests {
  private func text(_ step: StepText) -> String {
    withUnsafeTemporaryAllocation(byteCount: NumberText.longest, alignment: 1) { memory in
      guard let start = memory.baseAddress else { return "" }
      var space = TextSpace(start)
      space.append(step)
      return String(decoding: memory[..<space.count], as: UTF8.self)
    }
  }

  /// Every number of digits begins and ends in some of the ranges.
  @Test(arguments: 0...15, [1, 2, 7, 10, 999])
  func itIsTheDigitsOfEveryStep(zeros: Int, every: Int) {
    let power = (0..<zeros).reduce(1) { power, _ in power * 10 }
    let first = max(0, power - 1234)
    var step = StepText(first, every: every)
    for row in 0..<3000 {
      guard text(step) == String(first + row * every) else {
        Issue.record("\(first + row * every) is written as \(text(step))")
        return
      }
      step.advance()
    }
  }

  @Test(arguments: [0, 9, 10, 99_999_999, 100_000_000, 1 << 53])
  func aStepIsItsDigits(step: Int) { #expect(text(StepText(step)) == String(step)) }

  @Test func eightDigitsAreThoseOfTheNumber() {
    var random = SplitMix64(seed: 3)
    let numbers = (0..<10_000).map { _ in UInt64.random(in: 0...99_999_999, using: &random) }
    for number in [0, 1, 9_999, 10_000, 10_001, 99_999_999] + numbers {
      let bytes = withUnsafeBytes(of: DecimalDigits.eight(number).littleEndian) { Array($0) }
      let expected = String(100_000_000 + number).utf8.dropFirst().map { $0 - UInt8(ascii: "0") }
      #expect(bytes == expected)
    }
  }
}
