#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the program ends, as diff and grep do.
enum Exit: Int32 {
  /// Done, or equal.
  case done = 0
  /// A command that judges found a difference or a mistake.
  case notPassed = 1
  /// Usage, configuration, input or output.
  case trouble = 2

  /// Ends the process.
  func leave() -> Never { exit(rawValue) }
}
