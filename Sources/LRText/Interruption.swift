import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What signals do to a program that writes files.
public enum Interruption {
  /// Prepares the process; a program calls it once, first of all.
  ///
  /// `SIGINT`, `SIGQUIT`, `SIGTERM` and `SIGHUP` remove what is half written and then end the process as they
  /// always do; one that is ignored (`nohup`) stays so. A closed pipe and a file beyond its limit
  /// are no longer signals but errors of the write.
  public static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    _ = UnfinishedFiles.slots
    _ = actBeforeEnding
    for number in endingSignals {
      let before = signal(number, removeUnfinishedFilesAndEnd)
      if isIgnoring(before) { signal(number, SIG_IGN) }
    }
  }

  /// Lets a function run before a signal ends the process: one that gives a terminal back, say.
  ///
  /// - Parameter act: A function that neither allocates nor locks nor waits; nil for none.
  public static func beforeEnding(_ act: (@convention(c) () -> Void)?) {
    actBeforeEnding.pointee = act
  }

  /// The signals by which a user or a machine ends a program.
  private static let endingSignals = [SIGINT, SIGQUIT, SIGTERM, SIGHUP]

  /// Whether the handler that a signal had ignored it.
  package static func isIgnoring(_ handler: (@convention(c) (CInt) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Runs a closure without being interrupted on this thread; a signal waits until it is done.
  static func held<Result>(_ body: () throws -> Result) rethrows -> Result {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for number in endingSignals { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }

  /// A file that is removed if a signal ends the process before `end()`.
  struct Registration {
    private let slot: Int?

    /// Remembers a file.
    init(_ path: FilePath) { slot = UnfinishedFiles.add(path) }

    /// Forgets the file: it is whole now, or gone.
    func end() {
      if let slot { UnfinishedFiles.remove(slot) }
    }
  }
}

/// The paths that a signal handler removes.
///
/// A handler may interrupt anything and so may neither allocate nor lock: it reads a fixed table of
/// C strings. A string is never freed, because a handler on another thread may be reading it; that
/// is a hundred bytes for each file written.
private enum UnfinishedFiles {
  /// More files than are ever written at once; one beyond would only stay behind after a signal.
  static let capacity = 64

  // Bounds: `capacity` slots, never freed; every index is below it.
  // Races: threads change slots under `lock`; a handler reads each as one word.
  nonisolated(unsafe) static let slots: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let slots = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    slots.initialize(repeating: nil, count: capacity)
    return slots
  }()

  // Bounds: one mutex, never freed.
  // Races: the pointer is constant, and what it points to is a lock.
  private nonisolated(unsafe) static let lock: UnsafeMutablePointer<pthread_mutex_t> = {
    let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
    return lock
  }()

  /// Puts a path into a free slot, and returns which.
  static func add(_ path: FilePath) -> Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard let free = (0..<capacity).first(where: { slots[$0] == nil }) else { return nil }
    slots[free] = path.withPlatformString { strdup($0) }
    return free
  }

  /// Empties a slot.
  static func remove(_ slot: Int) {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    slots[slot] = nil
  }
}

// Bounds: room for one function, never freed.
// Races: one thread changes it, and a handler reads it as one word.
/// What is done first of all when a signal ends the process.
private nonisolated(unsafe) let actBeforeEnding:
  UnsafeMutablePointer<(@convention(c) () -> Void)?> =
    {
      let act = UnsafeMutablePointer<(@convention(c) () -> Void)?>.allocate(capacity: 1)
      act.initialize(to: nil)
      return act
    }()

/// The signal handler; every call in it is async-signal-safe.
private func removeUnfinishedFilesAndEnd(_ number: CInt) {
  actBeforeEnding.pointee?()
  var slot = 0
  while slot < UnfinishedFiles.capacity {
    if let path = UnfinishedFiles.slots[slot] { unlink(path) }
    slot += 1
  }
  signal(number, SIG_DFL)
  raise(number)
}
