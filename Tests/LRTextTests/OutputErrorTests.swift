import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import LRText

@Suite struct OutputErrorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The error of an output that cannot be opened, its folder written as `DIR`.
  private func refusal(_ path: String) throws -> String {
    let error = #expect(throws: OutputError.self) {
      try withOutput(to: .file(path)) { _ in Issue.record("opened before anything is computed") }
    }
    return try #require(error).description.replacing(folder.path, with: "DIR")
  }

  @Test func whatCannotBeAFileIsRefusedBeforeAnythingIsComputed() throws {
    try folder.makeFolder("results")
    try folder.write("text", to: "file")
    try folder.makeLink("link", to: "missing/x.csv")
    let folderMend = "create it first, or name a file in another folder"
    let refusals = [
      "": "output: the name of the file is empty; name a file, or - for standard output",
      folder["results"]: "DIR/results: is a folder; name a file in it, or another file",
      folder["new/"]: "DIR/new/: is a folder; name a file in it, or another file",
      folder["no/x.csv"]: "DIR/no/x.csv: there is no folder DIR/no; \(folderMend)",
      folder["file/x.csv"]:
        "DIR/file/x.csv: DIR/file is a file, no folder; name a file in a folder",
      folder["file/in/x.csv"]:
        "DIR/file/in/x.csv: DIR/file is a file, no folder; name a file in a folder",
      folder["link"]: "DIR/link: there is no folder DIR/missing; \(folderMend)",
    ]
    for (path, description) in refusals { #expect(try refusal(path) == description) }
    #expect(try folder.names == ["file", "link", "results"])
  }

  @Test func aFolderWithoutWritePermissionIsRefused() async throws {
    try folder.makeFolder("closed")
    try folder.setPermissions(0o555, of: "closed")
    try folder.setPermissions(0o755, of: "")
    await #expect(processExitsWith: .success) { [path = folder["closed/curve.csv"] as String] in
      becomeNobody()
      let error = #expect(throws: OutputError.self) { try withOutput(to: .file(path)) { _ in } }
      #expect(
        error?.description == "\(path): cannot be created: Permission denied; "
          + "allow writing to its folder, or name a file in another one")
    }
  }

  @Test func aFileWithoutWritePermissionIsNotReplaced() async throws {
    try folder.setPermissions(0o777, of: "")
    try folder.write("kept", to: "closed.csv", permissions: 0o444)
    await #expect(processExitsWith: .success) { [path = folder["closed.csv"] as String] in
      becomeNobody()
      let error = #expect(throws: OutputError.self) { try withOutput(to: .file(path)) { _ in } }
      #expect(
        error?.description == "\(path): cannot be opened for writing: Permission denied; "
          + "allow writing to the file, or name another one")
    }
    #expect(try folder.text(of: "closed.csv") == "kept")
  }

  @Test func aFileBeyondItsLimitKeepsTheOldOne() async throws {
    try folder.write("old", to: "curve.csv")
    await #expect(processExitsWith: .success) { [path = folder["curve.csv"] as String] in
      unblockSignals()
      Interruption.prepare()
      var limit = rlimit(rlim_cur: 500_000, rlim_max: 500_000)
      #if os(Linux)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #else
        setrlimit(RLIMIT_FSIZE, &limit)
      #endif
      let error = OutputError.refused(path: path, action: .write, reason: .fileTooLarge)
      #expect(throws: error) {
        try withOutput(to: .file(path)) { for _ in 0..<300_000 { try $0.append("row") } }
      }
    }
    #expect(try folder.text(of: "curve.csv") == "old")
    #expect(try folder.names == ["curve.csv"])
  }
}
