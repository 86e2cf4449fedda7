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

@Suite struct LogarithmicScaleTests {
  @Test func decadesAreEqualDistances() {
    let scale = LogarithmicScale(domain: 1e-4...1, start: 100, end: 20)
    for (index, value) in [1e-4, 1e-3, 1e-2, 1e-1, 1].enumerated() {
      #expect(((scale.position(of: value) ?? 0) - (100 - 20 * Double(index))).magnitude < 1e-12)
    }
  }

  @Test(arguments: [0, -0.0, -1, -.leastNonzeroMagnitude, .nan, .infinity])
  func noPlaceForZeroAndBelow(value: Double) {
    #expect(LogarithmicScale(domain: 1...10, start: 0, end: 1).position(of: value) == nil)
  }

  /// log2(3), log2(10) and log2(0.001) to more digits than a double has.
  @Test(
    arguments: [
      (1, 0), (2, 1), (0.5, -1), (3, 1.584_962_500_721_156_181_5),
      (10, 3.321_928_094_887_362_347_9), (0.001, -9.965_784_284_662_087_043_6),
      (.leastNonzeroMagnitude, -1074), (1.414_213_562_373_095_1, 0.5),
    ] as [(Double, Double)])
  func logarithms(value: Double, logarithm: Double) {
    #expect((binaryLogarithm(value) - logarithm).magnitude <= 2e-15 * max(1, logarithm.magnitude))
  }

  @Test(
    arguments: [
      ([1e-5...1e-3], 1e-5...1e-3),
      ([1.05e-5...0.95e-3], 1e-5...1e-3),
      ([1.5e-5...1.2e-3], 1.5e-5...1.2e-3),
      ([1e-3...1e-3], 1e-4...1e-2),
      ([1e-6...1e-4, 1e-5...1e-3], 1e-6...1e-3),
      ([subnormals], subnormals),
      ([], 0.1...1),
    ] as [([ClosedRange<Double>], ClosedRange<Double>)])
  func domains(bounds: [ClosedRange<Double>], domain: ClosedRange<Double>) {
    let found = logarithmicDomain(showing: bounds)
    #expect((found.lowerBound / domain.lowerBound - 1).magnitude < 1e-12)
    #expect((found.upperBound / domain.upperBound - 1).magnitude < 1e-12)
  }

  @Test(
    arguments: [.leastNonzeroMagnitude, powerOfTen(-310), 1e-300, 1, .greatestFiniteMagnitude]
      as [Double])
  func anyConstantHasADomain(value: Double) {
    let domain = logarithmicDomain(showing: [value...value])
    #expect(domain.lowerBound > 0 && domain.upperBound.isFinite)
    #expect(domain.lowerBound < domain.upperBound)
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

/// 5e-322 to 1e-320, as their bits: as literals they are warned of.
private let subnormals = Double(bitPattern: 101)...Double(bitPattern: 2024)
