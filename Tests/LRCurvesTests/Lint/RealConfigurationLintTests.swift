import Foundation
import LRConfiguration
import TestSupport
import Testing

@testable import LRCurves

/// What is found in the configurations of other people's repositories.
///
/// They are not part of this project. `LRSCHED_REAL_CONFIGS` names their folder; without it they are
/// looked for beside the package.
@Suite(
  .enabled(
    if: realConfigurations != nil,
    "the real configurations are not here; LRSCHED_REAL_CONFIGS names their folder"))
struct RealConfigurationLintTests {
  /// A mistake is what the framework refuses, and only that.
  @Test(arguments: RealConfigurations.all)
  func mistakesAreWhatIsRefused(real: RealConfigurations.File) throws {
    switch real.outcome {
    case "rows":
      #expect(try real.findings().filter { $0.level == .mistake } == [])
    case "refused":
      #expect(try real.findings().contains { $0.level == .mistake })
    default:
      #expect(throws: ConfigurationError.self) { try real.findings() }
    }
  }

  /// Everything but notes, file by file.
  @Test func theFindingsOfEach() throws {
    var found: [String: [String]] = [:]
    for real in RealConfigurations.all where real.outcome != "unreadable" {
      let rules = try real.findings().filter { $0.level > .note }.map(\.rule)
      if !rules.isEmpty { found[real.file] = rules }
    }
    for (file, rules) in Self.expected { #expect(found[file] == rules, "\(file)") }
    #expect(found.keys.sorted() == Self.expected.keys.sorted())
  }

  /// How many files have a note.
  @Test(arguments: expectedNotes)
  func notes(rule: String, count: Int) throws {
    let files = try RealConfigurations.all.filter { $0.outcome != "unreadable" }
      .filter { try $0.findings().contains { $0.rule == rule && $0.level == .note } }
    #expect(files.count == count)
  }

  private static let expected = [
    "028.json": ["LR009"],
    "108.json": ["LR002"],
    "112.json": ["LR005"],
    "136.json": ["LR009"],
    "165.json": ["LR009"],
    "167.json": ["LR009"],
    "192.json": ["LR005"],
    "402.json": ["LR001"],
    "403.json": ["LR004"],
    "497.json": ["LR026"],
    "637.json": ["LR005"],
    "739.json": ["LR026", "LR005"],
    "838.json": ["LR004"],
  ]

  private static let expectedNotes = [
    ("LR010", 66),
    ("LR011", 45),
    ("LR012", 65),
    ("LR028", 4),
    // 40 have an "auto"; one of them, without params, has no schedule to speak of.
    ("LR029", 39),
  ]
}

/// The files, and what the framework makes of each.
enum RealConfigurations {
  struct File: Decodable, Sendable, CustomTestStringConvertible {
    let file: String
    let outcome: String
    let arguments: [String]?

    var testDescription: String { file }

    /// What is found without the flags that fill "auto".
    func findings() throws -> [Finding] {
      try LRCurvesTests.findings(inFile: "\(realConfigurations ?? "")/deepspeed/\(file)")
    }
  }

  static let all: [File] = {
    guard let folder = realConfigurations,
      let data = FileManager.default.contents(atPath: "\(folder)/deepspeed/expected.json")
    else { return [] }
    return (try? JSONDecoder().decode([File].self, from: data)) ?? []
  }()
}
