import Benchmark
import Loops

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], maxDuration: .seconds(1), maxIterations: .count(1000))
  do {
    for loop in try Loop.all() {
      for way in [loop.ours, loop.peer] {
        Benchmark("\(loop.name), \(way.count) values: \(way.name)") { _ in blackHole(way.run()) }
      }
    }
  } catch {
    fatalError("\(error)")
  }
}
