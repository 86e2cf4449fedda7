import ArgumentParser
import LRConfiguration
import LRCurves
import LRPlot
import LRSchedule
import LRText

/// What the completion scripts ask: the candidates for the last of some words.
struct Complete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Answers the completion scripts.", shouldDisplay: false)

  @ArgumentParser.Argument(parsing: .postTerminator)
  var words: [String] = []

  func run() throws {
    let candidates = Self.candidates(for: words)
    try withOutput(to: .standardOutput) { writer in
      for candidate in candidates { try writer.append(candidate + "\n") }
    }
  }

  /// Where a file may stand.
  private static let files = ":files"

  /// The candidates that begin as the last word does.
  static func candidates(for words: [String]) -> [String] {
    let current = words.last ?? ""
    return everyCandidate(for: words).filter { $0.hasPrefix(current) || $0 == files }
  }

  private static func everyCandidate(for words: [String]) -> [String] {
    let commands = LRSched.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    let names = commands.map { $0._commandName }
    guard words.count > 1 else { return names + ["--help", "--version"] }
    if words[0] == "help" { return names }
    guard let command = commands.first(where: { $0._commandName == words[0] }) else { return [] }
    if command == Completions.self { return Shell.allCases.map(\.rawValue) }

    let options = command.options
    let flags = command.optionNames.map { "--" + $0 }
    guard flags.contains("--steps") else { return flags }
    let current = words[words.count - 1]
    let previous = words[words.count - 2]
    let named = words.dropFirst().dropLast().compactMap { SchedulerNames.find($0.scheduleName) }
    let types = named.isEmpty ? Catalog.types : named
    let formats =
      command == Plot.self
      ? PictureFormat.allCases.map(\.rawValue) : ReportFormat.allCases.map(\.rawValue)
    func values(of option: String) -> [String]? {
      Self.values(of: option, options: options, types: types, formats: formats)
    }

    if let values = values(of: previous) { return values }
    if current.hasPrefix("--"), let equals = current.firstIndex(of: "=") {
      let values = values(of: String(current[..<equals])) ?? []
      return values.map { $0 == files ? files : current[...equals] + $0 }
    }
    if current.hasPrefix("-") {
      return unique(flags + types.flatMap { $0.parameters.map(\.name.asFlag) })
    }
    if let at = current.firstIndex(of: "@") {
      let head = current[...at]
      return Framework.deepspeed.releases.map { "\(head)\($0)" }
    }
    if let start = current.lastIndex(where: { $0 == ":" || $0 == "," }),
      let type = SchedulerNames.find(current.scheduleName)
    {
      let assigned = current[start...].dropFirst()
      if let equals = assigned.firstIndex(of: "="),
        let parameter = type.parameter(named: String(assigned[..<equals]))
      {
        return Self.values(of: parameter).map { current[...equals] + $0 }
      }
      return type.parameters.map { "\(current[...start])\($0.name)=" }
    }
    return command == LintCommand.self ? [files] : Catalog.types.map(\.commandName) + [files]
  }

  /// What may follow an option; nil where the word before is none that takes a value.
  private static func values(
    of option: String, options: [CommandOption], types: [SchedulerType], formats: [String]
  ) -> [String]? {
    switch option {
    case "--optimizer": return Optimizer.knownTypes
    case "--deepspeed": return Framework.deepspeed.releases.map(\.description)
    case "--theme": return PictureTheme.allCases.map(\.rawValue)
    case "--format": return formats
    case "--ignore": return LintCatalogue.rules.map(\.id)
    case "-o", "--output", "--plot": return [files]
    case "--against": return Catalog.types.map(\.commandName) + [files]
    case "-p": return assignments(of: types)
    default: break
    }
    guard option.hasPrefix("-"), !option.contains("=") else { return nil }
    if let own = options.first(where: { $0.names.contains(option) }) {
      return own.takesValue ? [] : nil
    }
    let parameters = types.lazy.flatMap(\.parameters)
    return parameters.first { $0.name.asFlag == option }.map(values)
  }

  /// The values of a parameter that has few.
  private static func values(of parameter: ParameterDeclaration) -> [String] {
    parameter.kind == .flag ? ["true", "false"] : parameter.choices
  }

  private static func assignments(of types: [SchedulerType]) -> [String] {
    unique(types.flatMap { $0.parameters.map { "\($0.name)=" } })
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The name in a SCHEDULE, without parameters and release.
  var scheduleName: String { String(prefix { $0 != ":" && $0 != "@" }) }
}
