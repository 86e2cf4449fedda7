import LRText
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal while a view has all of it: keys come at once and unseen, what was on the screen comes back.
///
/// All that knows of terminals is in this file: their settings (termios), the sequences of ECMA-48 and xterm
/// that prepare the screen, and the signals. The terminal is given back by `leave()`, and by handlers that
/// call nothing but what may be called there where a signal or a crash ends the process.
final class FullScreen {
  /// What has come while the program waited.
  enum Report {
    case bytes([UInt8])
    case resized
    /// Somebody asks the program to stop.
    case stopped
    /// It was stopped and goes on.
    case continued
  }

  private let input = FileDescriptor.standardInput
  private let writer = CheckedWriter(to: .standardOutput, named: "standard output")
  private let signals: FileDescriptor

  /// Takes the terminal of standard input and output.
  ///
  /// - Throws: `TerminalGone`.
  init() throws {
    do {
      let pipe = try FileDescriptor.pipe()
      for end in [pipe.readEnd, pipe.writeEnd] {
        _ = fcntl(end.rawValue, F_SETFL, O_NONBLOCK)
        _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC)
      }
      signals = pipe.readEnd
      wayBack.pointee.signals = pipe.writeEnd.rawValue
    } catch {
      throw TerminalGone()
    }
    guard tcgetattr(input.rawValue, &wayBack.pointee.settings) == 0 else { throw TerminalGone() }
    Interruption.beforeEnding(giveTerminalBack)
    handleCrashes()
    for number in [SIGWINCH, SIGCONT] { signal(number, noteSignal) }
    if !isStopIgnored { signal(SIGTSTP, noteSignal) }
    do {
      try enter()
    } catch {
      leave()
      throw error
    }
  }

  /// Gives the terminal back.
  func leave() {
    giveTerminalBack()
    Interruption.beforeEnding(nil)
    for number in crashSignals + [SIGWINCH, SIGCONT] { signal(number, SIG_DFL) }
    if !isStopIgnored { signal(SIGTSTP, SIG_DFL) }
  }

  /// Prepares the terminal, at the start and after others have had it.
  func enter() throws {
    var raw = wayBack.pointee.settings
    cfmakeraw(&raw)
    wayBack.pointee.isNeeded = true
    while tcsetattr(input.rawValue, TCSANOW, &raw) != 0 {
      guard errno == EINTR else { throw TerminalGone() }
    }
    try write(Sequences.enter)
  }

  /// Writes all of a text at once.
  ///
  /// - Throws: `TerminalGone`.
  func write(_ text: String) throws {
    do {
      try writer.append(text)
      try writer.flush()
    } catch {
      throw TerminalGone()
    }
  }

  /// The size in cells.
  var size: (columns: Int, rows: Int) { Terminal.size(.standardOutput) }

  /// Waits for what comes.
  ///
  /// - Parameter milliseconds: The longest wait; nil for no end.
  /// - Returns: What has come; nothing where the time is over.
  /// - Throws: `TerminalGone`.
  func wait(atMost milliseconds: Int?) throws -> [Report] {
    var requests = [input, signals].map {
      pollfd(fd: $0.rawValue, events: CShort(POLLIN), revents: 0)
    }
    let end = milliseconds.map { ContinuousClock.now + .milliseconds($0) }
    var count: CInt
    repeat {
      let rest = end.map { max(0, ($0 - .now) / .milliseconds(1)) }
      count = poll(&requests, nfds_t(requests.count), rest.map { CInt($0.rounded(.up)) } ?? -1)
      // A signal is no key, nor does it end the wait for one.
    } while count < 0 && errno == EINTR
    guard count >= 0 else { throw TerminalGone() }
    var reports: [Report] = []
    if count > 0, requests[1].revents != 0 {
      reports += read(signals, atMost: 64).compactMap { Self.report(ofSignal: CInt($0)) }
    }
    if count > 0, requests[0].revents != 0 {
      let bytes = read(input, atMost: 4096)
      // A terminal that can be read and has nothing has gone away.
      guard !bytes.isEmpty || !reports.isEmpty else { throw TerminalGone() }
      if !bytes.isEmpty { reports.append(.bytes(bytes)) }
    }
    return reports
  }

  private func read(_ file: FileDescriptor, atMost count: Int) -> [UInt8] {
    // Bounds: the system writes no more than the array has room for, and says how much.
    [UInt8](unsafeUninitializedCapacity: count) { space, read in
      read = (try? file.read(into: UnsafeMutableRawBufferPointer(space))) ?? 0
    }
  }

  private static func report(ofSignal number: CInt) -> Report? {
    switch number {
    case SIGWINCH: .resized
    case SIGTSTP: .stopped
    case SIGCONT: .continued
    default: nil
    }
  }

  /// Whether whoever started the program has no way to call it back.
  private let isStopIgnored: Bool = {
    let isIgnored = Interruption.isIgnoring(signal(SIGTSTP, SIG_DFL))
    if isIgnored { signal(SIGTSTP, SIG_IGN) }
    return isIgnored
  }()

  /// Gives the terminal back, stops, and takes it again when the program is called back.
  ///
  /// - Parameter isForAll: Whether the whole job stops, as when the terminal itself is asked for it.
  /// - Throws: `TerminalGone`.
  func suspend(isForAll: Bool) throws {
    guard !isStopIgnored else { return }
    giveTerminalBack()
    signal(SIGTSTP, SIG_DFL)
    _ = kill(isForAll ? 0 : getpid(), SIGTSTP)
    // Here the program stands still.
    signal(SIGTSTP, noteSignal)
    try enter()
  }
}

