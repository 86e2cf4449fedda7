import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The calls of the operating system that swift-system does not have; each throws its `Errno`.
enum SystemCalls {
  /// Waits until what was written to a file is on its disk.
  ///
  /// File systems that cannot do so (some network ones, FUSE) say `EINVAL` or `ENOTSUP`; there the
  /// close is all that can be had.
  static func synchronize(_ file: FileDescriptor) throws(Errno) {
    do {
      try check { fsync(file.rawValue) }
    } catch .invalidArgument, .notSupported {
      return
    }
  }

  /// Sets the permission bits of an open file.
  static func setPermissions(
    _ permissions: FilePermissions, of file: FileDescriptor
  ) throws(Errno) {
    try check { fchmod(file.rawValue, permissions.rawValue) }
  }

  /// Sets the owner and the group of an open file; nil leaves one as it is.
  static func setOwner(_ owner: UserID?, group: GroupID?, of file: FileDescriptor) throws(Errno) {
    try check { fchown(file.rawValue, owner?.rawValue ?? .max, group?.rawValue ?? .max) }
  }

  /// Gives a file a name, in the place of the file that has it now.
  static func replace(_ name: FilePath, with file: FilePath) throws(Errno) {
    try check {
      file.withPlatformString { old in name.withPlatformString { new in rename(old, new) } }
    }
  }

  /// Removes a file.
  static func remove(_ file: FilePath) throws(Errno) {
    try check { file.withPlatformString { unlink($0) } }
  }

  /// Asks whether this process may write to a file, and throws why not.
  static func checkWritable(_ file: FilePath) throws(Errno) {
    try check { file.withPlatformString { access($0, W_OK) } }
  }

  /// What a symbolic link holds.
  static func contents(ofLink link: FilePath) throws(Errno) -> FilePath {
    let capacity = Int(PATH_MAX)
    var text = [CChar](repeating: 0, count: capacity + 1)
    try check {
      link.withPlatformString { CInt(truncatingIfNeeded: readlink($0, &text, capacity)) }
    }
    return FilePath(platformString: text)
  }

  /// Waits until a descriptor that does not block (a pipe that a parent set up so) can go on.
  static func waitUntilReady(_ file: FileDescriptor, for events: Events) throws(Errno) {
    var request = pollfd(fd: file.rawValue, events: events.rawValue, revents: 0)
    try check { poll(&request, 1, -1) }
  }

  /// Reads what is there, and waits for it where the descriptor does not; 0 bytes are the end.
  static func read(
    _ file: FileDescriptor, into space: UnsafeMutableRawBufferPointer
  ) throws -> Int {
    // Bounds: the system writes no more than the space counts, which the caller lends for the call.
    while true {
      do {
        return try file.read(into: space)
      } catch Errno.wouldBlock {
        try waitUntilReady(file, for: .reading)
      }
    }
  }

  /// Lets a pipe hold so many bytes, so that its writer and its reader wait for each other less; one that holds
  /// more already, what is no pipe, or may not, stays as it is.
  static func widenPipe(_ file: FileDescriptor, to byteCount: Int) {
    #if os(Linux)
      // <fcntl.h> has F_SETPIPE_SZ and F_GETPIPE_SZ for those alone who define _GNU_SOURCE.
      let (setPipeSize, getPipeSize): (CInt, CInt) = (1031, 1032)
      let held = fcntl(file.rawValue, getPipeSize)
      if held >= 0, held < byteCount {
        _ = fcntl(file.rawValue, setPipeSize, CInt(byteCount))
      }
    #endif
  }

  /// What to wait for.
  enum Events {
    case reading
    case writing

    fileprivate var rawValue: CShort {
      switch self {
      case .reading: CShort(POLLIN)
      case .writing: CShort(POLLOUT)
      }
    }
  }

  /// Runs a call that returns -1 on an error, again if a signal came between.
  private static func check(_ call: () -> CInt) throws(Errno) {
    while call() == -1 {
      let error = Errno(rawValue: errno)
      if error != .interrupted { throw error }
    }
  }
}
