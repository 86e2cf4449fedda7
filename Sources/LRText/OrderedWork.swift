import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Output that is made in pieces on several threads and written in order.
public enum OrderedWork {
  /// The number of threads that the machine runs at once.
  public static var allThreads: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

  /// The most memory that pieces take: more threads than fit are not used.
  private static let mostBytes = 32 << 20

  /// Makes pieces of bytes and appends them to a writer in their order.
  ///
  /// A thread makes a piece, waits until those before it are written, writes it and takes the next
  /// one: the bytes are the same for any number of threads, and memory does not grow with the number
  /// of pieces.
  ///
  /// - Parameters:
  ///   - count: The number of pieces.
  ///   - threads: The most that are made at the same time, at least 1.
  ///   - capacity: The most bytes of a piece.
  ///   - writer: Where they go.
  ///   - make: Writes a piece, by its index, to the space it is given; returns its number of bytes.
  /// - Throws: `OutputError`, after which nothing more is made.
  public static func write(
    pieces count: Int, threads: Int, capacity: Int, to writer: CheckedWriter,
    _ make: @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int
  ) throws {
    let width = max(1, min(threads, count, mostBytes / capacity))
    if count > 1 { writer.expectMuch() }
    let order = Order(pieces: count, width: width, writer: writer)
    // Whoever waits, waits for pieces that a running thread has taken: any number of them may run.
    ConcurrentWork.perform(width) { _ in
      // Bounds: a piece has at most capacity bytes, written before the space is used again.
      let space = UnsafeMutableRawBufferPointer.allocate(
        byteCount: capacity, alignment: MemoryLayout<UInt64>.alignment)
      defer { space.deallocate() }
      while let piece = order.take() {
        let length = make(piece, space)
        order.write(UnsafeRawBufferPointer(rebasing: space[..<length]), as: piece)
      }
    }
    if let failure = order.failure { throw failure }
  }
}

/// Hands out pieces and writes them in their order.
private final class Order: @unchecked Sendable {
  // Races: `next` is used under the lock; who has the turn alone writes, and sets `failure` under the lock.
  /// Why nothing more is written.
  private(set) var failure: (any Error)?

  private let pieceCount: Int
  private let writer: CheckedWriter
  private let lock = DispatchSemaphore(value: 1)
  /// The next piece to take.
  private var next = 0
  /// The turn is given to a piece by a signal; as many as are taken at the same time have one each.
  private let turns: [DispatchSemaphore]

  init(pieces count: Int, width: Int, writer: CheckedWriter) {
    pieceCount = count
    self.writer = writer
    turns = (0..<width).map { _ in DispatchSemaphore(value: 0) }
    turns[0].signal()
  }

  /// Takes the next piece; nil if there is none, or nothing more is written.
  func take() -> Int? {
    lock.wait()
    defer { lock.signal() }
    guard failure == nil, next < pieceCount else { return nil }
    next += 1
    return next - 1
  }

  /// Writes a piece when those before it are written.
  func write(_ bytes: UnsafeRawBufferPointer, as piece: Int) {
    // Bounds: the thread that made the bytes waits here and keeps its space as long.
    turns[piece % turns.count].wait()
    defer { turns[(piece + 1) % turns.count].signal() }
    guard failure == nil else { return }
    do {
      try writer.append(bytes)
      writer.progress?.advance(to: piece + 1, of: pieceCount)
    } catch {
      lock.wait()
      failure = error
      lock.signal()
    }
  }
}
