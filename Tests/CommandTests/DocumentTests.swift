import Foundation
import Testing

/// The documents are what the program says.
@Suite struct DocumentTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test func formulasComeFromTheDeclarations() async throws {
    let outcome = try await Shell().type("lrsched documentation")
    #expect(String(decoding: outcome.output, as: UTF8.self) == (try text(of: "docs/formulas.md")))
  }

  @Test func theReadmesExampleIsTheProgramThatIsBuilt() throws {
    let example = try text(of: "Tests/LibraryExample/Sources/LibraryExample/main.swift")
    #expect(try text(of: "README.md").contains("```swift\n\(example)```\n"))
  }

  /// Every command line of the README is accepted, in a folder with a configuration.
  @Test func theReadmesCommandsWork() async throws {
    let shell = try Shell()
    try shell.write(
      #"{"scheduler": {"type": "WarmupLR", "params": {"warmup_num_steps": 100}}}"#,
      to: "ds_config.json")
    let blocks = try text(of: "README.md").components(separatedBy: "```sh\n").dropFirst()
    let lines = blocks.flatMap { block in
      block.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
    }
    let commands = lines.filter { $0.contains("lrsched ") && !$0.hasPrefix("make") }
    #expect(commands.count > 10)
    for command in commands {
      let outcome = try await shell.type(command)
      #expect(outcome.ending == .exit(0), "\(command): \(outcome.errors)")
    }
  }
}
