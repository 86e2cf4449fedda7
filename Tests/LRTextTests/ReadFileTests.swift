import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import LRText

@Suite struct ReadFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The error of an input, its folder written as `DIR`.
  private func refusal(_ path: String, limit: Int = ReadFile.usualLimit) throws -> String {
    let error = #expect(throws: InputError.self) { try ReadFile.bytes(of: path, limit: limit) }
    return try #require(error).description.replacing(folder.path, with: "DIR")
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
  func aFileIsReadWhole(size: Int) throws {
    let text = String((0..<size).map { Character(Unicode.Scalar(UInt8(97 + $0 % 23))) })
    try folder.write(text, to: "file")
    #expect(try ReadFile.bytes(of: folder["file"]) == Array(text.utf8))
  }

  @Test func aFileThatDoesNotSayItsSizeIsRead() throws {
    try #require(FileManager.default.fileExists(atPath: "/proc/self/status"))
    #expect(try !ReadFile.bytes(of: "/proc/self/status").isEmpty)
  }

  @Test func standardInputIsAMinus() async throws {
    try folder.write("{}", to: "file")
    await #expect(processExitsWith: .success) { [path = folder["file"] as String] in
      _ = try FileDescriptor.open(FilePath(path), .readOnly).duplicate(as: .standardInput)
      #expect(try ReadFile.bytes(of: "-") == Array("{}".utf8))
      #expect(throws: InputError.tooLarge(path: "standard input", limit: 1)) {
        _ = try FileDescriptor.standardInput.seek(offset: 0, from: .start)
        return try ReadFile.bytes(of: "-", limit: 1)
      }
      try FileDescriptor.standardInput.close()
      #expect(throws: InputError.refused(path: "standard input", reason: .badFileDescriptor)) {
        try ReadFile.bytes(of: "-")
      }
    }
  }

  @Test func theLimitIsTheLargestSize() throws {
    try folder.write("12345678", to: "file")
    #expect(try ReadFile.bytes(of: folder["file"], limit: 8).count == 8)
    #expect(
      try refusal(folder["file"], limit: 7)
        == "DIR/file: has more than 7 bytes; give a smaller file")
  }

  @Test func aHugeFileIsRefusedUnread() throws {
    try folder.write("", to: "huge")
    let huge = try FileDescriptor.open(FilePath(folder["huge"]), .writeOnly)
    try huge.closeAfter { try huge.resize(to: 1 << 40) }
    #expect(try refusal(folder["huge"]) == "DIR/huge: has more than 64 MiB; give a smaller file")
  }

  @Test func anEndlessInputIsReadUpToTheLimit() throws {
    #expect(
      try refusal("/dev/zero", limit: 1 << 20)
        == "/dev/zero: has more than 1 MiB; give a smaller file")
  }

  @Test func aNamedPipeIsRead() throws {
    try folder.makeNamedPipe("pipe")
    let path = folder["pipe"]
    let reader = Background { try ReadFile.bytes(of: path) }
    try withOutput(to: .file(path)) { try $0.append("through") }
    #expect(try reader.value() == Array("through".utf8))
  }

  @Test func whatCannotBeReadIsNamed() throws {
    try folder.write("text", to: "file")
    let missing = "there is no such file; check the name and the folder"
    #expect(try refusal(folder["none"]) == "DIR/none: \(missing)")
    #expect(try refusal(folder["file/none"]) == "DIR/file/none: \(missing)")
    #expect(try refusal("") == "input: \(missing)")
    #expect(try refusal(folder.path) == "DIR: is a folder; name a file in it")
  }

  @Test func aFileWithoutReadPermissionIsRefused() async throws {
    try folder.write("secret", to: "closed", permissions: 0o000)
    try folder.setPermissions(0o755, of: "")
    await #expect(processExitsWith: .success) { [path = folder["closed"] as String] in
      becomeNobody()
      let error = #expect(throws: InputError.self) { try ReadFile.bytes(of: path) }
      #expect(
        error?.description
          == "\(path): cannot be read: Permission denied; allow reading it, or name another file")
    }
  }
}
