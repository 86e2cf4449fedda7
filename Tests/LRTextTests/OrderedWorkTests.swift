import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import LRText

/// Pieces that are made at the same time and written one after the other.
@Suite struct OrderedWorkTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let capacity = 1000

  /// The bytes of a piece: some that tell it from its neighbours, of any count up to the capacity.
  private static func bytes(of piece: Int) -> [UInt8] {
    let count = [0, 1, 17, capacity][piece % 4]
    return (0..<count).map { UInt8(truncatingIfNeeded: piece &* 31 &+ $0) }
  }

  @Sendable private static func make(
    _ piece: Int, _ space: UnsafeMutableRawBufferPointer
  ) -> Int {
    let bytes = bytes(of: piece)
    space.copyBytes(from: bytes)
    return bytes.count
  }

  @Test(arguments: [0, 1, 2, 3, 7, 8, 9, 1000], [1, 2, 3, 8, 64])
  func theOrderIsThatOfThePieces(count: Int, threads: Int) throws {
    let written = try write(pieces: count, threads: threads, Self.make)
    #expect(written == (0..<count).flatMap(Self.bytes))
  }

  #if os(Linux)
    /// Where there is more than a piece, a pipe holds a MiB, or what it held if that is more.
    @Test(arguments: [(1, nil, 65_536), (2, nil, 1 << 20), (2, 4096, 1 << 20), (1, 4096, 4096)])
    func aPipeIsMadeWider(pieces: Int, before: Int?, after: Int) throws {
      let pipe = Pipe()
      let file = FileDescriptor(rawValue: pipe.fileHandleForWriting.fileDescriptor)
      if let before { _ = fcntl(file.rawValue, 1031, CInt(before)) }
      try OrderedWork.write(
        pieces: pieces, threads: 1, capacity: 10, to: CheckedWriter(to: file, named: "a pipe")
      ) { _, _ in 0 }
      #expect(fcntl(file.rawValue, 1032) == CInt(after))
    }
  #endif

  @Test(arguments: [0, -1, .min])
  func thereIsAlwaysOneThread(threads: Int) throws {
    #expect(try write(pieces: 5, threads: threads, Self.make) == (0..<5).flatMap(Self.bytes))
  }

  @Test func theMachineHasAThread() { #expect(OrderedWork.allThreads >= 1) }

  @Test(arguments: [2, 3, 8])
  func aSlowPieceHoldsItsPlace(threads: Int) throws {
    let written = try write(pieces: 20, threads: threads) { piece, space in
      if piece.isMultiple(of: 3) { usleep(2000) }
      return Self.make(piece, space)
    }
    #expect(written == (0..<20).flatMap(Self.bytes))
  }

  @Test(arguments: [1, 3, 8])
  func eachPieceIsMadeOnceAndInRoomOfItsOwn(threads: Int) throws {
    let calls = Calls()
    _ = try write(pieces: 100, threads: threads) { piece, space in
      calls.note(piece)
      // A neighbour that shared the room would be seen.
      space.initializeMemory(as: UInt8.self, repeating: UInt8(piece))
      usleep(100)
      #expect(space.count == Self.capacity && space.allSatisfy { $0 == UInt8(piece) })
      return 0
    }
    #expect(calls.pieces.sorted() == Array(0..<100))
  }

  @Test(arguments: [1, 2, 3, 8])
  func anErrorOfTheWriterStopsTheWork(threads: Int) throws {
    let full = try FileDescriptor.open("/dev/full", .writeOnly)
    let error = OutputError.refused(path: "output", action: .write, reason: .noSpace)
    try expect(error, from: full, threads: threads)
  }

  @Test(arguments: [1, 2, 3, 8])
  func aReaderThatIsGoneStopsTheWork(threads: Int) throws {
    Interruption.prepare()
    let pipe = try FileDescriptor.pipe()
    try pipe.readEnd.close()
    try expect(.closedPipe, from: pipe.writeEnd, threads: threads)
  }

  /// Four pieces fill the writer's block, which is when it notices.
  private func expect(
    _ error: OutputError, from descriptor: FileDescriptor, threads: Int
  ) throws {
    let capacity = CheckedWriter.blockSize / 4
    let calls = Calls()
    try descriptor.closeAfter {
      let writer = CheckedWriter(to: descriptor, named: "output")
      #expect(throws: error) {
        try OrderedWork.write(
          pieces: 1_000_000, threads: threads, capacity: capacity, to: writer
        ) { piece, _ in
          calls.note(piece)
          return capacity
        }
      }
    }
    // The round that is being made, and the one before it, besides what is written.
    #expect(calls.pieces.count <= 4 + 2 * threads)
  }

  /// The bytes that work writes.
  private func write(
    pieces: Int, threads: Int,
    _ make: @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int
  ) throws -> [UInt8] {
    try withOutput(to: .file(folder["output"])) { writer in
      try OrderedWork.write(
        pieces: pieces, threads: threads, capacity: Self.capacity, to: writer, make)
    }
    return try ReadFile.bytes(of: folder["output"])
  }
}

/// Which pieces were made, noted by several threads.
private final class Calls: @unchecked Sendable {
  private let lock = NSLock()
  private var made: [Int] = []

  func note(_ piece: Int) { lock.withLock { made.append(piece) } }

  var pieces: [Int] { lock.withLock { made } }
}
