#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the program ends, as diff and grep do.
enum Exit: Int32, Error {
  /// Done, or equal.
  case done = 0
  /// A difference or a mistake was found.
  case different = 1
  /// Usage, configuration, input or output.
  case trouble = 2

  /// Ends the process.
  func leave() -> Never { exit(rawValue) }
}
