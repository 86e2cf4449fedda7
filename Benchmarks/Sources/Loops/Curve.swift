import LRSchedule
import PlainLoops

/// A piece of a schedule, in the program and as a plain loop in C.
struct Curve {
  let name: String
  private let column: Column
  private let steps: StrideTo<Int>
  private let plain: (Int, Int, UnsafeMutablePointer<Double>) -> Void

  /// Steps that are evaluated at once: their values are in a first-level cache.
  static let block = 2048

  /// A run takes some blocks of a long piece, evenly.
  private static let mostBlocks = 512

  /// Takes the first rate of a schedule on some steps.
  init(
    _ name: String, _ schedule: Schedule, on steps: Range<Int>,
    plain: @escaping (Int, Int, UnsafeMutablePointer<Double>) -> Void
  ) {
    self.name = name
    column = schedule.columns[0]
    self.plain = plain
    let apart = max(1, steps.count / Self.block / Self.mostBlocks)
    self.steps = stride(
      from: steps.lowerBound, to: steps.upperBound - Self.block + 1, by: apart * Self.block)
  }
}

extension Curve {
  /// Both ways of the piece.
  var loop: Loop {
    let ours = UnsafeMutableBufferPointer<Double>.allocate(capacity: Self.block)
    let theirs = UnsafeMutablePointer<Double>.allocate(capacity: Self.block)
    let count = steps.reduce(0) { count, _ in count + Self.block }
    return Loop(
      name: name,
      ours: Loop.Way(name: "lrsched", count: count) {
        for step in steps { column.fill(from: step, into: ours) }
        return ours[0]
      },
      peer: Loop.Way(name: "C", count: count) {
        for step in steps { plain(step, Self.block, theirs) }
        return theirs[0]
      })
  }

  /// The steps at which the two ways have other bits, of all that a run takes.
  var differences: [Int] {
    var ours = [Double](repeating: 0, count: Self.block)
    var theirs = ours
    return steps.flatMap { step in
      _ = ours.withUnsafeMutableBufferPointer { column.fill(from: step, into: $0) }
      theirs.withUnsafeMutableBufferPointer { buffer in
        if let start = buffer.baseAddress { plain(step, Self.block, start) }
      }
      return (0..<Self.block).filter { ours[$0].bitPattern != theirs[$0].bitPattern }
        .map { step + $0 }
    }
  }
}

extension Curve {
  static let base = 0.001
  private static let warmupSteps = 1000

  /// A piece of every formula.
  static func all() throws -> [Curve] {
    try [cosine(), swing(), logarithm(), line(), cycle(), decay(), growth()] + recurrences()
  }

  private static func cosine() throws -> Curve {
    let total = 10_000_000
    let length = Double(total - warmupSteps)
    return Curve(
      "cosine", try schedule(WarmupCosineLR(totalNumSteps: .int(total))),
      on: warmupSteps + 1..<total
    ) { plain_cosine(base, 0.0001, Double(warmupSteps), length, $0, $1, $2) }
  }

  /// 50 cycles in 10^5 steps: a release in which the rate rises again after the total.
  private static func swing() throws -> Curve {
    let half = 1000
    return Curve(
      "50 cycles",
      try schedule(
        WarmupCosineLR(totalNumSteps: .int(warmupSteps + half)), release: Release(0, 19, 2)),
      on: warmupSteps + 1..<warmupSteps + 100 * half
    ) { plain_swing(base, 0.0001, Double(warmupSteps), Double(half), $0, $1, $2) }
  }

  private static func logarithm() throws -> Curve {
    let length = 10_000_000
    var warmup = WarmupLR()
    warmup.warmupNumSteps = .int(length)
    // The plain loop gets the factor that the library's logarithm gives.
    let schedule = try schedule(warmup)
    let inverse = 1 / libraryLogarithm(Double(length))
    return Curve("log warm-up", schedule, on: 10_000..<length) {
      plain_logarithm(0, base, inverse, $0, $1, $2)
    }
  }

  private static func line() throws -> Curve {
    let length = 10_000_000
    var warmup = WarmupLR()
    warmup.warmupNumSteps = .int(length)
    warmup.warmupType = "linear"
    return Curve("linear warm-up", try schedule(warmup), on: 1..<length) {
      plain_line(0, base, Double(length), $0, $1, $2)
    }
  }

  private static func cycle() throws -> Curve {
    let half = 5_000_000
    var cycle = OneCycle(cycleMinLR: 0.0001, cycleMaxLR: 0.001)
    cycle.cycleFirstStepSize = .int(half)
    return Curve("onecycle", try schedule(cycle), on: 1..<2 * half) {
      plain_cycle(0.0001, 0.001 - 0.0001, Double(2 * half), 0.5, $0, $1, $2)
    }
  }

  private static func decay() throws -> Curve {
    let total = 10_000_000
    return Curve(
      "linear decay", try schedule(WarmupDecayLR(totalNumSteps: .int(total))),
      on: warmupSteps + 1..<total
    ) { plain_decay(0, base, Double(total), Double(total - warmupSteps), $0, $1, $2) }
  }

  private static func growth() throws -> Curve {
    Curve("range test", try schedule(LRRangeTest()), on: 1..<10_000_000) {
      plain_growth(0.001, 1, 2000, $0, $1, $2)
    }
  }

  static func schedule(
    _ scheduler: some Scheduler, release: Release? = nil
  ) throws -> Schedule {
    try Schedule(scheduler, optimizer: Optimizer(baseLRs: [base]), release: release)
  }

  private static func libraryLogarithm(_ x: Double) -> Double {
    var result = 0.0
    plain_logarithm(0, 1, 1, Int(x), 1, &result)
    return result
  }
}

/// The names of loops whose two ways do not give the same bits.
public func differingLoops() throws -> [String] {
  try Curve.all().filter { !$0.differences.isEmpty }.map(\.name)
}
