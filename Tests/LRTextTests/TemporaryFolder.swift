import Foundation
import SystemPackage
import TestSupport

extension TemporaryFolder {
  /// The names of what is in the folder, hidden files too.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func write(_ text: String, to name: String, permissions: Int = 0o644) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self[name]))
    try setPermissions(permissions, of: name)
  }

  func setPermissions(_ permissions: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: self[name])
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self[name])), as: UTF8.self)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: true)
  }

  func makeLink(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
  }

  func makeNamedPipe(_ name: String) throws {
    guard mkfifo(self[name], 0o600) == 0 else { throw Errno(rawValue: errno) }
  }

  /// The status of what is there itself, a link say.
  func status(of name: String) throws -> Stat {
    try FilePath(self[name]).stat(followTargetSymlink: false)
  }
}
