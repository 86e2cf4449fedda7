import Foundation
import TestSupport
import Testing

/// Where output may go: links, pipes, devices, files with rights and owners of their own.
@Suite(.serialized, .patience(minutes: 5)) struct DestinationTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  private static let commands = [
    "csv onecycle --steps 9", "json onecycle --steps 9", "npy onecycle --steps 9",
    "eval onecycle --at 5", "show onecycle", "plot onecycle --format png",
    "plot onecycle --format svg", "plot onecycle --format pdf", "compare onecycle onecycle",
  ]

  @Test(arguments: commands)
  func linksStayLinks(words: String) async throws {
    let whole = try await output(of: words)
    let outcome = try await shell.type(
      """
      mkdir data; echo old > data/file; chmod 640 data/file
      ln -s file data/inner; ln -s data/inner outer; ln -s "$PWD/data/new" dangling
      lrsched \(words) -o outer && lrsched \(words) -o dangling || exit
      readlink outer data/inner
      test -L dangling && ls -l data/file | cut -c 1-10
      """)
    #expect(outcome.text == "data/inner\nfile\n-rw-r-----\n")
    #expect(try shell.bytes(of: "data/file") == whole)
    #expect(try shell.bytes(of: "data/new") == whole)
    #expect(try shell.names == ["dangling", "data", "outer", "whole"])
  }

  @Test(arguments: commands)
  func aNamedPipeStaysOne(words: String) async throws {
    let whole = try await output(of: words)
    let outcome = try await shell.type(
      "mkfifo pipe; cat pipe > read & lrsched \(words) -o pipe; wait; test -p pipe")
    #expect(outcome.ending == .exit(0))
    #expect(try shell.bytes(of: "read") == whole)
    #expect(try shell.names == ["pipe", "read", "whole"])
  }

  @Test(arguments: commands)
  func aDeviceStaysOne(words: String) async throws {
    let outcome = try await shell.type(
      "ln -s /dev/null null; lrsched \(words) -o null && test -c /dev/null && readlink null")
    #expect(outcome.text == "/dev/null\n")
    #expect(try shell.names == ["null"])
  }

  @Test(arguments: commands, [0o600, 0o640, 0o644, 0o755])
  func aFileKeepsItsPermissions(words: String, permissions: Int) async throws {
    let whole = try await output(of: words)
    let mode = String(permissions, radix: 8)
    let outcome = try await shell.type(
      """
      umask 0; echo old > file; chmod \(mode) file
      lrsched \(words) -o file; find file -perm \(mode)
      """)
    #expect(outcome.text == "file\n")
    #expect(try shell.bytes(of: "file") == whole)
  }

  // MARK: Rights

  /// Root may give files away, and so gives the new file the old one's owner.
  @Test(.enabled(if: getuid() == 0, "only root gives files away"), arguments: commands)
  func theOwnerStays(words: String) async throws {
    let outcome = try await shell.type(
      """
      echo old > file; chown 1234:2345 file; chmod 640 file
      lrsched \(words) -o file; ls -ln file
      """)
    let line = outcome.text.split(separator: " ", omittingEmptySubsequences: true)
    #expect(line.prefix(4) == ["-rw-r-----", "1", "1234", "2345"])
  }

  /// Whoever may write a file of someone else, in a folder where new ones may be made, has a file of
  /// their own then; its group may do no more than everybody could.
  @Test(.enabled(if: canBecomeNobody, "only root, with setpriv, can be someone else"))
  func aFileOfSomeoneElseIsReplaced() async throws {
    let outcome = try await shell.type(
      """
      chmod 777 .; echo old > file; chmod 666 file
      \(Self.asNobody) lrsched csv onecycle --steps 1 -o file && ls -ln file && cat file
      """)
    #expect(outcome.ending == .exit(0), "\(outcome)")
    #expect(outcome.text.hasPrefix("-rw-rw-rw- 1 65534 65534 "))
    #expect(outcome.text.hasSuffix("\nstep,lr,momentum\n0,0.0001,0.8\n"))
  }

  /// Root may do everything, so that someone else has to try.
  @Test(
    .enabled(if: getuid() != 0 || canBecomeNobody, "root needs setpriv to be refused something"),
    arguments: commands)
  func whatIsForbiddenIsTold(words: String) async throws {
    let outcome = try await shell.type(
      """
      mkdir folder; echo old > folder/file; chmod 666 folder/file; chmod 555 folder
      chmod 777 .; echo old > file; chmod 444 file
      for file in folder/file folder/new file; do
        \(Self.asNobody) lrsched \(words) -o $file; echo $?
      done
      cat folder/file file; ls -A folder
      """)
    #expect(outcome.text == "2\n2\n2\nold\nold\nfile\n")
    #expect(outcome.errorLines.count == 3)
    let starts = [
      "folder/file: cannot be created: ", "folder/new: cannot be created: ",
      "file: cannot be opened for writing: ",
    ]
    for (line, start) in zip(outcome.errorLines, starts) {
      #expect(line.hasPrefix("lrsched: error: \(start)"))
      #expect(line.contains("Permission denied; allow writing to "))
    }
    #expect(try shell.names == ["file", "folder"])
  }

  private static let asNobody =
    getuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups" : ""

  private static let canBecomeNobody =
    getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
    && canBeReachedByAnyone

  /// Whether the folders above the program let everyone through.
  private static let canBeReachedByAnyone: Bool = {
    var folder = Shell.products
    while folder.path != "/" {
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path)
      guard let permissions = attributes?[.posixPermissions] as? Int, permissions & 0o001 != 0
      else { return false }
      folder.deleteLastPathComponent()
    }
    return true
  }()

  // MARK: More than one

  @Test(arguments: commands)
  func oneOfTwoWritersAtOnceWins(words: String) async throws {
    let others = words.replacing("onecycle", with: "warmup-cosine")
    let all = [try await output(of: words), try await output(of: others)]
    for _ in 0..<3 {
      let outcome = try await shell.type(
        """
        lrsched \(words) -o file & one=$!
        lrsched \(others) -o file & two=$!
        wait $one && wait $two
        """)
      #expect(outcome.ending == .exit(0))
      #expect(all.contains(try shell.bytes(of: "file")))
      #expect(try shell.names == ["file", "whole"])
    }
  }

  /// Long enough that both write at the same time.
  @Test func oneOfTwoLongWritersWins() async throws {
    let all = [
      try await output(of: "csv onecycle --steps 3e5"),
      try await output(of: "csv warmup-cosine --steps 3e5"),
    ]
    for _ in 0..<5 {
      _ = try await shell.type(
        "for name in onecycle warmup-cosine; do lrsched csv $name --steps 3e5 -o file & done; wait")
      #expect(all.contains(try shell.bytes(of: "file")))
      #expect(try shell.names == ["file", "whole"])
    }
  }

  // MARK: Closed streams

  /// A file that is opened gets the number of the stream that is closed.
  @Test(arguments: ["2>&-", "2>&- >&-", "2>&- <&-", "2>&- >&- <&-"])
  func whatIsSaidIsNeverWrittenIntoAFile(redirections: String) async throws {
    let outcome = try await shell.type(
      """
      lrsched plot onecycle --size 60x40 -o whole.png
      lrsched plot onecycle --size 60x40 -o file.png \(redirections) && cmp whole.png file.png
      """)
    #expect(outcome.ending == .exit(0), "\(outcome)")
    #expect(outcome.errors.contains("no room for momentum"))
  }

  @Test func whatIsSaidIsNeverWrittenIntoAStream() async throws {
    let outcome = try await shell.type(
      """
      lrsched plot onecycle --size 60x40 -o - > whole.png
      lrsched plot onecycle --size 60x40 -o - > stream.png 2>&- && cmp whole.png stream.png
      """)
    #expect(outcome.ending == .exit(0), "\(outcome)")
  }

  @Test func aFolderThatIsGoneIsTold() async throws {
    let outcome = try await shell.type(
      "mkdir gone; cd gone; rmdir ../gone; lrsched csv onecycle -o file")
    #expect(outcome.ending == .exit(2))
    #expect(outcome.errors.hasPrefix("lrsched: error: file: cannot be created: No such file"))
  }

  /// What a command writes into a new file.
  private func output(of words: String) async throws -> [UInt8] {
    let outcome = try await shell.type("lrsched \(words) -o whole")
    try #require([.exit(0), .exit(1)].contains(outcome.ending), "\(outcome)")
    return try shell.bytes(of: "whole")
  }
}
