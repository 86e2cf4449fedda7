import Foundation
import SystemPackage

/// Something that blocks, on a thread of its own: the test blocks at the other end of its pipe.
final class Background<Value: Sendable>: @unchecked Sendable {
  private let finished = DispatchSemaphore(value: 0)
  private var result: Result<Value, any Error>?

  init(_ body: @escaping @Sendable () throws -> Value) {
    Thread {
      self.result = Result(catching: body)
      self.finished.signal()
    }.start()
  }

  /// Waits for the value; to be called once.
  func value() throws -> Value? {
    finished.wait()
    return try result?.get()
  }
}

extension FileDescriptor {
  /// Reads everything up to the end.
  func readToEnd() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 10_000)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}

/// Gives up the rights of root in a process of its own, where permissions are to be refused.
func becomeNobody() {
  if getuid() == 0 {
    setgid(65534)
    setuid(65534)
  }
}

/// Lets signals through to this thread, for it may be one of Dispatch's, which block them all.
func unblockSignals() {
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_UNBLOCK, &all, nil)
}
