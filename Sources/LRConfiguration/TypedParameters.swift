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
    arguments.append(try PlacedArgument(assignment: text, at: .typed("-p \(name)")))
  }

  private mutating func add(
    flag: String, next rest: inout ArraySlice<String>, options: () -> [String]
  ) throws(ConfigurationError) {
    let parts = flag.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let place = Place.typed("--\(name)")
    guard let declaration = Catalog.types.parameter(typed: name) else {
      throw .unknownOption("--\(name)", mend: Self.mend(for: name, options: options))
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

  private static func mend(for name: String, options: () -> [String]) -> String {
    let parameters = Catalog.types.flatMap { $0.parameters.map(\.name.asFlag) }
    return .mend(
      for: "--" + name, among: options().map { "--" + $0 } + parameters,
      else: "see --help for the options, and `lrsched show NAME` for a schedule's parameters")
  }
}
