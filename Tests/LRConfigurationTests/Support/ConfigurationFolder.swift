import Foundation
import TestSupport

@testable import LRConfiguration

/// A folder of configurations for one test, removed when the test ends.
final class ConfigurationFolder {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.path }

  /// The path of a file in the folder, whether it exists or not.
  subscript(name: String) -> String { folder[name] }

  /// Writes a file, and the folders that its name has.
  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The schedule of a configuration, with flags behind it.
  func resolve(_ configuration: String, _ flags: String = "") throws -> Resolution {
    try line(configuration, flags).resolve()
  }

  /// Why a configuration is refused, its path written as `ds.json`; nil where it is not.
  func refusal(of configuration: String, _ flags: String = "") throws -> String? {
    try line(configuration, flags).refusal().map(shortened)
  }

  /// What is said of a configuration beside its schedule, its path written as `ds.json`.
  func said(of configuration: String, _ flags: String = "") throws -> [String] {
    try resolve(configuration, flags).said.map(shortened)
  }

  /// What a line with `lrsched csv` in front says: the schedules in a line each and what is said beside
  /// them, or the error alone; `%` is the folder.
  func answer(_ line: String) -> String {
    let line = TypedLine(line.replacingOccurrences(of: "%", with: path + "/"))
    do {
      let resolution = try line.resolve()
      return shortened(
        (resolution.schedules.map(\.schedule.summary) + resolution.said).joined(separator: "\n"))
    } catch {
      return shortened("\(error)")
    }
  }

  /// A text without the folder's path.
  func shortened(_ text: String) -> String { text.replacingOccurrences(of: path + "/", with: "") }

  private func line(_ configuration: String, _ flags: String) throws -> TypedLine {
    try write(configuration, to: "ds.json")
    return TypedLine([self["ds.json"]], flags)
  }
}
