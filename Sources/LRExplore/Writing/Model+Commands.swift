import LRConfiguration
import LRSchedule

extension Model {
  /// The command lines that draw what is seen in the terminal: one, or one a schedule where no single one makes
  /// all of them.
  public var commands: [String] {
    let all =
      given.words(making: schedules).map { [$0] } ?? schedules.map { given.words(alone: $0) }
    return all.map { words in
      let seen = ["--from", "\(visible.lowerBound)", "--to", "\(visible.upperBound)"]
      let axes =
        (scales.isStepLogarithmic ? ["--log-x"] : [])
        + (scales.isValueLogarithmic ? ["--log-y"] : [])
      return
        (["lrsched", "plot"] + (words + seen + axes).map(\.quotedForShell) + ["--format", "term"])
        .joined(separator: " ")
    }
  }
}
