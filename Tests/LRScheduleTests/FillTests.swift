import TestSupport
import Testing

@testable import LRSchedule

/// Blocks, which are computed sixteen steps at a time, against single steps, which are not.
@Suite struct FillTests {
  @Test(arguments: Plan.all)
  func everyLengthNextToEveryBreakpoint(plan: Plan) throws {
    for column in try plan.plain.schedule().columns {
      let starts = pieces(of: column).flatMap { [-1, 0, 1].map($0.steps.lowerBound.advanced) }
      try expectSingleSteps(of: column, from: starts)
    }
  }

  @Test(arguments: Plan.all)
  func everyLengthFromRandomSteps(plan: Plan) throws {
    var generator = SplitMix64(seed: 21)
    for column in try plan.plain.schedule().columns {
      let starts = stride(from: 3, through: 53, by: 5).map { bits in
        Int.random(in: 0..<(1 << bits), using: &generator)
      }
      try expectSingleSteps(of: column, from: starts)
    }
  }

  @Test(arguments: Plan.all)
  func blocksOfChangingSizeAreOneBlock(plan: Plan) throws {
    for column in try plan.plain.schedule().columns {
      for start in [0, 1, 137, max(0, column.steps.upperBound - 1500)] {
        let whole = column.block(from: start, count: 2000)
        var cursor = column.cursor(at: start)
        var parts: [Double] = []
        var sizes = [1, 64, 3, 0, 7, 500, 2, 31, 4].makeIterator()
        while parts.count < whole.count {
          let size = min(sizes.next() ?? 250, 2000 - parts.count)
          let before = cursor.step
          let part = next(size, of: &cursor)
          #expect(cursor.step == before + part.count)
          parts += part
        }
        #expect(parts.map(\.bitPattern) == whole.map(\.bitPattern), "\(column.name) from \(start)")
      }
    }
  }

  @Test(arguments: Plan.all)
  func atTheEndFewerAreWritten(plan: Plan) throws {
    for column in try plan.plain.schedule().columns {
      let end = column.steps.upperBound
      for left in 0...min(9, end) {
        #expect(fill(64, of: column, from: end - left).count == left)
        var cursor = column.cursor(at: end - left)
        #expect(next(64, of: &cursor).count == left)
        #expect(cursor.step == end)
        #expect(next(64, of: &cursor).isEmpty)
      }
    }
  }

  @Test(arguments: Plan.all)
  func outsideNothingIsWritten(plan: Plan) throws {
    for column in try plan.plain.schedule().columns {
      let end = column.steps.upperBound
      for step in [Int.min, -1, end, end + 1, Int.max] {
        #expect(fill(64, of: column, from: step).isEmpty)
      }
      for step in [end, end + 1, Int.max] {
        var cursor = column.cursor(at: step)
        #expect(next(64, of: &cursor).isEmpty)
      }
    }
  }

  @Test func anEmptyBufferTakesNothing() throws {
    let column = try PlainOneCycle().schedule().columns[0]
    #expect(column.fill(from: 0, into: .init(start: nil, count: 0)) == 0)
    var cursor = column.cursor(at: 5)
    #expect(cursor.next(into: .init(start: nil, count: 0)) == 0)
    #expect(cursor.step == 5)
  }
}

/// Expects `fill` to write the bits of `value(at:)` for every length from 0 to 64, and for some that are
/// next to the sizes of larger blocks.
private func expectSingleSteps(of column: Column, from starts: [Int]) throws {
  for start in Set(starts) where column.steps.contains(start) {
    let lengths = Array(0...64) + [127, 128, 129, 255, 257, 511, 513, 1000, 1025]
    let single = (0..<1025).prefix { column.steps.contains(start + $0) }.compactMap {
      column.value(at: start + $0)?.bitPattern
    }
    let wrong = lengths.filter { length in
      fill(length, of: column, from: start).map(\.bitPattern) != Array(single.prefix(length))
    }
    #expect(wrong.isEmpty, "\(column.name) from step \(start): these lengths are wrong")
  }
}

/// What `fill` writes; nan all over where it writes more than it says or than it may.
private func fill(_ length: Int, of column: Column, from step: Int) -> [Double] {
  written(length) { column.fill(from: step, into: $0) }
}

private func next(_ length: Int, of cursor: inout any Cursor) -> [Double] {
  written(length) { cursor.next(into: $0) }
}

private func written(
  _ length: Int, by write: (UnsafeMutableBufferPointer<Double>) -> Int
) -> [Double] {
  let untouched = -0x1.23456789p300
  return withUnsafeTemporaryAllocation(of: Double.self, capacity: length + 8) { memory in
    memory.initialize(repeating: untouched)
    let count = write(.init(rebasing: memory[4..<(4 + length)]))
    let isIntact =
      count <= length
      && memory.indices.allSatisfy { 4..<(4 + count) ~= $0 || memory[$0] == untouched }
    return isIntact ? Array(memory[4..<(4 + count)]) : Array(repeating: .nan, count: length + 1)
  }
}
