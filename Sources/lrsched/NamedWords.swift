import ArgumentParser

/// What the words of a command line name that are no options: one kind a command.
protocol NamedWords {
  /// What is said of them in the command's help.
  static var help: ArgumentHelp { get }
}

/// Schedules, as most commands take them.
enum NamedSchedules: NamedWords {
  static let help = ArgumentHelp(
    "Names, configurations, or - for standard input; \(parametersToo)", valueName: "schedule")
}

/// Two schedules or curves.
enum NamedSides: NamedWords {
  static let help = ArgumentHelp(
    "Two names, configurations, curves, or - for standard input; \(parametersToo)",
    valueName: "schedule-or-curve")
}

/// Configurations, as `lint` takes them.
enum NamedConfigurations: NamedWords {
  static let help = ArgumentHelp(
    "Configurations, or - for standard input; \(parametersToo)", valueName: "configuration")
}

/// The log of a run.
enum NamedLog: NamedWords {
  static let help = ArgumentHelp(
    "The log, or - for standard input; \(parametersToo)", valueName: "log")
}

private let parametersToo =
  "and the parameters of the schedules, as --warmup-num-steps 100 (`lrsched show NAME` lists them)."
