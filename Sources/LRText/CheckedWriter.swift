import SystemPackage

/// Buffered output of which every byte is known to have been written, or an error says why not.
///
/// Bytes are collected and written in blocks of `blockSize`, long ones as they are; `flush()` writes
/// the rest. The writer does not own its descriptor. After an error everything that reaches the
/// descriptor fails with the same error. All errors are `OutputError`s.
public final class CheckedWriter {
  /// The most bytes that are collected before they are written.
  public static let blockSize = 256 << 10

  /// As many bytes are written as they are: a copy would cost more than one more call.
  private static let longBytes = 64 << 10

  /// What a pipe is made to hold where much is written, the most that Linux gives to any user.
  private static let pipeBytes = 1 << 20

  /// Says how far the work is that writes here.
  public var progress: Progress?

  private let descriptor: FileDescriptor
  private let name: String
  // Bounds: blockSize bytes from `init` to `deinit`, the first `used` of them filled.
  private let buffer: UnsafeMutableRawBufferPointer
  /// The bytes that wait; less than a block between two calls.
  private var used = 0
  private var failure: OutputError?

  /// Creates a writer with an empty buffer.
  ///
  /// - Parameters:
  ///   - descriptor: What is written to; it stays open.
  ///   - name: What errors call it, a path say.
  public init(to descriptor: FileDescriptor, named name: String) {
    self.descriptor = descriptor
    self.name = name
    buffer = .allocate(byteCount: Self.blockSize, alignment: MemoryLayout<UInt64>.alignment)
  }

  deinit { buffer.deallocate() }

  /// Appends one byte.
  ///
  /// - Parameter byte: The byte.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ byte: UInt8) throws {
    buffer[used] = byte
    used += 1
    if used == Self.blockSize { try flush() }
  }

  /// Appends a text in UTF-8.
  ///
  /// - Parameter text: The text, without a line end of its own.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ text: String) throws {
    var text = text
    try text.withUTF8 { try append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends bytes; long ones are written without a copy.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ bytes: UnsafeRawBufferPointer) throws {
    // Bounds: the head fits into what is free; the rest, below longBytes, finds all of it free.
    if bytes.count >= Self.longBytes {
      try flush()
      return try write(bytes)
    }
    let head = bytes.prefix(Self.blockSize - used)
    copy(head)
    if used == Self.blockSize { try flush() }
    copy(bytes[head.endIndex...])
  }

  /// Appends bytes.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try append($0) }
  }

  /// Prepares for many bytes: a pipe is made to hold more of them.
  func expectMuch() { SystemCalls.widenPipe(descriptor, to: Self.pipeBytes) }

  /// Writes what waits in the buffer.
  ///
  /// - Throws: `OutputError` if it could not be written.
  public func flush() throws {
    // Bounds: nothing is appended, and so nothing overwritten, before these bytes are written.
    let waiting = UnsafeRawBufferPointer(rebasing: buffer[..<used])
    used = 0
    try write(waiting)
  }

  private func copy(_ bytes: Slice<UnsafeRawBufferPointer>) {
    // Bounds: `append` hands over no more than blockSize - used bytes.
    let space = UnsafeMutableRawBufferPointer(rebasing: buffer[used..<used + bytes.count])
    space.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes))
    used += bytes.count
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    if let failure { throw failure }
    // Bounds: the caller's bytes stay for the call, and a write takes no more than the rest.
    var rest = bytes[...]
    do {
      while !rest.isEmpty {
        rest = rest.dropFirst(try writeSome(UnsafeRawBufferPointer(rebasing: rest)))
      }
    } catch let reason as Errno {
      let failure: OutputError =
        reason == .brokenPipe
        ? .closedPipe : .refused(path: name, action: .write, reason: reason)
      self.failure = failure
      throw failure
    }
  }

  /// Writes what the descriptor takes, after a wait if it takes nothing now, and counts it.
  private func writeSome(_ bytes: UnsafeRawBufferPointer) throws -> Int {
    do {
      // Bounds: the system reads no more than the bytes count.
      return try descriptor.write(bytes)
    } catch Errno.wouldBlock {
      try SystemCalls.waitUntilReady(descriptor, for: .writing)
      return 0
    }
  }
}
