import TestSupport
import Testing

/// Arguments of a kind: as many as the tests look at, or as many more as `make verify` does.
struct Population<Argument: Sendable>: Sendable, CustomStringConvertible {
  /// What they are, in a few words.
  let description: String

  /// How many there are, a multiple of four.
  let count: Int

  private let argument: @Sendable (Int, inout SplitMix64) -> Argument

  /// Arguments by their index, or random ones; a population without a count for `make verify` is looked
  /// at as a whole by both.
  init(
    _ description: String, tests: Int, verify: Int? = nil,
    _ argument: @escaping @Sendable (Int, inout SplitMix64) -> Argument
  ) {
    let count = Verification.isThorough ? verify ?? tests : tests
    self.description = description
    self.count = (count + 3) / 4 * 4
    self.argument = argument
  }

  /// Gives the arguments to a closure, in blocks whose counts are multiples of four.
  func forEachBlock(_ body: ([Argument]) -> Void) {
    var random = SplitMix64(seed: 2024)
    for start in stride(from: 0, to: count, by: 4096) {
      body((start..<min(start + 4096, count)).map { argument($0, &random) })
    }
  }
}

/// Compares four lanes and one, which have the same bits, with the C library; what is no number is alike.
func expectSameBits<Argument>(
  of name: String, _ population: Population<Argument>,
  fourLanes: (ArraySlice<Argument>) -> SIMD4<Double>, oneLane: (Argument) -> Double,
  library: (Argument) -> Double
) {
  func isSame(_ a: Double, _ b: Double) -> Bool {
    a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
  }
  var different = 0
  var examples: [Argument] = []
  population.forEachBlock { block in
    for start in stride(from: 0, to: block.count, by: 4) {
      let four = block[start..<start + 4]
      let results = fourLanes(four)
      for (lane, argument) in four.enumerated() {
        let expected = library(argument)
        if isSame(results[lane], expected), isSame(oneLane(argument), expected) { continue }
        different += 1
        if examples.count < 5 { examples.append(argument) }
      }
    }
  }
  Verification.report(
    "\(name) of \(population)", against: "the C library", count: population.count,
    different: different)
  #expect(different == 0, "\(different) of \(population.count) differ, \(examples)")
}
