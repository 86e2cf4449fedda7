import Foundation
import Testing

/// The documents are what the program says.
@Suite struct DocumentTests {
  @Test(arguments: ["formulas", "lint", "explore"])
  func pagesComeFromTheDeclarations(page: String) async throws {
    let outcome = try await Shell().type("lrsched documentation \(page)")
    #expect(String(decoding: outcome.output, as: UTF8.self) == (try text(of: "docs/\(page).md")))
  }

  @Test(arguments: ["README.md", "Sources/LRSchedule/LRSchedule.docc/LRSchedule.md"])
  func theLibrarysExampleIsTheProgramThatIsBuilt(page: String) throws {
    let example = try text(of: "Tests/LibraryExample/Sources/LibraryExample/main.swift")
    #expect(try text(of: page).contains("```swift\n\(example)```\n"))
  }

  /// Every command line of the README is accepted, in a folder with a configuration.
  @Test func theReadmesCommandsWork() async throws {
    let shell = try Shell()
    try shell.write(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": 100}}}"#,
      to: "ds_config.json")
    let commands = try blocks("sh", of: "README.md").flatMap { block in
      block.split(separator: "\n").filter { $0.contains("lrsched ") && !$0.hasPrefix("make") }
    }
    #expect(commands.count > 10)
    for command in commands {
      let outcome = try await shell.type(String(command))
      #expect(outcome.ending == .exit(0), "\(command): \(outcome.errors)")
    }
  }

  /// What a console shows is what its command says.
  @Test(arguments: ["README.md", "docs/gallery.md"])
  func consolesShowWhatIsSaid(page: String) async throws {
    let consoles = try blocks("console", of: page)
    #expect(consoles.isEmpty == false)
    for console in consoles {
      let lines = console.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let outcome = try await Shell().type(
        String(lines[0].dropFirst("$ ".count)), environment: ["LC_ALL": "C.UTF-8"])
      #expect(outcome.text + outcome.errors == lines[1])
    }
  }

  /// The pictures of the gallery are those of its commands; `make gallery` draws them anew.
  @Test func theGallerysCommandsDrawItsPictures() async throws {
    let shell = try Shell()
    _ = try await shell.type("mkdir -p docs/gallery docs/images")
    for commands in try blocks("sh", of: "docs/gallery.md") {
      let outcome = try await shell.type("set -e; \(commands)")
      #expect(outcome.ending == .exit(0), "\(commands)\(outcome.errors)")
    }
    let drawn = try await shell.type("LC_ALL=C ls docs/gallery/*.svg").lines.map(String.init)
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "docs/gallery").path
    ).filter { $0.hasSuffix(".svg") }.map { "docs/gallery/\($0)" }
    #expect(drawn == kept.sorted())
    for picture in drawn {
      #expect(try text(of: "docs/gallery.md").contains("](\(picture.dropFirst("docs/".count)))"))
      let isTheSame = try text(of: picture) == shell.text(of: picture)
      #expect(isTheSame, "\(picture) is not what its command draws; make gallery draws it anew")
    }
  }
}
