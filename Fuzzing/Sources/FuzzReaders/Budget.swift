#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The memory that one input may take, and the time of each reading of it.
struct Budget {
  /// Of the processor, so that a busy machine is no hang.
  private static let seconds = 1.0
  /// How much of an input may take another second.
  private static let bytesOfASecond = 1 << 20
  private static let bytes = 64 << 20

  private let memory = Self.peakMemory

  /// The bytes of the input, which may be kept in memory.
  let inputSize: Int

  /// Promises that one reading takes no longer.
  func checkTime(of reading: () -> Void) {
    let start = Self.processorTime
    reading()
    let elapsed = Self.processorTime - start
    let allowed = Self.seconds + Double(inputSize) / Double(Self.bytesOfASecond)
    promise(elapsed <= allowed, "took \(elapsed) seconds")
  }

  /// Promises that no more memory was taken since the budget was made.
  func checkMemory() {
    let grown = Self.peakMemory - memory
    promise(grown <= Self.bytes + inputSize, "took \(grown >> 20) MiB")
  }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The most bytes that the process has had so far.
  private static var peakMemory: Int {
    var usage = rusage()
    getrusage(usageOfSelf, &usage)
    #if os(Linux)
      return usage.ru_maxrss << 10
    #else
      return usage.ru_maxrss
    #endif
  }
}

#if canImport(Glibc)
  private let usageOfSelf = RUSAGE_SELF.rawValue
#else
  private let usageOfSelf = RUSAGE_SELF
#endif

/// The environment of the process.
enum Environment {
  static subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
