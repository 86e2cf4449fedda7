import SystemPackage

/// Reading an input whole.
public enum ReadFile {
  /// The most bytes that are read unless told otherwise, 64 MiB.
  public static let usualLimit = 64 << 20

  /// Reads a file, device or pipe, or standard input, to its end.
  ///
  /// - Parameters:
  ///   - path: The path; `-` is standard input (a file of that name is `./-`).
  ///   - limit: The most bytes; no more than one beyond are ever read.
  /// - Returns: The bytes.
  /// - Throws: `InputError`.
  public static func bytes(of path: String, limit: Int = usualLimit) throws -> [UInt8] {
    if path == "-" {
      return try read(.standardInput, named: "standard input", limit: limit)
    }
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
      // What was read is read, whatever the closing says.
      defer { try? file.close() }
      return try read(file, named: path, limit: limit)
    } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
      throw InputError.missing(path: path)
    } catch let reason as Errno {
      throw InputError.refused(path: path, reason: reason)
    }
  }

  /// Whether anything, of whatever kind, has this path.
  public static func exists(_ path: String) -> Bool {
    (try? FilePath(path).stat()) != nil
  }

  /// Whether a path leads to a regular file, which can be read again.
  public static func isRegular(_ path: String) -> Bool {
    (try? FilePath(path).stat())?.type == .regular
  }

  /// Whether an input and a path are the same regular file.
  ///
  /// - Parameters:
  ///   - input: The input's path; `-` is standard input, which may be a file.
  ///   - path: Another path, or the same.
  /// - Returns: True where both exist and are one file, by whatever names and links.
  /// - Throws: `InputError` where nothing is known of the input, `OutputError` where nothing is of the
  ///   path: one might be the other.
  public static func isSame(_ input: String, _ path: String) throws -> Bool {
    let one: Stat
    let two: Stat
    do {
      one = try input == "-" ? FileDescriptor.standardInput.stat() : FilePath(input).stat()
    } catch Errno.noSuchFileOrDirectory, Errno.notDirectory, Errno.badFileDescriptor {
      return false
    } catch {
      throw InputError.refused(path: input == "-" ? "standard input" : input, reason: error)
    }
    do {
      two = try FilePath(path).stat()
    } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
      return false
    } catch {
      throw OutputError.refused(path: path, action: .open, reason: error)
    }
    return one.type == .regular && one.inode == two.inode && one.deviceID == two.deviceID
  }

  private static func read(
    _ file: FileDescriptor, named name: String, limit: Int
  ) throws -> [UInt8] {
    do {
      let status = try file.stat()
      if status.type == .directory { throw InputError.folder(path: name) }
      if status.size > limit { throw InputError.tooLarge(path: name, limit: limit) }
      let bytes = try contents(of: file, expected: Int(status.size), limit: limit)
      if bytes.count > limit { throw InputError.tooLarge(path: name, limit: limit) }
      return bytes
    } catch let reason as Errno {
      throw InputError.refused(path: name, reason: reason)
    }
  }

  /// The bytes up to the end, or one more than the limit.
  private static func contents(
    of file: FileDescriptor, expected: Int, limit: Int
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= limit {
      // Bounds: wanted is at most chunk.count, and the chunk is lent for the read alone.
      let wanted = min(chunk.count, limit + 1 - bytes.count)
      let count = try chunk.withUnsafeMutableBytes {
        try SystemCalls.read(file, into: UnsafeMutableRawBufferPointer(rebasing: $0[..<wanted]))
      }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }
}
