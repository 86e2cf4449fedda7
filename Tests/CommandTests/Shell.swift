import Foundation
import Testing

/// A shell with the built program on its path, in an empty folder that goes with it.
final class Shell: Sendable {
  private let temporary: URL

  init() throws {
    temporary = FileManager.default.temporaryDirectory
      .appendingPathComponent("lrsched-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: temporary) }

  /// Where lines are typed; what the shell itself needs is beside it.
  var folder: URL { temporary.appendingPathComponent("folder") }

  /// Where the calls of a program are written down, if they are.
  var callLog: String { temporary.appendingPathComponent("calls").path }

  private static let turns = Turns(16)

  /// Types a line or a script for `sh`, and waits until it is done.
  ///
  /// Its output goes into files: they never fill up, as a pipe does that no one reads.
  func type(_ line: String, environment: [String: String] = [:]) async throws -> Outcome {
    let output = temporary.appendingPathComponent("output-\(UUID().uuidString)")
    let errors = temporary.appendingPathComponent("errors-\(UUID().uuidString)")
    try Data().write(to: output)
    try Data().write(to: errors)

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = Self.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    try await Self.turns.take {
      let files = try [output, errors].map(FileHandle.init(forWritingTo:))
      // A process keeps them open long after it has ended, and a system opens 1,024 files at once.
      defer { for file in files { try? file.close() } }
      process.standardOutput = files[0]
      process.standardError = files[1]
      try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
        process.terminationHandler = { _ in ended.resume() }
        do {
          try Self.withoutBlockedSignals { try process.run() }
        } catch {
          ended.resume(throwing: error)
        }
      }
    }
    return Outcome(
      output: [UInt8](try Data(contentsOf: output)),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      ending: process.terminationReason == .exit
        ? .exit(process.terminationStatus) : .signal(process.terminationStatus))
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// The names of what is in the folder, hidden files too.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
  }

  static let environment: [String: String] = {
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(products.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
    return environment
  }()

  /// Lets a new process have all signals, as in a terminal: Dispatch's threads block them.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// The folder into which the tests and the program are built.
  static var products: URL {
    #if os(macOS)
      Bundle(for: Shell.self).bundleURL.deletingLastPathComponent()
    #else
      Bundle.main.bundleURL
    #endif
  }
}

/// What a line left behind.
struct Outcome: CustomTestStringConvertible {
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  let output: [UInt8]
  let errors: String
  let ending: Ending

  /// What a failed test shows, which is little of a long output.
  var testDescription: String {
    "\(ending), \(output.count) bytes \"\(text.prefix(200))\", errors \"\(errors)\""
  }

  /// Whether the bytes are the same; to compare them in an expectation is slow where they differ.
  func hasSameOutput(as other: Outcome) -> Bool { output == other.output }

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of the output; what is behind the last line end counts only if it is there.
  var lines: [Substring] { Self.lines(of: text) }
  var errorLines: [Substring] { Self.lines(of: errors) }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast(text.hasSuffix("\n") || text.isEmpty ? 1 : 0)
  }
}
