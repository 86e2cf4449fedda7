import Testing

@testable import LRPlot

@Suite struct TickChoiceTests {
  private func choices(_ values: ClosedRange<Double>, target: Int = 6) -> [TickChoice] {
    Array(tickChoices(for: values, target: target, isLogarithmic: true))
  }

  @Test func digitsThenDecadesThenSomeDecades() {
    let found = choices(1e-5...1e-1).map { $0.labelled.map(\.value) }
    #expect(found[0].count == 4 * 9 + 1)
    #expect(
      found[1]
        == [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].map {
          DecimalNumber($0, exponent: -5).value
        })
    #expect(found[3] == [1e-5, 1e-4, 1e-3, 1e-2, 1e-1])
    #expect(found[4] == [1e-4, 1e-2])
    #expect(found.allSatisfy { $0.count >= 2 })
  }

  @Test func whatHasNoLabelIsMinor() throws {
    let decades = try #require(choices(1...100).first { $0.labelled.count == 3 })
    #expect(
      decades.minor.map(\.value).sorted() == [
        2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90,
      ])
    let second = try #require(
      choices(1...10_000).first { $0.labelled.map(\.value) == [1, 100, 10_000] })
    #expect(second.minor.map(\.value) == [10, 1000])
  }

  @Test func belowOneDecadeTicksAreThoseOfALinearAxis() {
    let found = choices(0.85...0.95, target: 4)
    #expect(found.first?.labelled.map(\.value) == [0.85, 0.9, 0.95])
    #expect(found.allSatisfy { $0.minor.isEmpty && !$0.isByDecade })
    #expect(choices(0.15...1.4).allSatisfy { $0.labelled.allSatisfy { $0.coefficient > 0 } })
  }

  @Test(
    arguments: [
      .leastNormalMagnitude...(.greatestFiniteMagnitude), 1e-300...1, 3...30, 9.9...101,
      2e-7...3e-5,
    ] as [ClosedRange<Double>])
  func ticksAreInsideAndAscend(values: ClosedRange<Double>) {
    let found = choices(values)
    #expect(!found.isEmpty)
    for choice in found {
      let ticks = choice.labelled.map(\.value)
      #expect(ticks == ticks.sorted() && ticks.count >= 2)
      #expect((ticks + choice.minor.map(\.value)).allSatisfy(values.contains))
    }
  }
}
