import Dispatch

/// Work in pieces whose results are put together.
public enum ParallelWork {
  /// Adds up pieces of work on several threads.
  ///
  /// Each thread takes every so-manieth piece and adds it to a result of its own; what they have is put
  /// together in the order of the threads.
  ///
  /// - Parameters:
  ///   - count: The number of pieces.
  ///   - threads: The most that work at the same time, at least 1.
  ///   - empty: The result of no work.
  ///   - add: Adds a piece, by its index, to a result.
  ///   - join: Adds a result to another.
  /// - Returns: The result of all pieces.
  public static func sum<Result: Sendable>(
    pieces count: Int, threads: Int, empty: Result,
    _ add: @Sendable (Int, inout Result) -> Void, join: (inout Result, Result) -> Void
  ) -> Result {
    let width = max(1, min(threads, count))
    let results = Results(Array(repeating: empty, count: width))
    ConcurrentWork.perform(width) { thread in
      var result = empty
      for piece in stride(from: thread, to: count, by: width) { add(piece, &result) }
      results.set(result, at: thread)
    }
    return results.all.reduce(into: empty, join)
  }
}

/// One result a thread.
private final class Results<Result: Sendable>: @unchecked Sendable {
  // Races: set under the lock, and read when all threads are done.
  private(set) var all: [Result]
  private let lock = DispatchSemaphore(value: 1)

  init(_ empty: [Result]) { all = empty }

  func set(_ result: Result, at thread: Int) {
    lock.wait()
    all[thread] = result
    lock.signal()
  }
}
