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

  /// Whether colour may be written to a descriptor.
  ///
  /// - Parameter descriptor: Usually standard output or standard error.
  /// - Returns: True on a terminal, unless `NO_COLOR` is set and not empty or `TERM` is `dumb`.
  public static func allowsColour(_ descriptor: FileDescriptor) -> Bool {
    isTerminal(descriptor) && allowsColour(noColour: variable("NO_COLOR"), term: variable("TERM"))
  }

  static func allowsColour(noColour: String?, term: String?) -> Bool {
    (noColour ?? "").isEmpty && term != "dumb"
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
