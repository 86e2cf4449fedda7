#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the program ends, as diff and grep do.
///
/// A command that has said what it found throws the code that stands for it.
enum Exit: Int32, Error {
  /// Done, or equal.
  case done = 0
  /// A command that judges found a difference or a mistake.
  case notPassed = 1
  /// Usage, configuration, input or output.
  case trouble = 2

  /// Ends the process.
  func leave() -> Never { exit(rawValue) }
}
