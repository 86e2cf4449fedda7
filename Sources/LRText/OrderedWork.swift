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
  /// While one round of pieces is made, a piece a thread, the round before is written: the bytes are
  /// the same for any number of threads, and memory does not grow with the number of pieces.
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
    let width = max(1, min(threads, count, mostBytes / (2 * capacity)))
    let rounds = [Round(width: width, capacity: capacity), Round(width: width, capacity: capacity)]
    for first in stride(from: 0, to: count, by: width) {
      let round = first / width
      let now = rounds[round % 2]
      let before = rounds[(round + 1) % 2]
      now.pieceCount = min(width, count - first)
      // The writer and the result are touched by one iteration only.
      nonisolated(unsafe) let writer = writer
      nonisolated(unsafe) var failure: (any Error)?
      DispatchQueue.concurrentPerform(iterations: now.pieceCount + 1) { index in
        if index > 0 {
          now.make(index - 1) { make(first + index - 1, $0) }
        } else {
          do { try before.write(to: writer) } catch { failure = error }
        }
      }
      if let failure { throw failure }
      before.pieceCount = 0
    }
    for round in rounds { try round.write(to: writer) }
  }
}

/// The pieces that are made at the same time, each in memory of its own.
private final class Round: @unchecked Sendable {
  /// How many pieces are made and not written.
  var pieceCount = 0
  private let spaces: [UnsafeMutableRawBufferPointer]
  /// The bytes of each piece; each is set by the thread that makes it.
  private let lengths: UnsafeMutableBufferPointer<Int>

  init(width: Int, capacity: Int) {
    spaces = (0..<width).map { _ in
      .allocate(byteCount: capacity, alignment: MemoryLayout<UInt64>.alignment)
    }
    lengths = .allocate(capacity: width)
    lengths.initialize(repeating: 0)
  }

  deinit {
    for space in spaces { space.deallocate() }
    lengths.deallocate()
  }

  func make(_ piece: Int, _ make: (UnsafeMutableRawBufferPointer) -> Int) {
    lengths[piece] = make(spaces[piece])
  }

  func write(to writer: CheckedWriter) throws {
    for piece in 0..<pieceCount {
      try writer.append(UnsafeRawBufferPointer(rebasing: spaces[piece][..<lengths[piece]]))
    }
  }
}
