import LRConfiguration
import LRCurves

// docs/lint.md: each rule with what the program says of its example.

extension Documentation {
  /// The page.
  func lintPage() throws -> String {
    let rows = LintCatalogue.rules.map { rule in
      "| [\(rule.id)](#\(rule.id.lowercased())) | \(rule.level.rawValue) | \(rule.title) |"
    }
    let sections = try LintCatalogue.rules.map { try $0.section() }
    return Self.lintIntroduction + rows.joined(separator: "\n") + "\n\n"
      + sections.joined(separator: "\n")
  }

  private static let lintIntroduction = """
    # Lint

    `lrsched lint` looks for classic mistakes in a `ds_config.json` or training arguments, before the run. Each
    finding has its line and column, what will happen, and the mend. (`make docs` writes this page from the rules, and
    a test holds it to them; every output below is the program's.)

    ```sh
    lrsched lint ds_config.json
    lrsched lint ds_config.json --strict --ignore LR010,LR012
    lrsched lint ds_config.json --deepspeed 0.14..0.19
    lrsched lint ds_config.json --lr 3e-4 --warmup-num-steps 500
    lrsched lint ds_config.json --format sarif -o lint.sarif
    ```

    - A **mistake** is what the framework refuses: exit code 1. A **warning** is probably not meant: exit code 1
      with `--strict`. A **note** is worth knowing and never fails. A file that cannot be read is trouble, as
      everywhere: exit code 2.
    - What depends on the release is looked for in the newest one known, or in those that `--deepspeed` or
      `@RELEASE` ask for: one (`0.14.2`), the newest of a series (`0.14`), or a range (`0.14..0.19`, from the
      first 0.14.x to the last 0.19.x); of a range is said which releases do it.
    - `"auto"` values are judged where a flag fills them (`--lr`, `--total-num-steps` or `--steps`,
      `--warmup-num-steps`), else left alone. `WarmupLR` has no total to fill.
    - Configurations are JSON or Hjson, as DeepSpeed reads them; YAML, by its suffix, and JSON with a
      `learning_rate` or an `lr_scheduler_type` are the arguments of Hugging Face's trainer.
    - `--steps`, or `--train-epochs` and `--samples`, say how long the run is: what does not fit it is found.
    - `--ignore LR010,LR012` leaves out rules; so does a comment in a file, for that file:
      `# lrsched: ignore LR010, LR012` (or `//`). How many findings were left out is in the report's facts.
    - `--format` is `text`, `json`, `github` (annotations of GitHub Actions, the ten that matter most), `junit`,
      `markdown` (for `$GITHUB_STEP_SUMMARY`) or `sarif` (2.1.0, for code scanning).

    How often each happens was counted in 841 configurations from 204 public repositories, 276 of them at their
    newest commit.

    | rule | level | what it finds |
    |---|---|---|

    """
}

extension LintRule {
  /// The rule with its example, and what is found in it.
  fileprivate func section() throws -> String {
    let options = try ScheduleOptions(
      steps: example.steps.map(String.init), deepspeed: example.releases)
    let inspection = try ConfigurationInspection(
      text: example.mistaken, input: example.file, options: options)
    let lines = try Lint().look(at: [inspection]).findings.filter { $0.rule == id }.map(\.line)
    let flags =
      (example.releases.map { " --deepspeed \($0)" } ?? "")
      + (example.steps.map { " --steps \($0)" } ?? "")
    return """
      ### \(id)

      **\(title)** (\(level.rawValue)). \(explanation)

      ```json
      \(example.mistaken)```

      ```text
      $ lrsched lint \(example.file)\(flags)
      \(lines.joined(separator: "\n"))
      ```

      """
  }
}
