@testable import LRSchedule

// The logarithm and the cosine that the specification is computed with: the C library's, which the
// framework calls. Where the C library has other bits than the framework's (without FMA, or on
// another system) they are the library's own, which the golden files and LibraryFunctionTests cover.

#if canImport(Glibc)
  import Glibc

  func cLogarithm(_ x: Double) -> Double { processorHasFMA ? Glibc.log(x) : x.logarithm() }

  func cCosine(_ x: Double) -> Double { processorHasFMA ? Glibc.cos(x) : x.cosine() }

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
