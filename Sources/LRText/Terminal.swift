import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is known about the terminal that a descriptor leads to.
public enum Terminal {
  /// Whether a descriptor leads to a terminal.
  ///
  /// - Parameter descriptor: Usually standard output or standard error.
  /// - Returns: False for files and pipes, and where it is closed.
  public static func isTerminal(_ descriptor: FileDescriptor) -> Bool {
    isatty(descriptor.rawValue) == 1
  }

  /// Whether an output leads to a terminal, `/dev/tty` say.
  ///
  /// - Parameter target: Where the output is asked to go.
  /// - Returns: False where there is nothing yet, or where it cannot be opened.
  public static func isTerminal(_ target: OutputTarget) -> Bool {
    guard case .file(let path) = target else {
      return isTerminal(FileDescriptor.standardOutput)
    }
    // Only a device is opened: a named pipe would wait for its reader.
    guard (try? FilePath(path).stat())?.type == .characterSpecial,
      let device = try? FileDescriptor.open(path, .writeOnly, options: .closeOnExec)
    else { return false }
    defer { try? device.close() }
    return isTerminal(device)
  }

  /// Whether colour may be written to a descriptor.
  ///
  /// - Parameter descriptor: Usually standard output or standard error.
  /// - Returns: True on a terminal, unless `NO_COLOR` is set and not empty or `TERM` is `dumb`.
  public static func allowsColour(_ descriptor: FileDescriptor) -> Bool {
    isTerminal(descriptor) && allowsColour(noColour: variable("NO_COLOR"), term: variable("TERM"))
  }

  /// Whether colour may be written to an output.
  ///
  /// - Parameter target: Where the output goes.
  /// - Returns: As for a descriptor; false for a file.
  public static func allowsColour(_ target: OutputTarget) -> Bool {
    target == .standardOutput && allowsColour(FileDescriptor.standardOutput)
  }

  static func allowsColour(noColour: String?, term: String?) -> Bool {
    (noColour ?? "").isEmpty && term != "dumb"
  }

  /// Whether the terminal obeys no sequences, as `TERM` says.
  public static var isDumb: Bool { variable("TERM") == "dumb" }

  /// The size of a terminal in cells.
  ///
  /// - Parameter descriptor: Usually standard output.
  /// - Returns: What the terminal says; without one `COLUMNS` and `LINES`, or 80 by 24.
  public static func size(_ descriptor: FileDescriptor) -> (columns: Int, rows: Int) {
    var window = winsize()
    if ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 0
    {
      return (Int(window.ws_col), Int(window.ws_row))
    }
    return (
      variable("COLUMNS").flatMap { Int($0) } ?? 80, variable("LINES").flatMap { Int($0) } ?? 24
    )
  }

  /// Whether the locale's encoding is UTF-8, so that braille can be shown.
  public static var usesUnicode: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variable($0) }
      .first { !$0.isEmpty }
    let name = (locale ?? "").lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  private static func variable(_ name: String) -> String? {
    // Bounds: the environment's text ends with a NUL, and nothing changes the environment.
    getenv(name).map { String(cString: $0) }
  }
}
