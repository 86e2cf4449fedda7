import LRSchedule
import Loops

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times loops on request, so that whoever asks can alternate them with others.
///
/// Each line of standard input is a request, answered by one line: the seconds a value of
/// `ours NAME` or `peer NAME`, or the seconds of all values of `fill STEPS`.
@main enum LoopTimes {
  static func main() throws {
    let differing = try differingLoops()
    guard differing.isEmpty else {
      throw Trouble(text: "two ways give different values: \(differing.joined(separator: ", "))")
    }
    let loops = try Loop.all()
    while let line = readLine() {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { throw Trouble(text: "not understood: \(line)") }
      try print(answer(words[0], words[1], of: loops))
      fflush(nil)
    }
  }

  private static func answer(
    _ request: String, _ name: String, of loops: [Loop]
  ) throws -> Double {
    if request == "fill", let steps = Int(name) { return try fill(steps) }
    guard let loop = loops.first(where: { $0.name == name }), ["ours", "peer"].contains(request)
    else { throw Trouble(text: "not understood: \(request) \(name)") }
    return time(request == "ours" ? loop.ours : loop.peer)
  }

  /// Seconds a value: runs for at least 10 ms.
  private static func time(_ way: Loop.Way) -> Double {
    var runs = 0
    var sum = 0.0
    let clock = ContinuousClock()
    let begin = clock.now
    var elapsed = Duration.zero
    repeat {
      sum += way.run()
      runs += 1
      elapsed = clock.now - begin
    } while elapsed < .milliseconds(10)
    precondition(sum > 0, "the values are used")
    return elapsed / .seconds(1) / Double(runs * way.count)
  }

  /// Evaluates all steps of a cosine schedule, block by block, on one thread.
  private static func fill(_ steps: Int) throws -> Double {
    let schedule = try Schedule(
      WarmupCosineLR(totalNumSteps: .int(steps)), optimizer: Optimizer(baseLRs: [0.001]))
    let block = UnsafeMutableBufferPointer<Double>.allocate(capacity: 2048)
    defer { block.deallocate() }
    let elapsed = ContinuousClock().measure {
      var cursor = schedule.columns[0].cursor(at: 0)
      while cursor.step < steps { _ = cursor.next(into: block) }
    }
    return elapsed / .seconds(1)
  }
}

/// Why no time is given.
private struct Trouble: Error {
  let text: String
}
