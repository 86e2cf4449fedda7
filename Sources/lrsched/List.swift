import ArgumentParser
import LRConfiguration
import LRSchedule
import LRText

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists every schedule, by framework.",
    discussion: """
      EXAMPLES:
        lrsched list
        lrsched show onecycle
      """)

  func run() throws {
    let width = Catalog.types.map(\.commandName.count).max() ?? 0
    let sections = Framework.allCases.map { framework in
      let types = Catalog.types.filter { $0.framework == framework }
      let lines = types.map { type in
        let space = String(repeating: " ", count: width - type.commandName.count)
        return "  \(type.commandName)\(space)  \(type.name): \(type.summary)\n"
      }
      let others = UncomputedScheduler.all(of: framework)
      let rest =
        others.isEmpty
        ? [] : ["  no formula of the step: \(others.map(\.name).joined(separator: ", "))\n"]
      return "\(framework.title) \(framework.releaseRange)\n" + (lines + rest).joined()
    }
    try withOutput(to: .standardOutput) { try $0.append(sections.joined(separator: "\n")) }
  }
}

extension Framework {
  fileprivate var releaseRange: String {
    releases.count == 1 ? "\(newestRelease)" : "\(releases[0]) to \(newestRelease)"
  }
}
