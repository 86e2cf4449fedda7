import ArgumentParser
import LRSchedule
import LRText

/// docs/formulas.md, docs/lint.md and docs/explore.md, made from the declarations.
struct Documentation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documentation",
    abstract: "Writes a page of the documents.", shouldDisplay: false)

  /// A page that is made from declarations.
  enum Page: String, CaseIterable, ExpressibleByArgument {
    case formulas, lint, explore
  }

  @ArgumentParser.Argument
  var page = Page.formulas

  func run() throws {
    let text =
      switch page {
      case .formulas: ([Self.introduction] + Catalog.types.map(\.section)).joined(separator: "\n")
      case .lint: try lintPage()
      case .explore: try explorePage()
      }
    try withOutput(to: .standardOutput) { try $0.append(text) }
  }

  private static let introduction = """
    # Formulas

    What each schedule computes, from the declarations of the program (`make docs` writes this page, and
    a test holds it to them). All arithmetic is IEEE double, in the order that is written; `log` and `cos`
    are those of [accuracy.md](accuracy.md). `t` is the step: the number of completed
    `scheduler.step()` calls. Row `t` is the value that the optimizer holds after `t` calls, and training
    batch `t`, counted from 0, uses it. The framework's own counter, `last_batch_iteration`, is `t - 1`,
    and every comparison of the framework is made on it: with fractional sizes that is not the same.

    A list has one value a parameter group. `lrsched show NAME` prints the same for one schedule, with
    your values in it.

    """
}

extension SchedulerType {
  fileprivate var section: String {
    """
    ## \(name)

    `\(commandName)`: \(summary). Source: \(source).

    ```text
    \(formula)
    ```

    \(parameterTable)
    \(list("Mind", quirks.map(\.text)))\(list("Releases", releases))
    """
  }

  private var parameterTable: String {
    let rows = parameters.map { parameter in
      let value =
        switch parameter.requirement {
        case .optional: "`\(parameter.defaultValue)`" + earlierDefault(of: parameter)
        case .required: "required"
        case .requiredUnless(let other, _): "required without `\(other)`"
        }
      return "| `\(parameter.name)` | \(parameter.takes) | \(value) |"
        + " \(parameter.help)\(checks(of: parameter)) |"
    }
    return """
      | parameter | takes | default | what it is |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }

  private func earlierDefault(of parameter: ParameterDeclaration) -> String {
    parameter.earlier.map { " (before \($0.change.release): `\($0.value)`)" } ?? ""
  }

  private func checks(of parameter: ParameterDeclaration) -> String {
    parameter.rules.map { "; must be \($0)" }.joined()
  }

  private var releases: [String] {
    history.map { "from \($0.release): \($0.summary). Before: \($0.before)." }
  }

  private func list(_ title: String, _ items: [String]) -> String {
    items.isEmpty
      ? "" : "\(title):\n\n" + items.map { "- \($0)\n" }.joined() + "\n"
  }
}
