import Testing

@testable import LRText

/// Room that is filled from the front.
@Suite struct TextSpaceTests {
  /// What is in room of a size after a formatter has used it; behind it nothing is touched.
  private func filled(
    _ capacity: Int, _ body: (inout TextSpace) -> Void
  ) -> [UInt8] {
    withUnsafeTemporaryAllocation(byteCount: capacity + 32, alignment: 1) { memory in
      memory.initializeMemory(as: UInt8.self, repeating: 0xAA)
      guard let start = memory.baseAddress else { return [] }
      var space = TextSpace(start)
      body(&space)
      #expect(memory[capacity...].allSatisfy { $0 == 0xAA })
      return Array(memory[..<space.count])
    }
  }

  private func text(_ capacity: Int, _ body: (inout TextSpace) -> Void) -> String {
    String(decoding: filled(capacity, body), as: UTF8.self)
  }

  @Test func itStartsEmpty() { #expect(filled(10) { _ in } == []) }

  @Test func bytesTextsAndNumbersFollowEachOther() {
    let row = text(100) { space in
      space.append(Array("étape ".utf8))
      space.append(StepText(12))
      space.append(UInt8(ascii: ","))
      append([1e-05], to: &space)
      space.append([])
      space.append(UInt8(ascii: "\n"))
    }
    #expect(row == "étape 12,1e-05\n")
  }

  @Test(arguments: [0, 7, 123_456_789, 1 << 53])
  func aStepIsItsDigits(step: Int) {
    #expect(text(NumberText.longest) { $0.append(StepText(step)) } == "\(step)")
  }

  @Test(arguments: [
    0, -0.0, 0.1, 1e16, 1e-5, 0.30000000000000004, .leastNonzeroMagnitude,
    -2.2250738585072014e-308, -.greatestFiniteMagnitude,
  ])
  func aRateReadsBack(value: Double) {
    let text = text(NumberText.longest) { append([value], to: &$0) }
    #expect(Double(text)?.bitPattern == value.bitPattern)
  }

  @Test func theLongestNumbersFillAllOfIt() {
    let value = -2.2250738585072014e-308
    let bytes = filled(3 * NumberText.longest) { append([value, value, value], to: &$0) }
    #expect(bytes.count == 3 * NumberText.longest)
    #expect(bytes == Array("\(value)\(value)\(value)".utf8))
  }

  private func append(_ values: [Double], to space: inout TextSpace) {
    withUnsafeTemporaryAllocation(
      byteCount: NumberTexts.byteCount(for: values.count), alignment: NumberTexts.alignment
    ) { memory in
      values.withUnsafeBufferPointer { values in
        let texts = NumberTexts(values, in: memory)
        for index in values.indices { space.append(texts, at: index) }
      }
    }
  }

  @Test(arguments: [0, 1, 3, 7])
  func bytesOfADoubleStandAnywhere(offset: Int) {
    let bytes = filled(offset + 16) { space in
      space.append(Array(repeating: 0x20, count: offset))
      space.append(littleEndian: Double(bitPattern: 0x0102_0304_0506_0708))
      space.append(littleEndian: 1)
    }
    #expect(
      bytes == Array(repeating: 0x20, count: offset)
        + [8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
  }
}
