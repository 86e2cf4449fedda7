/// Lets only so many of something go on at once: all tests begin together, and Foundation's `Process` fails where
/// hundreds of them have their files open.
actor Turns {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  /// Does something when its turn comes.
  func take<Result: Sendable>(
    _ body: @Sendable () async throws -> Result
  ) async rethrows -> Result {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
    defer { pass() }
    return try await body()
  }

  private func pass() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
