import Testing

/// Where a picture goes, and what is said about it.
@Suite struct PictureTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try shell.write(configuration, to: "ds_config.json")
  }

  @Test(arguments: [
    ("onecycle --steps 10000", "onecycle.png"),
    ("ds_config.json", "ds_config.png"),
    ("./ds_config.json@0.14", "ds_config@0.14.png"),
    ("- < ds_config.json", "stdin.png"),
    ("onecycle ds_config.json", "curves.png"),
    ("warmup-cosine --lr 0.1,0.2 -o groups.png", "groups.png"),
    ("onecycle --steps 1e15", "onecycle.png"),
    ("onecycle --from 1999 --to 2000", "onecycle.png"),
    ("warmup-lr --warmup-max-lr 0", "warmup-lr.png"),
  ])
  func aPictureIsAFileThatIsNamed(words: String, file: String) async throws {
    let outcome = try await shell.type("lrsched plot \(words)")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output == [])
    #expect(outcome.errors == "lrsched: note: wrote \(file)\n")
    #expect(try shell.names == ["ds_config.json", file].sorted())
    #expect(isPNG(try shell.bytes(of: file)))
  }

  @Test func aPictureGoesToStandardOutputIfThatIsAsked() async throws {
    let outcome = try await shell.type("lrsched plot onecycle -o -")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors == "")
    #expect(isPNG(outcome.output))
    #expect(try shell.names == ["ds_config.json"])
  }

  @Test func aPictureReplacesTheLastOne() async throws {
    _ = try await shell.type("lrsched plot onecycle -o picture.png")
    let first = try shell.bytes(of: "picture.png")
    _ = try await shell.type("lrsched plot warmup-lr -o picture.png")
    let second = try shell.bytes(of: "picture.png")
    #expect(isPNG(first) && isPNG(second) && first != second)
  }
}

/// Whether bytes are a PNG from its signature to its last chunk.
private func isPNG(_ bytes: [UInt8]) -> Bool {
  let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  let end: [UInt8] = [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
  return bytes.starts(with: signature) && bytes.suffix(end.count) == end[...]
}
