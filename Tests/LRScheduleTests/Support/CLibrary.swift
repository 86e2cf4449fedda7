import Testing

@testable import LRSchedule

// The logarithm and the cosine that the specification is computed with: the C library's, which the
// framework calls. Where the C library has other bits than the framework's (without FMA, or on
// another system) they are the library's own, which the golden files and LibraryFunctionTests cover.

#if canImport(Glibc)
  import Glibc

  func cLogarithm(_ x: Double) -> Double { processorHasFMA ? Glibc.log(x) : x.logarithm() }

  func cCosine(_ x: Double) -> Double { processorHasFMA ? Glibc.cos(x) : x.cosine() }

  /// The address of a function of the C library.
  ///
  /// Where every bit counts it is called by its address: the optimiser rewrites a call by name, pow(x, 2)
  /// to x * x say, to other bits.
  func addressInCLibrary(of name: String) throws -> UnsafeMutableRawPointer {
    try #require(dlsym(UnsafeMutableRawPointer(bitPattern: 0), name))
  }

  let processorHasFMA: Bool = {
    guard let file = fopen("/proc/cpuinfo", "r") else { return false }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 8192)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if text.hasPrefix("flags") { return text.split(separator: " ").contains("fma") }
    }
    return false
  }()
#else
  func cLogarithm(_ x: Double) -> Double { x.logarithm() }

  func cCosine(_ x: Double) -> Double { x.cosine() }
#endif
