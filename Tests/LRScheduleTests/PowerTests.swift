import TestSupport
import Testing

@testable import LRSchedule

#if canImport(Glibc)
  import Glibc

  /// The power against the C library's, on arguments of our own choosing.
  ///
  /// The library's function is called by its address: the optimiser rewrites a call by name, pow(x, 2) to
  /// x * x say, to other bits.
  @Suite(.enabled(if: processorHasFMA, "the C library has other bits without FMA"))
  struct PowerTests {
    private typealias Function = @convention(c) (Double, Double) -> Double
    private let library: Function

    init() throws {
      let address = try #require(dlsym(UnsafeMutableRawPointer(bitPattern: 0), "pow"))
      library = unsafeBitCast(address, to: Function.self)
    }

    /// What schedules ask for: a decay to the power of a step or a count, a rest of the way to a power.
    @Test func decaysAndPolynomials() {
      let gammas = [0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999, 1.0001, 2, 3, 0.3]
      let exponents = (0...20_000).map(Double.init)
      let decays = gammas.flatMap { gamma in exponents.map { (gamma, $0) } }
      let powers = [0.5, 0.9, 1, 1.5, 2, 3, 10, -1, -0.5]
      let rests = powers.flatMap { power in
        (0...20_000).map { (1 - Double($0) / 20_000, power) }
      }
      expectSameBits(decays + rests)
    }

    @Test func anyNumbers() {
      var random = SplitMix64(seed: 11)
      let anyBits = (0..<200_000).map { _ in
        (Double(bitPattern: random.next()), Double(bitPattern: random.next()))
      }
      let usual = (0..<300_000).map { _ in
        (Double.random(in: 0..<4, using: &random), Double.random(in: -40...40, using: &random))
      }
      // Results over the whole range of doubles, and beyond both ends.
      let wide = (0..<200_000).map { _ in
        (Double.random(in: 1e-9...1e9, using: &random), Double.random(in: -60...60, using: &random))
      }
      expectSameBits(anyBits + usual + wide)
    }

    /// Rows' borders, where results overflow, become subnormal and vanish, and numbers near 1.
    @Test func borders() {
      let rows = (0...128).flatMap { row in
        (-2...2).map { Double(bitPattern: UInt64(0x3fe6_9555_0000_0000 + row << 45 + $0)) }
      }
      let near =
        rows + [1.nextDown, 1.nextUp, 0.5, 2, 10, .leastNormalMagnitude, 0x1p-1074, 0x1p-1030]
      let ends = [-745.2, -745.13321910194122, -708.4, -354.9, 354.9, 709.78, 709.79, 1e-20, -3]
      expectSameBits(
        near.flatMap { base in
          ends.flatMap { end in [(base, end / Glibc.log(base)), (base, end)] }
        })
    }

    @Test func specialNumbers() {
      let numbers: [Double] = [
        0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, .infinity, -.infinity, .nan, 0x1p-1074,
        0x1p-1030,
        .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0x1p53, 0x1p53 - 1, 0x1p64, -0x1p-70,
      ]
      expectSameBits(numbers.flatMap { base in numbers.map { (base, $0) } })
    }

    /// Four lanes and one, which have the same bits, against the library; all that is no number is alike.
    private func expectSameBits(_ arguments: [(Double, Double)]) {
      func isSame(_ a: Double, _ b: Double) -> Bool {
        a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
      }
      var different: [(Double, Double)] = []
      for start in stride(from: 0, to: arguments.count, by: 4) {
        let lanes = (0..<4).map { arguments[min(start + $0, arguments.count - 1)] }
        let results = SIMD4(lanes.map(\.0)).power(SIMD4(lanes.map(\.1)))
        for (lane, (base, exponent)) in lanes.enumerated() {
          let expected = library(base, exponent)
          if !isSame(results[lane], expected) || !isSame(base.power(exponent), expected) {
            different.append((base, exponent))
          }
        }
      }
      #expect(different.isEmpty, "\(different.count) of \(arguments.count), \(different.prefix(5))")
    }
  }
#endif