/// The terminal cannot be read or written any more.
public struct TerminalGone: Error, CustomStringConvertible {
  /// What went wrong and what mends it.
  public let description =
    "the terminal: can no longer be read and written; start it again in another one"
}

/// What the terminal is told.
private enum Sequences {
  /// The other screen, no cursor, no new line at the end of one, the mouse's buttons and movements while one is
  /// held, texts of the clipboard in a frame; all cells empty.
  static let enter =
    "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2004h\u{1B}[0m\u{1B}[2J"

  /// The same backwards.
  static let leave =
    "\u{1B}[0m\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"
}

/// What handlers need to give the terminal back: they may neither allocate nor lock.
private struct WayBack {
  var isNeeded = false
  var settings = termios()
  /// Where signals are noted.
  var signals: CInt = -1
  // Bounds: `count` bytes, never freed.
  var text: UnsafeMutablePointer<UInt8>
  var count: Int
}

// Bounds: one place and its text, allocated before a handler is set and never freed.
// Races: one thread has the terminal; handlers read what was set before them, and clear a flag.
private nonisolated(unsafe) let wayBack: UnsafeMutablePointer<WayBack> = {
  let bytes = Array(Sequences.leave.utf8)
  let text = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
  text.initialize(from: bytes, count: bytes.count)
  let way = UnsafeMutablePointer<WayBack>.allocate(capacity: 1)
  way.initialize(to: WayBack(text: text, count: bytes.count))
  return way
}()

/// Gives the terminal back; every call in it may be made by a signal handler.
///
/// A signal may come in the middle of it: it is done again then, which changes nothing.
private func giveTerminalBack() {
  guard wayBack.pointee.isNeeded else { return }
  // What waits in the background has the terminal no more.
  let foreground = tcgetpgrp(STDIN_FILENO)
  guard foreground == getpgrp() || foreground < 0 else { return }
  while tcsetattr(STDIN_FILENO, TCSANOW, &wayBack.pointee.settings) != 0, errno == EINTR {}
  // A terminal whose output is held would hold the end of the program too.
  var request = pollfd(fd: STDOUT_FILENO, events: CShort(POLLOUT), revents: 0)
  if poll(&request, 1, 0) > 0 {
    _ = write(STDOUT_FILENO, wayBack.pointee.text, wayBack.pointee.count)
  }
  wayBack.pointee.isNeeded = false
}

/// The signals that end a process which does not handle them, but those of `Interruption`.
private let crashSignals = [
  SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
  SIGUSR1, SIGUSR2,
]

/// Has crashes give the terminal back, on a stack of its own: the usual one may be what is full.
private func handleCrashes() {
  #if canImport(Glibc)
    let size = 1 << 16
    var stack = stack_t(ss_sp: malloc(size), ss_flags: 0, ss_size: size)
    sigaltstack(&stack, nil)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = endByCrash
    action.sa_flags = SA_ONSTACK
    for number in crashSignals { sigaction(number, &action, nil) }
  #else
    for number in crashSignals { signal(number, endByCrash) }
  #endif
}

/// The handler of a crash, which ends the process as it would have without.
private func endByCrash(_ number: CInt) {
  giveTerminalBack()
  signal(number, SIG_DFL)
  raise(number)
}

/// The handler of signals that change what is shown.
private func noteSignal(_ number: CInt) {
  let error = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(wayBack.pointee.signals, &byte, 1)
  errno = error
}
