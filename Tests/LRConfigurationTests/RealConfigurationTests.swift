import Foundation
import LRSchedule
import LRText
import TestSupport
import Testing

@testable import LRConfiguration

/// Configurations of other people's repositories, and what DeepSpeed itself makes of each.
///
/// They are not part of this project. `LRSCHED_REAL_CONFIGS` names their folder; without it they are
/// looked for beside the package.
@Suite(
  .enabled(
    if: realConfigurations != nil,
    "the real configurations are not here; LRSCHED_REAL_CONFIGS names their folder"))
struct RealConfigurationTests {
  @Test func everyOneIsThere() {
    #expect(RealConfiguration.all.count == 78)
    #expect(RealConfiguration.all.count { $0.rows != nil } == 69)
  }

  @Test(arguments: RealConfiguration.all.filter { $0.rows != nil })
  func rowsToTheBit(real: RealConfiguration) throws {
    let resolution = try real.line.resolve()
    let schedule = try #require(resolution.schedules.first?.schedule)
    #expect(schedule.type.name == real.type)
    for row in real.rows ?? [] {
      for (channel, text) in [(Channel.lr, row.lr), (.momentum, row.momentum)] {
        let bits = schedule.columns(of: channel).map { $0.value(at: row.step)?.bitPattern }
        let expected = text.flatMap(Double.init).map { [$0.bitPattern] } ?? []
        #expect(bits == expected, "\(channel) at step \(row.step)")
      }
    }
    #expect(schedule.notices.count == real.warnings?.count)
    for name in real.auto ?? [] {
      #expect(resolution.said.contains { $0.contains(": \(name) \"auto\" is ") }, "\(name)")
    }
  }

  @Test(arguments: RealConfiguration.all.filter { $0.rows == nil })
  func refusals(real: RealConfiguration) throws {
    let refusal = try #require(real.line.refusal())
    let reason = try #require(real.reason)
    #expect(refusal.contains(try #require(Self.wording(of: reason))), "\(reason)")
    // Nothing of this kind is without its line and column.
    #expect(refusal.hasPrefix(real.path + ":"))
    #expect(refusal.dropFirst(real.path.utf8.count + 1).first?.isNumber == true)
  }

  /// The framework's reason in our words.
  private static func wording(of reason: String) -> String? {
    if let key = reason.firstMatch(of: /duplicate key (\w+)/) {
      return "the key \"\(key.1)\" stands twice"
    }
    if let match = reason.firstMatch(of: /(\w+) must be a positive integer, got (\S+)/) {
      return "\(match.1) is \(match.2); it must be a whole number above 0"
    }
    if let match = reason.firstMatch(
      of: /(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'/)
    {
      return "\(match.1) has no parameter \"\(match.2)\""
    }
    if reason == "no \"params\"" { return "the scheduler has no \"params\"" }
    if reason.hasPrefix("Extra data") { return "there is more text behind the end" }
    return nil
  }
}

/// One of the files, and what is expected of it.
struct RealConfiguration: Decodable, Sendable, CustomTestStringConvertible {
  let file: String
  let type: String?
  let arguments: [String]?
  let auto: [String]?
  let warnings: [String]?
  let reason: String?
  let rows: [Row]?

  struct Row: Decodable, Sendable {
    let step: Int
    /// The bits as a hexadecimal number.
    let lr: String?
    let momentum: String?
  }

  var testDescription: String { file }
  var path: String { "\(realConfigurations ?? "")/deepspeed/\(file)" }
  /// The command line that asks for it, with what fills its "auto" values.
  var line: TypedLine { TypedLine([path] + (arguments ?? []), "") }

  static let all: [RealConfiguration] = {
    guard let folder = realConfigurations,
      let data = FileManager.default.contents(atPath: "\(folder)/deepspeed/expected.json")
    else { return [] }
    return (try? JSONDecoder().decode([RealConfiguration].self, from: data)) ?? []
  }()
}
