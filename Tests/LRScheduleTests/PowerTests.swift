import TestSupport
import Testing

@testable import LRSchedule

#if canImport(Glibc)
  import Glibc

  /// The power against the C library's, on arguments of our own choosing.
  @Suite(.enabled(if: processorHasFMA, "the C library has other bits without FMA"))
  struct PowerTests {
    private typealias Function = @convention(c) (Double, Double) -> Double

    /// A base and an exponent.
    private typealias Pair = SIMD2<Double>

    @Test(arguments: ofSchedules + ofAnyNumbers + special)
    func power(pairs: Population<SIMD2<Double>>) throws {
      let library = unsafeBitCast(try addressInCLibrary(of: "pow"), to: Function.self)
      expectSameBits(
        of: "pow", pairs,
        fourLanes: { SIMD4($0.map(\.x)).power(SIMD4($0.map(\.y))) },
        oneLane: { $0.x.power($0.y) },
        library: { library($0.x, $0.y) })
    }

    /// What schedules ask for: a decay to the power of a step or a count, a rest of the way to a power.
    private static let ofSchedules: [Population<Pair>] = [
      Population("decays to every count", tests: 240_000, verify: 24_000_000) { index, _ in
        Pair(gammas[index % gammas.count], Double(index / gammas.count))
      },
      Population("any decay to any count", tests: 100_000, verify: 20_000_000) { _, random in
        let gamma = 1 - 0.5 / Double.random(in: 1...1e6, using: &random)
        return Pair(gamma, Double(Int.random(in: 0...1_000_000, using: &random)))
      },
      Population("rests of the way", tests: 180_000, verify: 18_000_000) { index, _ in
        let length = Verification.isThorough ? 2_000_000.0 : 20_000
        return Pair(1 - Double(index / powers.count) / length, powers[index % powers.count])
      },
      Population("all whole numbers to 10^7", tests: 100_000, verify: 10_000_000) { index, _ in
        Pair(Double(index + 1), powers[index % powers.count])
      },
    ]

    private static let ofAnyNumbers: [Population<Pair>] = [
      Population("numbers below 4", tests: 300_000, verify: 10_000_000) { _, random in
        Pair(Double.random(in: 0..<4, using: &random), Double.random(in: -40...40, using: &random))
      },
      // Results over the whole range of doubles, and beyond both ends.
      Population("numbers below 10^9", tests: 200_000, verify: 12_000_000) { _, random in
        Pair(
          Double.random(in: 1e-9...1e9, using: &random), Double.random(in: -60...60, using: &random)
        )
      },
      Population("any bits", tests: 200_000, verify: 10_000_000) { _, random in
        Pair(Double(bitPattern: random.next()), Double(bitPattern: random.next()))
      },
    ]

    /// Rows' borders, numbers near 1, and exponents where the result overflows, becomes subnormal or
    /// vanishes; and what is no usual number.
    private static let special: [Population<Pair>] = [
      Population("the table's borders in every binade", tests: 5 * 2045 * 128) { index, _ in
        let row = UInt64(index / 5 + 128) << 45 + 0x9555_0000_0000 + UInt64(index % 5) - 2
        let base = Double(bitPattern: row)
        let end = ends[index % ends.count]
        return Pair(base, index.isMultiple(of: 2) ? end : end / Glibc.log(base))
      },
      Population("near 1 and at the ends", tests: 2 * bases.count * ends.count) { index, _ in
        let base = bases[index / 2 % bases.count]
        let end = ends[index / 2 / bases.count % ends.count]
        return Pair(base, index.isMultiple(of: 2) ? end : end / Glibc.log(base))
      },
      Population("special numbers", tests: specials.count * specials.count) { index, _ in
        Pair(specials[index % specials.count], specials[index / specials.count % specials.count])
      },
    ]

    private static let gammas = [
      0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999, 1.0001, 2, 3, 0.3,
    ]
    private static let powers = [0.5, 0.9, 1, 1.5, 2, 3, 10, -1, -0.5]
    private static let bases = [
      1.nextDown, 1.nextUp, 0.5, 2, 10, .leastNormalMagnitude, 0x1p-1074, 0x1p-1030,
    ]
    private static let ends = [
      -745.2, -745.13321910194122, -708.4, -354.9, 354.9, 709.78, 709.79, 1e-20, -3,
    ]
    private static let specials: [Double] = [
      0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, .infinity, -.infinity, .nan, 0x1p-1074,
      0x1p-1030,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0x1p53, 0x1p53 - 1, 0x1p64, -0x1p-70,
    ]
  }
#endif
