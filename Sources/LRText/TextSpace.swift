/// Room for text that a formatter fills from the front.
///
/// It does not grow: whoever makes it knows the most that is written.
public struct TextSpace: ~Copyable {
  private let space: UnsafeMutableRawBufferPointer
  /// The number of bytes that are written.
  public private(set) var count = 0

  /// Starts at the front of some memory.
  ///
  /// - Parameter space: Room for all that will be appended.
  public init(_ space: UnsafeMutableRawBufferPointer) { self.space = space }

  /// Appends one byte.
  public mutating func append(_ byte: UInt8) {
    space[count] = byte
    count += 1
  }

  /// Appends bytes.
  public mutating func append(_ bytes: [UInt8]) {
    UnsafeMutableRawBufferPointer(rebasing: space[count...]).copyBytes(from: bytes)
    count += bytes.count
  }

  /// Appends the text of a step.
  public mutating func append(_ step: Int) {
    count += NumberText.write(step, to: UnsafeMutableRawBufferPointer(rebasing: space[count...]))
  }

  /// Appends the text of a rate.
  public mutating func append(_ value: Double) {
    count += NumberText.write(value, to: UnsafeMutableRawBufferPointer(rebasing: space[count...]))
  }

  /// Appends the eight bytes of a double, the least significant first.
  public mutating func append(littleEndian value: Double) {
    space.storeBytes(
      of: value.bitPattern.littleEndian, toByteOffset: count, as: UInt64.self)
    count += MemoryLayout<UInt64>.size
  }
}
