import Testing

@testable import LRPlot

@Suite struct LinearScaleTests {
  @Test func endsAndMiddle() {
    let scale = LinearScale(domain: -1...3, start: 100, end: 20)
    #expect(scale.position(of: -1) == 100)
    #expect(scale.position(of: 3) == 20)
    #expect(scale.position(of: 1) == 60)
  }

  @Test func theWidestAndTheNarrowestDomain() {
    let widest = LinearScale(
      domain: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude, start: 0, end: 8)
    #expect(widest.position(of: 0) == 4)
    let narrowest = LinearScale(domain: 0...powerOfTen(-320), start: 0, end: 8)
    #expect(narrowest.position(of: powerOfTen(-320)) == 8)
    #expect(narrowest.position(of: 0) == 0)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func noPlaceForWhatIsNoNumber(value: Double) {
    #expect(LinearScale(domain: 0...1, start: 0, end: 1).position(of: value) == nil)
  }
}

@Suite struct ValueDomainTests {
  @Test(
    arguments: [
      ([0...0.001], 0...0.001),
      ([1e-4...1e-3], 0...1e-3),
      ([0.85...0.95], 0.85...0.95),
      ([1e-5...2e-5, 0.5...1], 0...1),
      ([-1e-3...(-1e-4)], -1e-3...0),
      ([-1...1], -1...1),
      ([4...4], 0...5),
      ([-4...(-4)], -5...0),
      ([0...0], 0...1),
      ([], 0...1),
      ([(-Double.infinity)...6, 2...3], 2...6),
    ] as [([ClosedRange<Double>], ClosedRange<Double>)])
  func domains(bounds: [ClosedRange<Double>], domain: ClosedRange<Double>) {
    #expect(valueDomain(showing: bounds) == domain)
  }

  @Test(arguments: [
    .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-300, 1, -1e308,
    .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude,
  ])
  func aConstantIsInsideOfItsDomain(value: Double) {
    let domain = valueDomain(showing: [value...value])
    #expect(domain.contains(value) && domain.contains(0))
    #expect(domain.lowerBound < domain.upperBound)
    #expect(domain.lowerBound.isFinite && domain.upperBound.isFinite)
  }
}
