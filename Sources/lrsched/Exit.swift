#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the program ends, as diff and grep do.
enum Exit: Int32 {
  /// Done.
  case done = 0
  /// Usage, configuration, input or output.
  case trouble = 2

  /// Ends the process.
  func leave() -> Never { exit(rawValue) }
}
