import Foundation
import Testing

/// Unsafe memory is where docs/reliability.md says that it is, and each use of it is argued for.
@Suite struct UnsafeMemoryTests {
  /// What is not checked by the language, and how the line begins that says why it is right.
  private static let pointers = [
    "Unsafe", "unsafeUninitialized", "OpaquePointer", "Unmanaged", "cString:", "rebasing:",
    "bindMemory", ".extracting(", "baseAddress",
  ]
  private static let shared = ["@unchecked Sendable", "nonisolated(unsafe)"]

  /// The most lines between a use and its argument: both are seen together.
  private static let nearby = 12

  @Test(arguments: [("// Bounds: ", pointers), ("// Races: ", shared)])
  func eachUseHasItsArgument(mark: String, words: [String]) throws {
    for source in try sources() {
      let uses = source.uses(of: words)
      let arguments = source.arguments(beginningWith: mark)
      for use in uses {
        let isArgued = arguments.contains { abs($0 - use) <= Self.nearby }
        #expect(isArgued, "\(source.path):\(use + 1) has no \"\(mark)\" beside it")
      }
      for argument in arguments {
        let isUsed = uses.contains { abs($0 - argument) <= Self.nearby }
        #expect(isUsed, "\(source.path):\(argument + 1): \"\(mark)\" is about nothing")
      }
    }
  }

  /// What skips a check of the language without a pointer is nowhere.
  @Test func nothingElseIsUnchecked() throws {
    let words = ["unsafelyUnwrapped", "unsafeDowncast", "_unchecked", "unowned(unsafe)"]
    for source in try sources() {
      #expect(source.uses(of: words).isEmpty, "\(source.path)")
    }
  }

  @Test func theTableNamesTheFiles() throws {
    let files = try sources().filter { !$0.uses(of: Self.pointers).isEmpty }.map(\.name)
    #expect(try files.sorted() == namesInTheTable().sorted())
  }

  /// What the second column of the table has in code font.
  private func namesInTheTable() throws -> [String] {
    let section = try text(of: "docs/reliability.md")
      .components(separatedBy: "## Memory and threads\n").dropFirst().joined()
      .components(separatedBy: "\n## ")[0]
    let rows = section.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }
    return rows.flatMap { (row: String) -> [String] in
      let parts = row.components(separatedBy: "|")[2].components(separatedBy: "`")
      return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
    }
  }

  private func sources() throws -> [Source] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Sources").path)
      .filter { $0.hasSuffix(".swift") }.sorted().map { try Source("Sources/\($0)") }
  }
}

/// A file of Swift.
private struct Source {
  let path: String
  /// Without the spaces in front.
  private let lines: [String]

  init(_ path: String) throws {
    self.path = path
    lines = try text(of: path).components(separatedBy: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The name without folders and `.swift`.
  var name: String { URL(filePath: path).deletingPathExtension().lastPathComponent }

  /// The lines that argue for something.
  func arguments(beginningWith mark: String) -> [Int] {
    lines.indices.filter { lines[$0].hasPrefix(mark) }
  }

  /// The lines of code that have one of some words.
  func uses(of words: [String]) -> [Int] {
    lines.indices.filter { index in
      !lines[index].hasPrefix("//") && words.contains { lines[index].contains($0) }
    }
  }
}
