import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import LRText

@Suite struct OutputFileTests {
  private struct Stop: Error {}

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String) throws {
    try withOutput(to: .file(folder[name])) { try $0.append(text) }
  }

  // MARK: Files that appear whole

  @Test func aNewFileHasTheUsualPermissions() throws {
    try write("new\n", to: "curve.csv")
    #expect(try folder.text(of: "curve.csv") == "new\n")
    #expect(try folder.names == ["curve.csv"])

    let usual = try FileDescriptor.open(
      FilePath(folder["usual"]), .writeOnly, options: .create,
      permissions: FilePermissions(rawValue: 0o666))
    try usual.close()
    #expect(
      try folder.status(of: "curve.csv").permissions == folder.status(of: "usual").permissions)
  }

  @Test(arguments: [0o640, 0o600, 0o666, 0o755, 0o200])
  func aReplacedFileKeepsItsPermissionsAndOwner(permissions: Int) throws {
    try folder.write("old, and longer", to: "curve.csv", permissions: permissions)
    let before = try folder.status(of: "curve.csv")
    try write("new", to: "curve.csv")
    let after = try folder.status(of: "curve.csv")
    #expect(after.permissions.rawValue == mode_t(permissions))
    #expect(after.userID == before.userID && after.groupID == before.groupID)
    #expect(after.size == 3)
    #expect(try folder.names == ["curve.csv"])
  }

  @Test func theOldFileIsThereUntilTheNewOneIsWhole() throws {
    try folder.write("old", to: "curve.csv")
    try withOutput(to: .file(folder["curve.csv"])) { writer in
      for _ in 0..<200_000 { try writer.append("new") }
      #expect(try folder.text(of: "curve.csv") == "old")
      #expect(try folder.names == [".curve.csv.lrsched-\(getpid()).tmp", "curve.csv"])
    }
    #expect(try folder.status(of: "curve.csv").size == 600_000)
  }

  @Test func anErrorKeepsTheOldFile() throws {
    try folder.write("old", to: "curve.csv")
    #expect(throws: Stop.self) {
      try withOutput(to: .file(folder["curve.csv"])) { writer in
        try writer.append("half")
        throw Stop()
      }
    }
    #expect(try folder.text(of: "curve.csv") == "old")
    #expect(try folder.names == ["curve.csv"])
  }

  @Test func anErrorLeavesNothingWhereNothingWas() throws {
    #expect(throws: Stop.self) {
      try withOutput(to: .file(folder["curve.csv"])) { _ in throw Stop() }
    }
    #expect(try folder.names == [])
  }

  @Test func twoWritersOfOneFileDoNotMix() throws {
    try withOutput(to: .file(folder["curve.csv"])) { outer in
      try outer.append("outer")
      try write("inner", to: "curve.csv")
      #expect(try folder.text(of: "curve.csv") == "inner")
    }
    #expect(try folder.text(of: "curve.csv") == "outer")
    #expect(try folder.names == ["curve.csv"])
  }

  @Test(arguments: ["x", "é", "曲"])
  func theLongestNameCanBeWritten(letter: String) throws {
    let name = String(repeating: letter, count: 255 / letter.utf8.count)
    try write("new", to: name)
    #expect(try folder.text(of: name) == "new")
    #expect(try folder.names == [name])
  }

  @Test func aFileThatCannotGetItsNameIsRemoved() throws {
    let path = folder["curve.csv"]
    #expect(throws: OutputError.refused(path: path, action: .replace, reason: .isDirectory)) {
      try withOutput(to: .file(path)) { writer in
        try writer.append("new")
        try folder.makeFolder("curve.csv")
      }
    }
    #expect(try folder.names == ["curve.csv"])
  }

  // MARK: Links

  @Test func aLinkStaysALink() throws {
    try folder.makeFolder("data")
    try folder.write("old", to: "data/curve.csv", permissions: 0o640)
    try folder.makeLink("data/inner", to: "curve.csv")
    try folder.makeLink("outer", to: "data/inner")
    try write("new", to: "outer")
    #expect(try folder.status(of: "outer").type == .symbolicLink)
    #expect(try folder.status(of: "data/inner").type == .symbolicLink)
    #expect(try folder.text(of: "data/curve.csv") == "new")
    #expect(try folder.status(of: "data/curve.csv").permissions.rawValue == 0o640)
    #expect(try folder.names == ["data", "outer"])
  }

  @Test func theTargetOfADanglingLinkIsCreated() throws {
    try folder.makeFolder("data")
    try folder.makeLink("relative", to: "data/first.csv")
    try folder.makeLink("absolute", to: folder["data/second.csv"])
    try write("1", to: "relative")
    try write("2", to: "absolute")
    #expect(try folder.text(of: "data/first.csv") == "1")
    #expect(try folder.text(of: "data/second.csv") == "2")
    #expect(try folder.status(of: "relative").type == .symbolicLink)
    #expect(try folder.status(of: "absolute").type == .symbolicLink)
  }

  @Test func aLoopOfLinksIsAnError() throws {
    try folder.makeLink("one", to: "two")
    try folder.makeLink("two", to: "one")
    let error = OutputError.refused(
      path: folder["one"], action: .open, reason: .tooManySymbolicLinkLevels)
    #expect(throws: error) { try write("new", to: "one") }
  }

  // MARK: Streams

  @Test func aNamedPipeIsWrittenTo() throws {
    try folder.makeNamedPipe("pipe")
    let path = FilePath(folder["pipe"])
    let reader = Background { try FileDescriptor.open(path, .readOnly).readToEnd() }
    try write("through\n", to: "pipe")
    #expect(try reader.value() == Array("through\n".utf8))
    #expect(try folder.status(of: "pipe").type == .fifo)
    #expect(try folder.names == ["pipe"])
  }

  @Test func aDeviceStaysADevice() throws {
    try folder.makeLink("null", to: "/dev/null")
    try write("gone", to: "null")
    #expect(try FilePath("/dev/null").stat().type == .characterSpecial)
    #expect(try folder.status(of: "null").type == .symbolicLink)
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "/dev/full is Linux's"))
  func aFullDeviceIsAnError() {
    let error = OutputError.refused(path: "/dev/full", action: .write, reason: .noSpace)
    #expect(throws: error) { try withOutput(to: .file("/dev/full")) { try $0.append("lost") } }
  }

  @Test(arguments: ["/dev/fd/", "/proc/self/fd/"])
  func anOpenDescriptorIsContinued(place: String) throws {
    try folder.write("before\n", to: "log", permissions: 0o600)
    let log = try FileDescriptor.open(FilePath(folder["log"]), .writeOnly, options: .append)
    try withOutput(to: .file("\(place)\(log.rawValue)")) { try $0.append("after\n") }
    try log.closeAfter { _ = try log.writeAll("open still\n".utf8) }
    #expect(try folder.text(of: "log") == "before\nafter\nopen still\n")
  }

  @Test(arguments: [nil, "-", "/dev/stdout"])
  func standardOutputIsContinued(name: String?) async throws {
    let path = folder["out"]
    await #expect(processExitsWith: .success) { [path = path as String, name] in
      let out = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
      let before = try FileDescriptor.standardOutput.duplicate()
      _ = try out.duplicate(as: .standardOutput)
      try withOutput(to: OutputTarget(name)) { try $0.append("first\n") }
      #expect(throws: CancellationError.self) {
        try withOutput(to: OutputTarget(name)) { writer in
          try writer.append("what came before an error\n")
          throw CancellationError()
        }
      }
      // The testing library writes its own marks at the end.
      _ = try before.duplicate(as: .standardOutput)
    }
    #expect(try folder.text(of: "out") == "first\nwhat came before an error\n")
    #expect(try folder.names == ["out"])
  }

  @Test func aClosedStandardOutputIsAnError() async {
    await #expect(processExitsWith: .success) {
      try FileDescriptor.standardOutput.close()
      let error = OutputError.refused(
        path: "standard output", action: .open, reason: .badFileDescriptor)
      #expect(throws: error) { try withOutput(to: .standardOutput) { _ in } }
    }
  }
}
