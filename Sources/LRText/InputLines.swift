import SystemPackage

/// The lines of standard input as they come.
public struct InputLines: ~Copyable {
  /// The number of the line that `next()` gave, from 1.
  public private(set) var number = 0

  private let name: String
  private let descriptor: FileDescriptor
  private var bytes: [UInt8] = []
  private var start = 0
  /// No line ends between `start` and here.
  private var searched = 0
  private var isAtEnd = false

  /// The most bytes of a line; a text without line breaks is not read whole.
  private static let longestLine = 16 << 20

  /// Reads from standard input.
  public init() { self.init(of: .standardInput, named: "standard input") }

  init(of descriptor: FileDescriptor, named name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// The next line without its end, `\n` or `\r\n`, and the first without a byte order mark; nil
  /// behind the last one.
  ///
  /// - Parameter idle: Called before waiting for more input.
  /// - Returns: The line; bytes that are no UTF-8 are U+FFFD.
  /// - Throws: `InputError`, or what `idle` throws.
  public mutating func next(idle: () throws -> Void = {}) throws -> String? {
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        try checkLength(upTo: end)
        defer { (start, searched) = (end + 1, end + 1) }
        return line(upTo: end)
      }
      searched = bytes.count
      try checkLength(upTo: bytes.count)
      if isAtEnd {
        guard start < bytes.count else { return nil }
        defer { (start, searched) = (bytes.count, bytes.count) }
        return line(upTo: bytes.count)
      }
      try idle()
      try read()
    }
  }

  private func checkLength(upTo end: Int) throws {
    if end - start > Self.longestLine {
      throw InputError.lineTooLong(path: "\(name):\(number + 1)", limit: Self.longestLine)
    }
  }

  private mutating func line(upTo end: Int) -> String {
    number += 1
    var line = bytes[start..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if number == 1, line.starts(with: [UInt8].byteOrderMark) { line.removeFirst(3) }
    return String(decoding: line, as: UTF8.self)
  }

  private mutating func read() throws {
    bytes.removeFirst(start)
    searched -= start
    start = 0
    do {
      var chunk = [UInt8](repeating: 0, count: 64 << 10)
      // Bounds: the chunk is lent for the read alone, with its own count.
      let count = try chunk.withUnsafeMutableBytes { space in
        try SystemCalls.read(descriptor, into: space)
      }
      bytes += chunk[..<count]
      isAtEnd = count == 0
    } catch Errno.isDirectory {
      throw InputError.folder(path: name)
    } catch let reason as Errno {
      throw InputError.refused(path: name, reason: reason)
    }
  }
}
