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
    private typealias Function = @convention(c) (Double) -> Double

    @Test(arguments: positiveNumbers)
    func logarithm(numbers: Population<Double>) throws {
      let library = unsafeBitCast(try addressInCLibrary(of: "log"), to: Function.self)
      expectSameBits(
        of: "log", numbers, fourLanes: { SIMD4($0).logarithm() }, oneLane: { $0.logarithm() },
        library: { library($0) })
    }

    @Test(arguments: angles)
    func cosine(angles: Population<Double>) throws {
      let library = unsafeBitCast(try addressInCLibrary(of: "cos"), to: Function.self)
      expectSameBits(
        of: "cos", angles, fourLanes: { SIMD4($0).cosine() }, oneLane: { $0.cosine() },
        library: { library($0) })
    }

    private static let positiveNumbers: [Population<Double>] = [
      Population("all whole numbers to 10^7", tests: 400_000, verify: 10_000_000) { index, _ in
        Double(index + 1)
      },
      Population("whole numbers up to 2^53", tests: 400_000, verify: 30_000_000) { _, random in
        max(1, Double(random.next() >> UInt64.random(in: 11...60, using: &random)))
      },
      Population("powers of two and six neighbours each", tests: 7 * 2044) { index, _ in
        neighbour(index % 7 - 3, of: Double(bitPattern: UInt64(index / 7 + 2) << 52))
      },
      // Rows begin where all but the first seven bits of the mantissa are zeros.
      Population("the table's borders in every binade", tests: 5 * 2045 * 128) { index, _ in
        neighbour(index % 5 - 2, of: Double(bitPattern: UInt64(index / 5 + 2 * 128) << 45))
      },
      Population("the borders of the branch near 1", tests: 4_000) { index, _ in
        neighbour(index / 2 - 1_000, of: index.isMultiple(of: 2) ? 0.9375 : 0x1.109p0)
      },
      Population("numbers near 1", tests: 100_000, verify: 20_000_000) { _, random in
        Double.random(in: 0.9...1.1, using: &random)
      },
      Population("numbers of the whole range", tests: 200_000, verify: 40_000_000) { _, random in
        Double(bitPattern: UInt64.random(in: (1 << 52)..<(0x7ff << 52), using: &random))
      },
    ]

    private static let angles: [Population<Double>] = [
      Population("all whole numbers to 10^7", tests: 100_000, verify: 10_000_000) { index, _ in
        Double(index)
      },
      Population("all phases of a schedule", tests: 100_000, verify: 10_000_000) { index, _ in
        let length = Verification.isThorough ? 9_999_000.0 : 99_000
        return Double.pi * (Double(index) / length)
      },
      Population("phases of any schedule", tests: 300_000, verify: 30_000_000) { _, random in
        let length = Int.random(in: 1...1_000_000, using: &random)
        return Double.pi * (Double(Int.random(in: 0...2 * length, using: &random)) / Double(length))
      },
      Population("angles up to 100", tests: 300_000, verify: 20_000_000) { _, random in
        Double.random(in: -100...100, using: &random)
      },
      Population("angles of 10^7 to 10^11", tests: 200_000, verify: 10_000_000) { _, random in
        Double.random(in: 1e7...1e11, using: &random)
      },
      Population("angles of the whole range", tests: 200_000, verify: 20_000_000) { _, random in
        Double(bitPattern: UInt64.random(in: 0..<(0x7ff << 52), using: &random))
      },
      Population("beside multiples of pi/4", tests: 280_000, verify: 14_000_000) { index, _ in
        let angle = neighbour(index % 7 - 3, of: Double(index / 14 + 1) * (Double.pi / 4))
        return (index / 7).isMultiple(of: 2) ? angle : -angle
      },
      Population("beside branches and the table's rows", tests: 2_001 * borders.count) { index, _ in
        neighbour(index / borders.count - 1_000, of: borders[index % borders.count])
      },
      Population("beside numbers of every size", tests: 7 * 997) { index, _ in
        let size = Double(sign: .plus, exponent: index / 7 % 997 + 27, significand: 1.7)
        return neighbour(index % 7 - 3, of: size)
      },
    ]

    private static let borders =
      [0x1.b6p-1, 0x1.368fdp+1, 0x1.020c49ba5e354p-3, 105_414_336]
      + (0...330).map { (Double($0) + 0.5) / 128 }

    private static func neighbour(_ distance: Int, of value: Double) -> Double {
      Double(bitPattern: value.bitPattern &+ UInt64(bitPattern: Int64(distance)))
    }
  }
#endif
