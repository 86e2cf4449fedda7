#if os(Linux)
  import Foundation
  import TestSupport

  /// A program in a terminal of its own, whose keys a test presses and whose screen it reads.
  final class PseudoTerminal {
    private(set) var screen: EmulatedScreen
    /// All that was written to the terminal.
    private(set) var written: [UInt8] = []
    private let master: CInt
    /// Kept open, to ask for the settings when the program has gone.
    private let slave: CInt
    private let process: pid_t
    private var status: CInt?
    private var isMasterOpen = true
    /// The settings before the program began.
    let settingsBefore: [UInt8]

    /// So long is waited for what has to come; nothing takes a tenth of it on a machine that is not busy.
    private static let patience = Duration.seconds(Sanitizers.areOn ? 600 : 60)

    struct Failure: Error, CustomStringConvertible {
      let description: String
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - words: The program and its words.
    ///   - environment: All variables.
    ///   - columns: Cells from left to right.
    ///   - rows: Lines.
    /// - Throws: `Failure` where there are no such terminals, or the program cannot be started.
    init(
      _ words: [String], environment: [String: String], columns: Int, rows: Int
    ) throws {
      screen = EmulatedScreen(columns: columns, rows: rows)
      // posix_openpt and its kin are not declared for those who do not define _XOPEN_SOURCE.
      let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      var (isLocked, number): (CInt, CUnsignedInt) = (0, 0)
      master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      guard master >= 0, ioctl(master, unlock, &isLocked) == 0,
        ioctl(master, getNumber, &number) == 0
      else { throw Failure(description: "there is no pseudo-terminal") }
      let path = "/dev/pts/\(number)"
      slave = open(path, O_RDWR | O_NOCTTY)
      _ = fcntl(master, F_SETFL, O_NONBLOCK)
      for file in [master, slave] { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
      Self.setSize(of: master, columns: columns, rows: rows)
      settingsBefore = Self.settings(of: slave)

      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      // The first terminal that the leader of a session opens is the session's.
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)

      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      var none = sigset_t()
      sigemptyset(&none)
      // Dispatch's threads block all signals.
      posix_spawnattr_setsigmask(&attributes, &none)
      let newSession: CShort = 0x80
      posix_spawnattr_setflags(&attributes, newSession | CShort(POSIX_SPAWN_SETSIGMASK))

      var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      var variables: [UnsafeMutablePointer<CChar>?] =
        environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
      defer { (arguments + variables).forEach { free($0) } }
      var process = pid_t()
      let error = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables)
      guard error == 0 else {
        throw Failure(description: "\(words[0]): \(String(cString: strerror(error)))")
      }
      self.process = process
    }

    deinit {
      if status == nil {
        kill(process, SIGKILL)
        kill(process, SIGCONT)
        var status: CInt = 0
        waitpid(process, &status, 0)
      }
      if isMasterOpen { close(master) }
      close(slave)
    }

    /// Presses keys, all at once.
    func type(_ keys: String) async throws {
      var rest = Array(keys.utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
        if count > 0 { rest.removeFirst(count) }
        if !rest.isEmpty { try await pause() }
      }
    }

    /// Waits until the screen is as it should be.
    func wait(
      for what: String, until holds: (EmulatedScreen) -> Bool
    ) async throws {
      let start = ContinuousClock.now
      while true {
        look()
        if holds(screen) { return }
        guard ContinuousClock.now - start < Self.patience else {
          throw Failure(description: "waited for \(what) in vain:\n\(screen.text)")
        }
        try await pause()
      }
    }

    /// Waits until a text is seen.
    func wait(for text: String) async throws {
      try await wait(for: text) { $0.text.contains(text) }
    }

    /// Presses keys, and waits until a text is seen.
    func type(_ keys: String, until text: String) async throws {
      try await type(keys)
      try await wait(for: text)
    }

    /// Waits until the program has ended, and says how.
    func ending() async throws -> Outcome.Ending {
      let start = ContinuousClock.now
      while status == nil {
        look()
        var status: CInt = 0
        if waitpid(process, &status, WNOHANG) == process { self.status = status }
        guard ContinuousClock.now - start < Self.patience else {
          throw Failure(description: "the program does not end:\n\(screen.text)")
        }
        if self.status == nil { try await pause() }
      }
      look()
      let status = status ?? 0
      return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    func send(_ signal: CInt) { kill(process, signal) }

    func resize(columns: Int, rows: Int) {
      screen.resize(columns: columns, rows: rows)
      Self.setSize(of: master, columns: columns, rows: rows)
    }

    /// Takes the terminal away, as a window that is closed.
    func takeAway() {
      isMasterOpen = false
      close(master)
    }

    /// The terminal's settings.
    var settings: [UInt8] { Self.settings(of: slave) }

    private func look() {
      guard isMasterOpen else { return }
      var space = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(master, &space, space.count)
        guard count > 0 else { return }
        written += space[..<count]
        screen.show(space[..<count])
      }
    }

    private func pause() async throws {
      look()
      try await Task.sleep(for: .milliseconds(5))
    }

    private static func setSize(of terminal: CInt, columns: Int, rows: Int) {
      var size = winsize(
        ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
      _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    }

    private static func settings(of terminal: CInt) -> [UInt8] {
      var settings = termios()
      tcgetattr(terminal, &settings)
      return withUnsafeBytes(of: &settings) { Array($0) }
    }
  }

  extension Shell {
    /// Types a line whose program has a terminal of its own.
    func terminal(
      _ line: String, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
      let usual = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "NO_COLOR": ""]
      return try PseudoTerminal(
        ["/bin/sh", "-c", "cd \"$0\" || exit 9; \(line)", folder.path],
        environment: Self.environment.merging(usual) { $1 }.merging(environment) { $1 },
        columns: columns, rows: rows)
    }

    /// Starts `lrsched explore`, and waits until it is there: what is typed before is seen on the first screen.
    func explore(
      _ words: String, before: String = "", columns: Int = 80, rows: Int = 24,
      environment: [String: String] = [:]
    ) async throws -> PseudoTerminal {
      let terminal = try terminal(
        "\(before)exec lrsched explore \(words)", columns: columns, rows: rows,
        environment: environment)
      try await terminal.wait(for: "step ")
      return terminal
    }
  }

  /// What keys send.
  enum Keys {
    static let right = "\u{1B}[C"
    static let shiftRight = "\u{1B}[1;2C"
    static let up = "\u{1B}[A"
    static let down = "\u{1B}[B"
    static let end = "\u{1B}[F"
    static let tab = "\t"
    static let enter = "\r"
    static let controlC = "\u{3}"
    static let controlU = "\u{15}"
    static let controlZ = "\u{1A}"
  }
#endif
