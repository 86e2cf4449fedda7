/// Room for text that a formatter fills from the front.
///
/// It does not grow and checks nothing: whoever makes it knows the most that is written. A number may
/// write to `NumberText.longest` bytes, whatever the length of its text.
@frozen public struct TextSpace: ~Copyable {
  // Bounds: whoever makes it lends room for all that is appended, `longest` bytes a number.
  @usableFromInline internal let start: UnsafeMutableRawPointer
  @usableFromInline internal var end: UnsafeMutableRawPointer

  /// Starts at the front of some memory.
  ///
  /// - Parameter start: Room for all that will be appended.
  @inlinable public init(_ start: UnsafeMutableRawPointer) {
    self.start = start
    end = start
  }

  /// The number of bytes that are written.
  @inlinable public var count: Int { end - start }

  /// Appends one byte.
  @inlinable public mutating func append(_ byte: UInt8) {
    end.storeBytes(of: byte, as: UInt8.self)
    end += 1
  }

  /// Appends bytes.
  @inlinable public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      UnsafeMutableRawBufferPointer(start: end, count: bytes.count).copyMemory(from: bytes)
    }
    end += bytes.count
  }

  /// Appends the text of a step.
  @inlinable public mutating func append(_ step: StepText) {
    // Bounds: two words at most, less than the `longest` bytes of a number.
    if step.headCount > 0 {
      end.storeBytes(of: step.head.littleEndian, as: UInt64.self)
      end += step.headCount
    }
    end.storeBytes(of: step.tail.littleEndian, as: UInt64.self)
    end += step.tailCount
  }

  /// Appends the text of one of many rates, by its index.
  @inlinable @inline(__always) public mutating func append(_ texts: NumberTexts, at index: Int) {
    end += texts.write(index, to: end)
  }

  /// Appends the eight bytes of a double, the least significant first.
  @inlinable public mutating func append(littleEndian value: Double) {
    end.storeBytes(of: value.bitPattern.littleEndian, as: UInt64.self)
    end += MemoryLayout<UInt64>.size
  }
}
