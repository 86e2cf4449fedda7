import SystemPackage

/// Buffered output of which every byte is known to have been written, or an error says why not.
///
/// Bytes are collected and written in full blocks of `blockSize`; `flush()` writes the rest. The
/// writer does not own its descriptor. After an error everything that reaches the descriptor fails
/// with the same error. All errors are `OutputError`s.
public final class CheckedWriter {
  /// The number of bytes that are written at once.
  public static let blockSize = 256 << 10

  /// The largest number of bytes that `reserve(_:)` can give.
  public static let largestReservation = 64 << 10

  private let descriptor: FileDescriptor
  private let name: String
  /// A block, and behind it room for a reservation that begins at the last byte of the block.
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
    buffer = .allocate(
      byteCount: Self.blockSize + Self.largestReservation,
      alignment: MemoryLayout<UInt64>.alignment)
  }

  deinit { buffer.deallocate() }

  /// Appends one byte.
  ///
  /// - Parameter byte: The byte.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ byte: UInt8) throws {
    buffer[used] = byte
    try commit(1)
  }

  /// Appends a text in UTF-8.
  ///
  /// - Parameter text: The text, without a line end of its own.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ text: String) throws {
    var text = text
    try text.withUTF8 { try append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends bytes; whole blocks among them are written without a copy.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    if used > 0 {
      let head = rest.prefix(Self.blockSize - used)
      copy(head)
      rest = rest.dropFirst(head.count)
      try commit(0)
    }
    let whole = rest.prefix(rest.count - rest.count % Self.blockSize)
    try write(UnsafeRawBufferPointer(rebasing: whole))
    copy(rest.dropFirst(whole.count))
  }

  /// Appends bytes.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Throws: `OutputError` if a block could not be written.
  public func append(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try append($0) }
  }

  /// Gives the free space of the buffer to a formatter; `commit(_:)` then says how much it used.
  ///
  /// - Parameter capacity: The bytes wanted, at most `largestReservation`.
  /// - Returns: That many bytes, valid until the next call of the writer.
  public func reserve(_ capacity: Int) -> UnsafeMutableRawBufferPointer {
    precondition(capacity <= Self.largestReservation, "more than largestReservation")
    return UnsafeMutableRawBufferPointer(rebasing: buffer[used..<used + capacity])
  }

  /// Appends the first bytes of the space that `reserve(_:)` gave.
  ///
  /// - Parameter count: The bytes that were used, at most the capacity that was reserved.
  /// - Throws: `OutputError` if a block could not be written.
  public func commit(_ count: Int) throws {
    used += count
    if used >= Self.blockSize { try writeBlock() }
  }

  /// Writes what waits in the buffer.
  ///
  /// - Throws: `OutputError` if it could not be written.
  public func flush() throws {
    let waiting = UnsafeRawBufferPointer(rebasing: buffer[..<used])
    used = 0
    try write(waiting)
  }

  private func copy(_ bytes: Slice<UnsafeRawBufferPointer>) {
    let space = UnsafeMutableRawBufferPointer(rebasing: buffer[used..<used + bytes.count])
    space.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes))
    used += bytes.count
  }

  /// Writes the block and moves what is behind it to the front.
  private func writeBlock() throws {
    let behind = buffer[Self.blockSize..<used]
    used = 0
    try write(UnsafeRawBufferPointer(rebasing: buffer[..<Self.blockSize]))
    copy(Slice(base: UnsafeRawBufferPointer(buffer), bounds: behind.indices))
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    if let failure { throw failure }
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
      return try descriptor.write(bytes)
    } catch Errno.wouldBlock {
      try SystemCalls.waitUntilReady(descriptor, for: .writing)
      return 0
    }
  }
}
