import LRSchedule

/// The words of a command line that its static options left over: schedules, and their parameters as
/// `--warmup-num-steps 100`, `--warmup_num_steps=100` or `-p warmup_num_steps=100`.
///
/// The argument parser knows only the options that are declared in advance; the parameters are those
/// of the catalog, so they are read here and nowhere else.
public struct TypedParameters: Sendable {
  /// What stands for itself: schedules and files, in order.
  public private(set) var words: [String] = []
  /// The parameters, in order.
  public private(set) var arguments: [PlacedArgument] = []

  /// Reads the words that are left.
  ///
  /// - Parameters:
  ///   - rest: The words, in order.
  ///   - assignments: What stood behind each `-p`.
  ///   - options: The long names of the command's own options, for the "did you mean".
  /// - Throws: `ConfigurationError` for an unknown option or one without its value.
  public init(
    rest: [String], assignments: [String], options: () -> [String] = { [] }
  ) throws(ConfigurationError) {
    for assignment in assignments { try add(assignment: assignment) }
    var rest = rest[...]
    while let word = rest.popFirst() {
      if word == "--" {
        words += rest
        return
      } else if word.hasPrefix("--") {
        try add(flag: word, next: &rest, options: options)
      } else if word.hasPrefix("-p") {
        try add(assignment: String(word.dropFirst(2)))
      } else if word.hasPrefix("-"), word != "-", !word.hasPrefix("-@") {
        throw .unknownOption(word, mend: "see --help for the options")
      } else {
        words.append(word)
      }
    }
  }

  private mutating func add(assignment text: String) throws(ConfigurationError) {
    let name = text.prefix { $0 != "=" }
    arguments.append(
      try PlacedArgument(assignment: text, at: .typed(name.isEmpty ? "-p" : "-p \(name)")))
  }

  private mutating func add(
    flag: String, next rest: inout ArraySlice<String>, options: () -> [String]
  ) throws(ConfigurationError) {
    let parts = flag.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let place = Place.typed("--\(name)")
    guard let declaration = Catalog.types.parameter(typed: name) else {
      let types = namedTypes(in: rest, behind: flag)
      throw .unknownOption("--\(name)", mend: Self.mend(for: name, of: types, options: options))
    }
    let value: String
    if parts.count == 2 {
      value = String(parts[1])
    } else if declaration.kind == .flag, !Self.isTruthValue(rest.first) {
      value = "true"
    } else if let next = rest.first, !next.hasPrefix("--") {
      value = next
      rest.removeFirst()
    } else {
      throw .noValue(parameter: "--\(name)", place: place)
    }
    arguments.append(
      try PlacedArgument(name: declaration.name, typed: value, at: place, of: declaration))
  }

  private static func isTruthValue(_ word: String?) -> Bool {
    ["true", "false", "0", "1"].contains(word?.lowercased())
  }

  private static func mend(
    for name: String, of types: [SchedulerType], options: () -> [String]
  ) -> String {
    let parameters = types.flatMap { $0.parameters.map(\.name.asFlag) }
    let parametersOf =
      types.count == 1
      ? "`lrsched show \(types[0].commandName)` for its parameters"
      : "`lrsched show NAME` for a schedule's parameters"
    return .mend(
      for: "--" + name, among: options().map { "--" + $0 } + parameters,
      else: "see --help for the options, and \(parametersOf)")
  }

  /// The schedulers that the words name, all where none or a configuration is named: those whose parameters
  /// a misspelt flag may mean.
  ///
  /// - Parameters:
  ///   - rest: What is left to read.
  ///   - flag: What stands in front of it.
  /// - Returns: The schedulers, at least one.
  private func namedTypes(in rest: ArraySlice<String>, behind flag: String) -> [SchedulerType] {
    var words = words
    for (word, next) in zip([flag] + rest, rest) where !next.hasPrefix("-") {
      let isValue = word.hasPrefix("-") && !word.contains("=")
      if !isValue { words.append(next) }
    }
    let types = words.flatMap { word in
      if ScheduleFile.isYAML(word) { return Catalog.types.filter { $0.framework == .huggingFace } }
      let name = String(word.prefix { $0 != ":" && $0 != "@" })
      return SchedulerNames.find(name).map { [$0] } ?? Catalog.types
    }
    return types.isEmpty ? Catalog.types : types
  }
}
