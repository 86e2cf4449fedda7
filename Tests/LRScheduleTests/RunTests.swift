import TestSupport
import Testing

@testable import LRSchedule

/// Long blocks, of which the logarithm and the cosine are computed in runs, against single steps.
@Suite struct RunTests {
  /// Runs of a block that is longer than most of them.
  private static let length = 3000

  @Test(arguments: Plan.all, [0, 1, 5000, 1_000_000_007])
  func aBlockIsItsSingleSteps(plan: Plan, start: Int) throws {
    for column in try plan.plain.schedule().columns {
      try expectSingleSteps(of: column, from: start)
    }
  }

  /// Runs of every length, from less than a step to longer than the block.
  @Test(arguments: [2, 3, 10, 57, 200, 1000, 5000, 100_000, 10_000_000, 1 << 40])
  func cosinesOfEveryPeriod(total: Int) throws {
    for release in [Release(0, 14, 5), Release(0, 19, 8)] {
      let schedule = try schedule(
        "WarmupCosineLR", ["total_num_steps": .int(total), "warmup_num_steps": 2],
        release: release)
      var generator = SplitMix64(seed: UInt64(total))
      for _ in 0..<20 {
        // After the total the newer one is constant.
        let end = schedule.release < Release(0, 19, 3) ? 20 * total : total
        let start = Int.random(in: 0..<max(10, end), using: &generator)
        try expectSingleSteps(of: schedule.columns[0], from: start)
      }
    }
  }

  /// A monotone argument that crosses 0: cases on both sides of it are no one run.
  @Test(arguments: [1, 10, 100, 700, 1500])
  func cosinesAroundZero(length: Int) {
    let formula = CosineThroughZero(middle: 1500, length: Double(length))
    let block = [Double](unsafeUninitializedCapacity: 3000) { buffer, count in
      formula.fill(from: 0, into: buffer)
      count = 3000
    }
    #expect(firstDifference(of: block, from: formula) == nil)
  }

  /// Arguments next to 1 lie between two others that are looked up.
  @Test(arguments: [3.0, 10, 40, 100, 400, -10, -100])
  func logarithmsAroundOne(length: Double) {
    let formula = LogarithmThroughOne(middle: 1500, length: length)
    let block = [Double](unsafeUninitializedCapacity: 3000) { buffer, count in
      formula.fill(from: 0, into: buffer)
      count = 3000
    }
    #expect(firstDifference(of: block, from: formula) == nil)
  }

  private func firstDifference(of block: [Double], from formula: some Formula) -> Int? {
    block.indices.first { index in
      let value = formula.value(at: Double(index))
      return block[index].bitPattern != value.bitPattern && !(block[index].isNaN && value.isNaN)
    }
  }

  /// The logarithm's cases begin at whole steps, from 256 on.
  @Test(arguments: 8..<53)
  func logarithmsNextToTheBorderOfARow(exponent: Int) throws {
    let column = try schedule("WarmupLR", ["warmup_num_steps": .int(1 << 53)]).columns[0]
    for row in [0, 1, 63, 64, 127] {
      let border = Double(
        bitPattern: (UInt64(exponent + 1023) << 52) + (UInt64(row) << 45) - 0x000a_0000_0000_0000)
      for distance in [-1500, -64, -1, 0, 1] {
        let start = Int(border) + distance
        if column.steps.contains(start) { try expectSingleSteps(of: column, from: start) }
      }
    }
  }

  /// Monotone arguments that cross a border of the cosine's cases, after runs of every length that matters.
  @Test(
    arguments: [
      0x1.020c49ba5e354p-3, 0x1.b6p-1, 0x1.368fdp+1, Double.pi / 4, Double.pi * 0.75,
      Double.pi * 1.25, 100, 1e6 * Double.pi, 105_414_336,
    ], [1, 15, 16, 17, 63, 64, 65, 200])
  func cosinesAcrossABorder(border: Double, before: Int) {
    let distances = [border.ulp, 1e-7, 1e-4, 0.01]
    for distance in distances where border + distance > border {
      let rising = (-before..<300).map { border + Double($0) * distance }
      for arguments in [rising, rising.reversed(), rising.map { -$0 }] {
        expectCosines(of: arguments)
      }
    }
  }

  /// The values may take the place of the arguments.
  private func expectCosines(of arguments: [Double]) {
    var values = arguments
    values.withUnsafeMutableBufferPointer {
      ElementaryFunction.cosine.fill($0, of: UnsafeBufferPointer($0))
    }
    let wrong = arguments.indices.first {
      values[$0].bitPattern != arguments[$0].cosine().bitPattern
    }
    #expect(wrong == nil, "from \(arguments[0])")
  }

  @Test func theCaseOfAnArgumentThatHasNone() {
    for x in [Double.nan, .infinity, -.infinity, 105_414_336, -1e300] {
      #expect(CosineCase(of: x) == nil)
    }
    for x in [Double.nan, .infinity, 0, -1, .leastNonzeroMagnitude, 0x1p1000] {
      #expect(LogarithmCase(of: x) == nil)
    }
  }

  private func expectSingleSteps(of column: Column, from start: Int) throws {
    let block = column.block(from: start, count: Self.length)
    #expect(block.count == min(Self.length, max(0, column.steps.upperBound - start)))
    let wrong = block.indices.first {
      block[$0].bitPattern != column.value(at: start + $0)?.bitPattern
    }
    #expect(wrong == nil, "\(column.name) from step \(start)")
  }
}

/// `cos((t - middle) / length)`.
private struct CosineThroughZero: Formula {
  let middle, length: Double

  var text: String { "cos((t - \(middle.text)) / \(length.text))" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    functions.cosine(of: (t - middle) / length)
  }
}

/// `log(1 + (t - middle) / (2 * middle) * length / 100)`, which crosses 1 and falls for a negative length.
private struct LogarithmThroughOne: Formula {
  let middle, length: Double

  var text: String { "log(..)" }

  @inline(__always) func value<L: Lanes>(at t: L, by functions: some ElementaryFunctions) -> L {
    functions.logarithm(of: 1 + (length / 100) * ((t - middle) / (2 * middle)))
  }
}
