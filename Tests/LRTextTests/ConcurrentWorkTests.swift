import Foundation
import Testing

@testable import LRText

/// Parts of a work that are done at the same time.
@Suite struct ConcurrentWorkTests {
  @Test(arguments: [0, 1, 2, 3, 8, 1000])
  func eachPartIsDoneOnce(count: Int) {
    let done = Done()
    ConcurrentWork.perform(count) { done.note($0) }
    #expect(done.parts.sorted() == Array(0..<count))
  }

  /// Those that wait for a part wait for one that is being done, however few threads there are.
  @Test func aPartMayWaitForTheOneBefore() {
    let done = Done()
    ConcurrentWork.perform(100) { part in
      while done.parts.count < part { usleep(10) }
      done.note(part)
    }
    #expect(done.parts == Array(0..<100))
  }

  @Test func itMayBeDoneWithinAnother() {
    let done = Done()
    ConcurrentWork.perform(4) { outer in
      ConcurrentWork.perform(4) { done.note(outer * 4 + $0) }
    }
    #expect(done.parts.sorted() == Array(0..<16))
  }
}

/// Which parts were done, in order.
private final class Done: @unchecked Sendable {
  private let lock = NSLock()
  private var done: [Int] = []

  func note(_ part: Int) { lock.withLock { done.append(part) } }

  var parts: [Int] { lock.withLock { done } }
}
