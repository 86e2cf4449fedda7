import Foundation
import TestSupport

/// Failures of the operating system, made by the library of Tests/FaultInjection.
enum Faults {
  /// Whether the library was built, which it is on Linux alone, and no sanitizer stands between it and
  /// the program.
  static let canBeMade = FileManager.default.fileExists(atPath: library) && !Sanitizers.areOn

  /// The library, which is built beside the program.
  fileprivate static let library = Shell.products.appendingPathComponent("lib_FaultInjection.so")
    .path
}

extension Shell {
  /// Types the words of a command, of which a call fails.
  ///
  /// The fault is `write 3 28`, say, as Tests/FaultInjection/faults.c explains. A line may be typed
  /// before.
  func type(_ words: String, with fault: String, after line: String = ":") async throws -> Outcome {
    try await type(
      """
      \(line)
      export LD_PRELOAD='\(Faults.library)' FAULT='\(fault)' FAULT_LOG='\(callLog)'
      exec lrsched \(words)
      """)
  }

  /// Removes what a process that was killed left beside a file, which its name says.
  func removeTemporaries(of name: String) throws {
    for temporary in try names where temporary.wholeMatch(of: Self.temporaryName)?.1 == name[...] {
      try remove(temporary)
    }
  }

  private static var temporaryName: Regex<(Substring, Substring)> {
    /\.(.+)\.lrsched-[0-9]+\.tmp/
  }

  /// What a command that goes well calls, in order.
  func calls(of words: String) async throws -> [Call] {
    try? FileManager.default.removeItem(atPath: callLog)
    _ = try await type(words, with: "")
    let log = try String(contentsOfFile: callLog, encoding: .utf8)
    return log.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      return Int(parts[1]).map { Call(name: String(parts[0]), number: $0, path: String(parts[2])) }
    }
  }
}

/// A call of the operating system.
struct Call: CustomStringConvertible {
  /// `write`.
  let name: String
  /// Which of this name it is, from 1.
  let number: Int
  /// The file; empty where there is none.
  let path: String

  var description: String { "\(name) \(number)" }

  /// What messages call the file.
  var fileName: String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard name.hasPrefix("."), let end = name.range(of: ".lrsched-") else { return name }
    return String(name[name.index(after: name.startIndex)..<end.lowerBound])
  }

  /// Whether it is about standard error.
  var isOfErrors: Bool { fileName.hasPrefix("errors-") }
}
