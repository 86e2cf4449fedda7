import TestSupport
import Testing

@testable import LRSchedule

#if canImport(Glibc)
  import Glibc

  /// The logarithm and the cosine against the C library's, on arguments of our own choosing.
  ///
  /// The C library has these bits where the processor has FMA; elsewhere the tests are skipped.
  @Suite(.enabled(if: processorHasFMA, "the C library has other bits without FMA"))
  struct LibraryFunctionTests {
    @Test func logarithmOfSteps() {
      var generator = SplitMix64(seed: 1)
      let steps =
        (1...400_000).map(Double.init)
        + (0...53).flatMap { power in (-3...3).map { Double((1 << power) + $0) } }
        + (0..<400_000).map { _ in
          Double(generator.next() >> UInt64.random(in: 11...60, using: &generator))
        }
      expectSameBits(steps.filter { $0 >= 1 }, logarithm, Glibc.log)
    }

    @Test func logarithmOfAnyNumber() {
      var generator = SplitMix64(seed: 2)
      let nearOne = (0..<100_000).map { _ in Double.random(in: 0.9...1.1, using: &generator) }
      let normal = (0..<200_000).map { _ in
        Double(bitPattern: UInt64.random(in: (1 << 52)..<(0x7ff << 52), using: &generator))
      }
      // The borders of the table's rows and of the branch near 1.
      let borders = (0...128).flatMap { row in
        (-2...2).map { Double(bitPattern: UInt64(0x3fe6_0000_0000_0000 + row << 45 + $0)) }
      }
      let branch = [0.9375, 0x1.109p0].flatMap { [$0.nextDown, $0, $0.nextUp] }
      expectSameBits(nearOne + normal + borders + branch, logarithm, Glibc.log)
    }

    @Test func cosineOfPhases() {
      let phases = [1, 2, 3, 7, 97, 1000, 9000, 104_729].flatMap { length in
        (0...min(length * 2, 40_000)).map { Double.pi * (Double($0) / Double(length)) }
      }
      expectSameBits(phases, cosine, Glibc.cos)
    }

    @Test func cosineOfAnyNumber() {
      var generator = SplitMix64(seed: 3)
      let usual = (0..<300_000).map { _ in Double.random(in: -100...100, using: &generator) }
      let normal = (0..<200_000).map { _ in
        Double(bitPattern: UInt64.random(in: 0..<(0x7ff << 52), using: &generator))
      }
      let large = (0..<200_000).map { _ in Double.random(in: 1e7...1e11, using: &generator) }
      expectSameBits(usual + normal + large, cosine, Glibc.cos)
    }

    /// Branches, table rows, the quadrants' borders, and doubles next to multiples of pi/2.
    @Test func cosineAtBorders() {
      let branches = [0x1.b6p-1, 0x1.368fdp+1, 0x1.020c49ba5e354p-3, 105_414_336]
      let rows = (0...330).map { (Double($0) + 0.5) / 128 }
      let quadrants = (1...20_000).map { Double($0) * (Double.pi / 4) }
      let huge = (27...1023).map { Double(sign: .plus, exponent: $0, significand: 1.7) }
      let near = (branches + rows + quadrants + huge).flatMap { value in
        (-3...3).map { Double(bitPattern: value.bitPattern &+ UInt64(bitPattern: Int64($0))) }
      }
      expectSameBits(near + near.map { -$0 }, cosine, Glibc.cos)
    }
  }

  private func expectSameBits(
    _ arguments: [Double], _ ours: (SIMD4<Double>) -> SIMD4<Double>, _ theirs: (Double) -> Double
  ) {
    var different: [Double] = []
    var index = 0
    while index < arguments.count {
      let lanes = (0..<4).map { arguments[min(index + $0, arguments.count - 1)] }
      let result = ours(SIMD4(lanes))
      for lane in 0..<4 where result[lane].bitPattern != theirs(lanes[lane]).bitPattern {
        different.append(lanes[lane])
      }
      index += 4
    }
    #expect(different.isEmpty, "\(different.count) of \(arguments.count) differ")
  }

  private func logarithm(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let lanes = x.logarithm()
    // One lane has the same bits as four.
    for lane in 0..<4 where lanes[lane].bitPattern != x[lane].logarithm().bitPattern {
      return SIMD4(repeating: .nan)
    }
    return lanes
  }

  private func cosine(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let lanes = x.cosine()
    for lane in 0..<4 where lanes[lane].bitPattern != x[lane].cosine().bitPattern {
      return SIMD4(repeating: .nan)
    }
    return lanes
  }
#endif
