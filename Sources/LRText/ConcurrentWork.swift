import CThreads
import Dispatch

/// Work that several threads do at the same time.
enum ConcurrentWork {
  /// Calls a closure with each number below a count, on this thread and others, and waits for all.
  ///
  /// There are never more threads than the machine runs at once. Where the system starts no more of
  /// them (a limit of processes, say), those that run do everything: Dispatch would wait for one
  /// forever.
  ///
  /// - Parameters:
  ///   - count: The number of calls.
  ///   - body: Does a part of the work; may wait only for parts with lower numbers.
  static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let parts = Parts(count: count, body)
      let threads = start(min(count, OrderedWork.allThreads) - 1, on: parts)
      parts.perform()
      for thread in threads { lrsched_thread_join(thread) }
    }
  }

  /// Starts threads, as many as the system gives; the signals that end the program are left to this one.
  private static func start(_ count: Int, on parts: Parts) -> [lrsched_thread] {
    Interruption.held {
      var threads: [lrsched_thread] = []
      while threads.count < count {
        var thread = lrsched_thread()
        // Bounds: retained for the new thread, which releases it; without one it is released here.
        let context = Unmanaged.passRetained(parts)
        let error = lrsched_thread_start(
          &thread,
          { context in
            Unmanaged<Parts>.fromOpaque(context).takeRetainedValue().perform()
            return nil
          }, context.toOpaque())
        guard error == 0 else {
          context.release()
          break
        }
        threads.append(thread)
      }
      return threads
    }
  }
}

/// Hands out the numbers of a work.
private final class Parts: @unchecked Sendable {
  // Races: `next` alone changes, under the lock.
  private let count: Int
  private let body: @Sendable (Int) -> Void
  private let lock = DispatchSemaphore(value: 1)
  /// The next number to take.
  private var next = 0

  init(count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
  }

  /// Calls the closure until no number is left.
  func perform() {
    while let number = take() { body(number) }
  }

  private func take() -> Int? {
    lock.wait()
    defer { lock.signal() }
    guard next < count else { return nil }
    next += 1
    return next - 1
  }
}
