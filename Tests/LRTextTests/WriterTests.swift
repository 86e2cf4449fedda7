import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import LRText

@Suite struct WriterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    Interruption.prepare()
  }

  /// What a writer has put into a file, flushed or not.
  private func written(_ body: (CheckedWriter) throws -> Void) throws -> [UInt8] {
    let path = FilePath(folder["written"])
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try file.closeAfter { try body(CheckedWriter(to: file, named: "written")) }
    return try ReadFile.bytes(of: path.string)
  }

  /// Bytes in which every place is recognisable.
  private static let pattern = (0..<1_000_000).map {
    UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13)
  }

  @Test func textsAndBytesFollowEachOther() throws {
    let bytes = try written { writer in
      try writer.append("étape,lr\n")
      try writer.append(Array("12".utf8))
      try writer.append(UInt8(ascii: ","))
      try writer.append("1e-05")
      try writer.append("")
      try writer.append(UInt8(ascii: "\n"))
      try writer.flush()
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "étape,lr\n12,1e-05\n")
  }

  @Test func nothingIsWrittenBeforeTheBlockIsFullOrFlushed() throws {
    let block = CheckedWriter.blockSize
    let pattern = Self.pattern[...block]
    #expect(try written { try $0.append("waits") } == [])
    let bytes = try written { writer in
      for byte in pattern { try writer.append(byte) }
    }
    #expect(bytes == Array(Self.pattern[..<block]))
  }

  @Test(
    arguments: [0, 1, 262_143, 262_144, 262_145, 1_000_000],
    [100, 65_535, 65_536, 262_144, 700_000])
  func everySizeComesBackInPiecesOfEverySize(size: Int, piece: Int) throws {
    let pattern = Array(Self.pattern[..<size])
    let bytes = try written { writer in
      for start in stride(from: 0, to: size, by: piece) {
        try pattern[start..<min(start + piece, size)].withUnsafeBytes { try writer.append($0) }
      }
      try writer.flush()
    }
    #expect(bytes == pattern)
  }

  @Test func aDescriptorThatDoesNotBlockIsWaitedFor() throws {
    let pipe = try FileDescriptor.pipe()
    let flags = fcntl(pipe.writeEnd.rawValue, F_GETFL)
    #expect(fcntl(pipe.writeEnd.rawValue, F_SETFL, flags | O_NONBLOCK) == 0)
    let reader = Background { try pipe.readEnd.readToEnd() }
    let pattern = Self.pattern
    try pipe.writeEnd.closeAfter {
      let writer = CheckedWriter(to: pipe.writeEnd, named: "pipe")
      try pattern.withUnsafeBytes { try writer.append($0) }
      try writer.flush()
    }
    #expect(try reader.value() == pattern)
    try pipe.readEnd.close()
  }

  @Test func aFullDeviceIsAnErrorAndStaysOne() throws {
    let full = try FileDescriptor.open("/dev/full", .writeOnly)
    defer { try? full.close() }
    let writer = CheckedWriter(to: full, named: "/dev/full")
    let error = OutputError.refused(path: "/dev/full", action: .write, reason: .noSpace)
    try writer.append("lost")
    #expect(throws: error) { try writer.flush() }
    #expect(throws: error) { try writer.flush() }
    #expect(throws: error) {
      for _ in 0...CheckedWriter.blockSize { try writer.append(0 as UInt8) }
    }
    #expect(
      error.description
        == "/dev/full: cannot be written: No space left on device; free some space, or name a file "
        + "on another disk")
  }

  @Test func aClosedPipeHasItsOwnError() throws {
    let pipe = try FileDescriptor.pipe()
    try pipe.readEnd.close()
    defer { try? pipe.writeEnd.close() }
    let writer = CheckedWriter(to: pipe.writeEnd, named: "pipe")
    try writer.append("unread")
    #expect(throws: OutputError.closedPipe) { try writer.flush() }
  }
}
